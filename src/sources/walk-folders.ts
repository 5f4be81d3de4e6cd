import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

const DEEPEST = 12;
const MOST_FOLDERS = 5_000;

/** One folder with what lies in it; nothing lies in one that cannot be read. */
export interface WalkedFolder {
  readonly path: string;
  readonly depth: number;
  readonly entries: readonly Dirent[];
  /** Leaves out what is below it. */
  stay(): void;
}

/**
 * A folder and those below it, level by level. Hidden folders and installed packages are left out, symbolic links are not
 * followed.
 */
export async function* walkFolders(folder: string): AsyncGenerator<WalkedFolder> {
  const waiting = [{ path: folder, depth: 0 }];
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) return;
    const { path, depth } = next;
    const entries = await list(path);
    let isLast = depth >= DEEPEST;
    const stay = (): void => {
      isLast = true;
    };
    yield { path, depth, entries, stay };
    if (isLast) continue;
    const inner = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name));
    waiting.push(...inner.map(({ name }) => ({ path: join(path, name), depth: depth + 1 })));
  }
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
