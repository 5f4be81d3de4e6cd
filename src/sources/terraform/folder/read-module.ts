import { isUtf8 } from "node:buffer";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { HclFile } from "../../../languages/hcl/ast.ts";
import { readModuleConfig } from "../../../languages/hcl/evaluator/module-config.ts";
import type { Duplicate, ModuleConfig } from "../../../languages/hcl/evaluator/module-config.ts";
import { parseHclJson } from "../../../languages/hcl/parse-hcl-json.ts";
import { parseHcl } from "../../../languages/hcl/parse-hcl.ts";
import { decodeText } from "../../decode-text.ts";
import { isConfigurationFile, selectModuleFiles } from "./file-names.ts";
import type { ScanRoot } from "../../scan-root.ts";

/** The largest file of a configuration, in bytes. */
const LARGEST = 20 * 1024 * 1024;
/** Files of one module. */
const MOST_FILES = 5_000;

/** The files of one folder, parsed. */
export interface LoadedModule {
  readonly config: ModuleConfig;
  readonly duplicates: readonly Duplicate[];
  readonly unreadable: readonly UnreadableFile[];
  /** The files that are left out for files of OpenTofu, as people name them. */
  readonly replaced: readonly string[];
}

/** A file that is no configuration, or that cannot be read. */
export interface UnreadableFile {
  /** As people name it. */
  readonly file: string;
  readonly reason: string;
  readonly location: { readonly file: string; readonly line?: number; readonly column?: number };
  /** The text, when HashiCorp's parser may say more about it. */
  readonly text?: string;
}

/** Reads a folder as a module. `shown` is how people name the folder; it is put before the names of its files. */
export function readModule(folder: string, shown: string, root: ScanRoot): LoadedModule {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || !isConfigurationFile(entry.name) ? [] : [entry.name],
  );
  const { primary, overrides, replaced } = selectModuleFiles(names.slice(0, MOST_FILES));
  const unreadable: UnreadableFile[] = [];
  if (names.length > MOST_FILES) {
    const reason = `the folder has more than ${String(MOST_FILES)} files; the others are not read`;
    unreadable.push({ file: shown === "" ? "." : shown, reason, location: { file: shown } });
  }
  const parse = (name: string) => readOne(join(folder, name), join(shown, name), root, unreadable);
  const config = readModuleConfig(
    primary.map(parse).filter((file) => file !== undefined),
    overrides.map(parse).filter((file) => file !== undefined),
  );
  return { ...config, unreadable, replaced: replaced.map((name) => join(shown, name)) };
}

function readOne(
  path: string,
  shown: string,
  root: ScanRoot,
  unreadable: UnreadableFile[],
): HclFile | undefined {
  const text = readText(path, root);
  if (typeof text !== "string") {
    unreadable.push({ file: shown, reason: text.reason, location: { file: shown } });
    return undefined;
  }
  const parsed = shown.endsWith(".json") ? parseHclJson(text, shown) : parseHcl(text, shown);
  const [problem] = parsed.problems;
  if (problem === undefined) return parsed;
  const isSyntax = problem.code === "hcl-syntax" && !shown.endsWith(".json");
  unreadable.push({
    file: shown,
    reason: problem.message,
    location: problem.location,
    ...(isSyntax && { text }),
  });
  return undefined;
}

/** The text of a file inside of the root, or why there is none. */
export function readText(path: string, root: ScanRoot): string | { readonly reason: string } {
  const confined = root.resolve(path);
  if (!confined.ok) {
    return {
      reason: confined.isMissing ? "there is no such file" : "it leads out of the folder that is scanned",
    };
  }
  try {
    const stat = statSync(confined.path);
    if (!stat.isFile()) return { reason: "it is no regular file" };
    if (stat.size > LARGEST) return { reason: `it has more than ${String(LARGEST)} bytes` };
    const bytes = readFileSync(confined.path);
    const text = decodeText(bytes);
    const isBroken = text.includes("\uFFFD") && !isUtf8(bytes);
    return isBroken ? { reason: "it is no UTF-8 text" } : text;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return { reason: `it cannot be read (${code})` };
  }
}
