import type { Dirent } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../decode-text.ts";
import { looksLikeArmText } from "./looks-like-template.ts";

const DEEPEST = 12;
const MOST_FOLDERS = 5_000;
const MOST_FILES = 20_000;
const LARGEST = 64 * 1024 * 1024;

/**
 * The templates in a folder and below, by what they hold. One that Bicep made of a file beside it is left out: the file
 * itself is read. Hidden folders and installed packages are left out, symbolic links are not followed.
 */
export async function findArmTemplates(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ path: folder, depth: 0 }];
  let files = 0;
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    const entries = await list(next.path);
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory() && next.depth < DEEPEST && !isLeftOut(entry.name)) {
        waiting.push({ path, depth: next.depth + 1 });
      } else if (entry.isFile() && /\.jsonc?$/iu.test(entry.name) && files < MOST_FILES) {
        files += 1;
        const isMade = names.has(entry.name.replace(/\.jsonc?$/iu, ".bicep"));
        if (await isTemplate(path, isMade)) found.push(path);
      }
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

async function isTemplate(path: string, mayBeMade: boolean): Promise<boolean> {
  try {
    if ((await stat(path)).size > LARGEST) return false;
    const text = decodeText(await readFile(path));
    if (!looksLikeArmText(text)) return false;
    return !mayBeMade || !/"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/u.test(text.slice(0, 10_000));
  } catch {
    return false;
  }
}

function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
