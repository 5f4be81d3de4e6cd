import type { Dirent } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "./source.ts";

const DEEPEST = 12;
const MOST_FOLDERS = 5_000;

/**
 * The folders of one that are inputs, for a folder that is none itself those below: the environments of a repository. A folder
 * that belongs to another one, as a module does, is no input of its own. Hidden folders and installed packages are left
 * out, symbolic links are not followed. The folder itself alone when it is an input, and nothing for what is no folder.
 */
export async function findInnerInputs(
  folder: string,
  sources: readonly Source[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const parts = new Set<string>();
  const waiting: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen += 1) {
    const next = waiting.shift();
    const entries = next === undefined ? [] : await list(next.path);
    if (next === undefined || entries.length === 0) continue;
    const { path, depth } = next;
    const names = entries.map(({ name }) => name);
    const input = { path, kind: "folder", text: "", sha256: "", json: undefined, names } as const;
    const source = sources.find((candidate) => candidate.detect(input));
    if (source !== undefined && depth === 0) return [path];
    if (source !== undefined) {
      found.push(path);
      for (const part of (await source.parts?.(path)) ?? []) parts.add(part);
    }
    if (depth >= DEEPEST) continue;
    const inner = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name));
    waiting.push(...inner.map(({ name }) => ({ path: join(path, name), depth: depth + 1 })));
  }
  const own: string[] = [];
  for (const path of found.sort()) if (!parts.has(await realpath(path))) own.push(path);
  return own;
}

async function list(path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
