import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** Files in a folder of their own, scanned as that folder or as one of them. */
export async function scan(
  files: Readonly<Record<string, string>>,
  what = "",
  paramFile?: string,
): Promise<ReadResult> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-cfn-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const paramFiles = paramFile === undefined ? [] : [join(folder, paramFile)];
  return readInputs([join(folder, what)], { settings: DEFAULT_SETTINGS, paramFiles });
}
