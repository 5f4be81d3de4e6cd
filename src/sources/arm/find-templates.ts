import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../decode-text.ts";
import { walkFolders } from "../walk-folders.ts";
import { looksLikeArmText } from "./looks-like-template.ts";

const MOST_FILES = 20_000;
const LARGEST = 64 * 1024 * 1024;

/**
 * The templates in a folder and below, by what they hold. One that Bicep made of a file beside it is left out: the file
 * itself is read. Hidden folders and installed packages are left out, symbolic links are not followed.
 */
export async function findArmTemplates(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  let files = 0;
  for await (const { path: around, entries } of walkFolders(folder)) {
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      if (!entry.isFile() || !/\.jsonc?$/iu.test(entry.name) || files >= MOST_FILES) continue;
      files += 1;
      const path = join(around, entry.name);
      const isMade = names.has(entry.name.replace(/\.jsonc?$/iu, ".bicep"));
      if (await isTemplate(path, isMade)) found.push(path);
    }
  }
  return found.sort();
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
