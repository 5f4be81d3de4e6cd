import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RepositoryPaths } from "../reporters/reporter.ts";

/** The repository that the current folder is part of: the nearest folder with `.git` in it, else the folder itself. */
export function findRepository(current: string): RepositoryPaths {
  for (let folder = current; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return { root: folder, current };
    if (dirname(folder) === folder) return { root: current, current };
  }
}
