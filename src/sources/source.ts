import type { Annotation } from "../model/annotation.ts";
import type { Diagnostic, Gap } from "../model/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import type { Settings } from "../model/settings.ts";
import type { OnGap, WalkedFolder } from "./walk-folders.ts";

/** One input as the user named it, read and decoded. A folder has no text. */
export interface Input {
  /** The path as the user wrote it; `-` is standard input. */
  readonly path: string;
  readonly kind: "file" | "folder";
  /** The decoded text of a file: no byte order mark, no leading noise. */
  readonly text: string;
  /** SHA-256 of the bytes as read, in hexadecimal; empty for a folder. */
  readonly digest: () => string;
  /** The text as JSON, parsed once for all sources; `undefined` when it is no JSON. */
  readonly json: unknown;
  /** What lies in a folder; nothing for a file. */
  readonly names?: readonly string[];
  /** The files of a folder that are one input together; nothing for an input that is a file or the folder itself. */
  readonly files?: readonly string[];
}

/** What the command line says about Terraform configurations. */
export interface TerraformOptions {
  /** `--var NAME=VALUE` */
  readonly vars: readonly { readonly name: string; readonly text: string }[];
  /** `--var-file FILE` */
  readonly varFiles: readonly string[];
  /** The workspace, instead of the one that is selected in the folder. */
  readonly workspace: string | undefined;
  /** `--source DIR`: the folder that a plan was made from, instead of the one around it. */
  readonly source?: string | undefined;
}

export interface LoadContext {
  readonly settings: Settings;
  readonly terraform?: TerraformOptions;
  /** `--param-file FILE`: values of the parameters of templates. */
  readonly paramFiles?: readonly string[];
  /** Put before every resource id, so that two inputs of one scan never share one. Empty for a single input. */
  readonly idPrefix: string;
  /** Stands for the scan, the same for all of its inputs: what they know of each other is kept by it. */
  readonly scan?: object;
}

/** What a source made of an input. */
export interface LoadedInput {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  /** What could not be read; anything here makes the scan incomplete. */
  readonly gaps: readonly Gap[];
  /** Comments of the input that speak to genoscan. */
  readonly annotations?: readonly Annotation[];
}

/** An input whose resources may name those of other inputs, and are made when all inputs are opened. */
export interface OpenedInput {
  finish(): LoadedInput;
}

export type Loading = LoadedInput | OpenedInput;

/** One kind of input. */
export interface Source {
  readonly name: string;
  readonly title: string;
  /** True when the content is of this kind. Never throws. */
  detect(input: Input): boolean;
  /** True for a text that is not JSON, or not to the letter, and that the source reads: a language of its own, comments. */
  readsText?(text: string, path: string): boolean;
  /** The folders that belong to the one at a path: they are no inputs of their own. */
  parts?(folder: string): Promise<readonly string[]>;
  /** The files in folders that are inputs of this kind, wherever they lie; they are loaded together. */
  filesIn?(folders: readonly WalkedFolder[], onGap: OnGap): Promise<readonly string[]>;
  /** Turns the input into resources. Throws a SourceError when nothing of it can be read. */
  load(input: Input, context: LoadContext): Loading | Promise<Loading>;
}
