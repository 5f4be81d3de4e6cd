import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isBicepFile } from "./looks-like-bicep.ts";

const DEEPEST = 12;
const MOST_FOLDERS = 5_000;
const MOST_FILES = 20_000;

/** The Bicep files in a folder and below. Hidden folders and installed packages are left out, symbolic links are not followed. */
export async function findBicepFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ path: folder, depth: 0 }];
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    for (const entry of await list(next.path)) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory() && next.depth < DEEPEST && !isLeftOut(entry.name)) {
        waiting.push({ path, depth: next.depth + 1 });
      } else if (entry.isFile() && isBicepFile(entry.name) && found.length < MOST_FILES) found.push(path);
    }
  }
  return found.sort();
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
