import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CONFIG_NAME } from "../config/find-config.ts";
import { starterConfig } from "../config/starter-config.ts";
import { ConfigError } from "../model/errors.ts";
import { bundledRuleset } from "../ruleset/bundled-ruleset.ts";
import type { InitArguments } from "./arguments.ts";
import { CLEAN } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a commented genoscan.yaml, and never over one that is there. */
export async function init(args: InitArguments, terminal: Terminal): Promise<number> {
  const path = join(args.folder, CONFIG_NAME);
  try {
    await writeFile(path, starterConfig(bundledRuleset().parameters), { flag: "wx" });
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = exists
      ? "the file is there already, and is left as it is"
      : `cannot be written: ${String(cause)}`;
    throw new ConfigError([{ code: "config-unreadable", message, location: { file: path } }], { cause });
  }
  terminal.tell(`genoscan: ${path} written; every line of it is a comment until you need it`);
  return CLEAN;
}
