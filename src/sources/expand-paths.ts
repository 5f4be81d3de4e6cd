import { stat } from "node:fs/promises";
import { findInnerInputs } from "./find-inner-inputs.ts";
import { SOURCES } from "./registry.ts";
import type { Source } from "./source.ts";

/** What of a path is read. */
export interface NamedInput {
  readonly path: string;
  /** The files below a folder that are one input together, and their source. */
  readonly found?: { readonly source: Source; readonly files: readonly string[] };
}

/**
 * A folder stands for the folders in it that are inputs (itself alone when it is one) and for the files in it that are;
 * every source that finds something in it contributes. A folder without any stays, to be told of.
 */
export async function expandPaths(paths: readonly string[]): Promise<readonly NamedInput[]> {
  const expanded = new Map<string, NamedInput>();
  for (const path of paths) {
    for (const input of await expandPath(path)) {
      expanded.set(`${input.found?.source.name ?? ""} ${input.path}`, input);
    }
  }
  return [...expanded.values()];
}

async function expandPath(path: string): Promise<readonly NamedInput[]> {
  if (path === "-" || !(await isFolder(path))) return [{ path }];
  const inputs: NamedInput[] = (await findInnerInputs(path, SOURCES)).map((inner) => ({ path: inner }));
  for (const source of SOURCES) {
    const files = (await source.filesIn?.(path)) ?? [];
    if (files.length > 0) inputs.push({ path, found: { source, files } });
  }
  return inputs.length > 0 ? inputs : [{ path }];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // what is not there is told when it is opened
    return false;
  }
}
