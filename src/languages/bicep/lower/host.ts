import type { ParsedTemplate } from "../../cloudformation/template-node.ts";
import type { MissingTemplate, Template } from "../../arm/template.ts";
import type { BicepFile } from "../ast.ts";

/** What the file system, confined to the scan root, knows for a Bicep file. Paths are as the file writes them. */
export interface BicepHost {
  /** The template of a module; called when the module is expanded. */
  module(path: string, from: BicepFile): Template | MissingTemplate;
  /** What `import … from` names: another Bicep file, or a compiled template. */
  imported(path: string, from: BicepFile): ImportedFile;
  /** The text of a file that `loadTextContent` and its like name. */
  text(path: string, from: BicepFile, encoding: string | undefined): LoadedText | Refused;
  base64(path: string, from: BicepFile): string | Refused;
  /** Reads YAML, whose parser is there only when it is needed. */
  parseYaml(text: string): ParsedTemplate | Refused;
  /** The files of a folder, for `loadDirectoryFileInfo`; paths are relative to the file that asks. */
  files(path: string, from: BicepFile, pattern: string | undefined): readonly string[] | Refused;
}

export type ImportedFile =
  | { readonly kind: "bicep"; readonly file: BicepFile }
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "missing"; readonly missing: MissingTemplate };

export interface LoadedText {
  /** The path as reports show it. */
  readonly path: string;
  readonly text: string;
}

/** Why a file is not read. */
export interface Refused {
  readonly refused: string;
}
