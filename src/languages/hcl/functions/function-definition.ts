import type { HclValue } from "../values/hcl-value.ts";

/** Why a file cannot be read. */
export interface NoFile {
  /**
   * `missing` and `folder` are certain, and an error in Terraform. `withheld` is a file that may exist and is not
   * handed in: outside of the scan root, too large; what depends on it is unknown.
   */
  readonly kind: "missing" | "folder" | "withheld";
  /** What a person reads: `../secret.txt is outside of the folder that is scanned`. */
  readonly reason: string;
}

/** The files that functions may read. Whoever implements it confines it to the scan root. */
export interface Files {
  /** The bytes of a file. A path is as the expression has it: relative to the root module, with `/` or absolute. */
  readonly read: (path: string) => Uint8Array | NoFile;
  /** The regular files below a folder at every depth, relative to it and with `/`. A folder that is missing has none. */
  readonly list: (folder: string) => readonly string[] | NoFile;
}

/** What functions need of the world around the expression. */
export interface FunctionContext {
  readonly files: Files;
  /**
   * Evaluates a template with these variables and no others; neither it nor what it calls may call a template function.
   * `name` stands in messages; a template of `templatestring` reads no files.
   */
  readonly renderTemplate: (template: Template) => HclValue;
}

export interface Template {
  readonly source: string;
  readonly name: string;
  readonly variables: ReadonlyMap<string, HclValue>;
  readonly mayReadFiles: boolean;
}

/** How a function is computed, once its arguments are counted and converted to what its signature says. */
export interface FunctionDefinition {
  readonly compute: (args: readonly HclValue[], context: FunctionContext) => HclValue;
  /**
   * `whole`, the usual case: a result is sensitive when anything in an argument is, and `compute` sees no marks.
   * `surface`: what arguments hold keeps its marks, and the result has those that the arguments have themselves.
   * `own`: `compute` sees and sets all marks.
   */
  readonly marks?: "whole" | "surface" | "own";
  /** `compute` is also called when an argument is unknown as a whole; without this the result is unknown then. */
  readonly takesUnknown?: boolean;
  /** Arguments of the right types are never an error. */
  readonly isTotal?: boolean;
}
