import { join } from "node:path";
import { walkFolders } from "../walk-folders.ts";
import { isBicepFile } from "./looks-like-bicep.ts";

const MOST_FILES = 20_000;

/** The Bicep files in a folder and below. Hidden folders and installed packages are left out, symbolic links are not followed. */
export async function findBicepFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { path, entries } of walkFolders(folder)) {
    for (const entry of entries) {
      const isOne = entry.isFile() && isBicepFile(entry.name);
      if (isOne && found.length < MOST_FILES) found.push(join(path, entry.name));
    }
  }
  return found.sort();
}
