import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Files, NoFile } from "../../../languages/hcl/functions/function-definition.ts";
import { pathFrom } from "../../scan-root.ts";
import type { ScanRoot } from "../../scan-root.ts";

/** The largest file that an expression reads, in bytes. */
const LARGEST = 10 * 1024 * 1024;
/** Files below one folder that `fileset` looks at. */
const MOST_FILES = 20_000;
const DEEPEST = 30;
/** Withheld files that are told. */
const MOST_WITHHELD = 100;

/** Files as expressions read them, and which of them were withheld. */
export interface ScannedFiles extends Files {
  /** The paths that were asked for and may not be read, each with the reason. */
  readonly withheld: ReadonlyMap<string, string>;
}

/** The files that functions of expressions read: those inside of the scan root. */
export function scannedFiles(folder: string, root: ScanRoot): ScannedFiles {
  const files = filesIn(folder, root);
  const withheld = new Map<string, string>();
  const note = <Answer extends object>(path: string, answer: Answer | NoFile): Answer | NoFile => {
    if ("kind" in answer && answer.kind === "withheld" && withheld.size < MOST_WITHHELD) {
      withheld.set(path, answer.reason);
    }
    return answer;
  };
  return {
    read: (path) => note(path, files.read(path)),
    list: (path) => note(path, files.list(path)),
    withheld,
  };
}

function filesIn(folder: string, root: ScanRoot): Files {
  return {
    read(path) {
      const found = resolve(folder, path, root);
      if (typeof found !== "string") return found;
      const stat = statSync(found, { throwIfNoEntry: false });
      if (stat === undefined) return missing(path);
      if (stat.isDirectory()) return { kind: "folder", reason: `${path} is a folder` };
      if (!stat.isFile()) return { kind: "withheld", reason: `${path} is no regular file` };
      if (stat.size > LARGEST) {
        return { kind: "withheld", reason: `${path} has more than ${String(LARGEST)} bytes` };
      }
      return attempt(() => new Uint8Array(readFileSync(found)), path);
    },
    list(path) {
      const found = resolve(folder, path, root);
      if (typeof found !== "string") return found.kind === "missing" ? [] : found;
      if (statSync(found, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
      const names: string[] = [];
      const isWhole = listInto(names, found, "", 0);
      return isWhole
        ? names.sort()
        : { kind: "withheld", reason: `${path} holds more files than are looked at` };
    },
  };
}

function resolve(folder: string, path: string, root: ScanRoot): string | NoFile {
  if (path.includes("\0")) return missing(path);
  const confined = root.resolve(pathFrom(folder, path));
  if (confined.ok) return confined.path;
  if (confined.isMissing) return missing(path);
  return { kind: "withheld", reason: `${path} is outside of the folder that is scanned` };
}

function missing(path: string): NoFile {
  return { kind: "missing", reason: `no file exists at ${JSON.stringify(path)}` };
}

function attempt<Result>(read: () => Result, path: string): Result | NoFile {
  try {
    return read();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return { kind: "withheld", reason: `${path} cannot be read (${code})` };
  }
}

/** Regular files at every depth; symbolic links are not followed. False when there are too many. */
function listInto(names: string[], folder: string, prefix: string, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }), folder);
  if (!Array.isArray(entries)) return false;
  for (const entry of entries) {
    if (names.length > MOST_FILES) return false;
    if (entry.isFile()) names.push(prefix + entry.name);
    else if (
      entry.isDirectory() &&
      !listInto(names, join(folder, entry.name), `${prefix}${entry.name}/`, depth + 1)
    ) {
      return false;
    }
  }
  return true;
}
