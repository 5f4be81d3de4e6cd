import { realpathSync } from "node:fs";
import type { Source } from "./source.ts";
import type { WalkedFolder } from "./walk-folders.ts";

/**
 * The folders of one that are inputs, for a folder that is none itself those below: the environments of a repository. A folder
 * that belongs to another one, as a module does, is no input of its own. The folder itself alone when it is an input.
 */
export async function findInnerInputs(
  folders: readonly WalkedFolder[],
  sources: readonly Source[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const parts = new Set<string>();
  for (const { path, depth, entries } of folders) {
    if (entries.length === 0) continue;
    const names = entries.map(({ name }) => name);
    const input = { path, kind: "folder", text: "", digest: () => "", json: undefined, names } as const;
    const source = sources.find((candidate) => candidate.detect(input));
    if (source !== undefined && depth === 0) return [path];
    if (source !== undefined) {
      found.push(path);
      for (const part of (await source.parts?.(path)) ?? []) parts.add(part);
    }
  }
  const own: string[] = [];
  for (const path of found.sort()) if (!parts.has(realpathSync(path))) own.push(path);
  return own;
}
