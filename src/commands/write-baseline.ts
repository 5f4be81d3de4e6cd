import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ConfigError } from "../model/errors.ts";
import { checkInside } from "./check-inside.ts";

/**
 * Writes a baseline: `wx` never over one that is there. `config` is the genoscan.yaml that chose the place, when it did.
 * Throws a ConfigError when it cannot be written.
 */
export async function writeBaseline(
  file: string,
  text: string,
  config: string | undefined,
  flag: "w" | "wx",
): Promise<void> {
  if (config !== undefined) await checkInside(file, dirname(config));
  try {
    await writeFile(file, text, { flag });
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = exists
      ? "there is a baseline already; genoscan baseline update brings it up to date"
      : `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ConfigError([{ code: "baseline-unreadable", message, location: { file } }], { cause });
  }
}
