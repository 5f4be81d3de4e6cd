import { statSync } from "node:fs";
import type { Gap } from "../model/diagnostic.ts";
import { findInnerInputs } from "./find-inner-inputs.ts";
import { SOURCES } from "./registry.ts";
import type { Source } from "./source.ts";
import { walkFolders } from "./walk-folders.ts";
import type { OnGap } from "./walk-folders.ts";

/** What of a path is read. */
export interface NamedInput {
  readonly path: string;
  /** The files below a folder that are one input together, and their source. */
  readonly found?: { readonly source: Source; readonly files: readonly string[] };
}

/** What the named paths stand for, and which folders and files in them were not looked at. */
export interface ExpandedPaths {
  readonly inputs: readonly NamedInput[];
  readonly gaps: readonly Gap[];
}

/**
 * A folder stands for the folders in it that are inputs (itself alone when it is one) and for the files in it that are;
 * every source that finds something in it contributes. A folder without any stays, to be told of.
 */
export async function expandPaths(paths: readonly string[]): Promise<ExpandedPaths> {
  const expanded = new Map<string, NamedInput>();
  // two sources may look at one file
  const gaps = new Map<string, Gap>();
  const onGap = (gap: Gap): unknown => gaps.set(`${gap.subject} ${gap.reason}`, gap);
  for (const path of paths) {
    for (const input of await expandPath(path, onGap)) {
      expanded.set(`${input.found?.source.name ?? ""} ${input.path}`, input);
    }
  }
  return { inputs: [...expanded.values()], gaps: [...gaps.values()] };
}

async function expandPath(path: string, onGap: OnGap): Promise<readonly NamedInput[]> {
  if (path === "-" || !isFolder(path)) return [{ path }];
  const folders = [...walkFolders(path, { onGap })];
  const inputs: NamedInput[] = (await findInnerInputs(folders, SOURCES)).map((inner) => ({ path: inner }));
  for (const source of SOURCES) {
    const files = (await source.filesIn?.(folders, onGap)) ?? [];
    if (files.length > 0) inputs.push({ path, found: { source, files } });
  }
  return inputs.length > 0 ? inputs : [{ path }];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // what is not there is told when it is opened
    return false;
  }
}
