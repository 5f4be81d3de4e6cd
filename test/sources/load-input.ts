import type { Location } from "../../src/model/location.ts";
import { readFileSync } from "node:fs";
import { readInputs } from "../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../src/sources/read-inputs.ts";
import type { TerraformOptions } from "../../src/sources/source.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

/** An input as a scan reads it, with the folder that a plan was made from. */
export function loadInput(path: string, terraform: Partial<TerraformOptions> = {}): Promise<ReadResult> {
  return readInputs([path], {
    settings: DEFAULT_SETTINGS,
    terraform: { vars: [], varFiles: [], workspace: undefined, ...terraform },
  });
}

/** The text from a place to the end of its line. */
export function textAt(location: Location | undefined): string | undefined {
  if (location?.line === undefined) return undefined;
  const line = readFileSync(location.file, "utf8").split("\n")[location.line - 1] ?? "";
  return line.slice((location.column ?? 1) - 1);
}
