import { join } from "node:path";
import { readCandidate } from "../candidate-files.ts";
import { walkFolders } from "../walk-folders.ts";
import { isTemplate } from "./find-templates.ts";
import type { LocalTemplate } from "./uploaded-template.ts";

/** Whoever names a file does not ask for its folder to be scanned: what lies farther away is not looked for. */
const BOUNDS = { deepest: 12, mostFolders: 5_000 };
const MOST_OF_ONE_NAME = 100;

/** The templates in a folder around one that was named alone. The folder is looked through when the first one is asked for. */
export class TemplatesAround {
  readonly #folder: string;
  readonly #shown: (real: string) => string;
  #paths: ReadonlyMap<string, readonly string[]> | undefined;

  /** `folder` is a real path; `shown` says how reports show one below it. */
  constructor(folder: string, shown: (real: string) => string) {
    this.#folder = folder;
    this.#shown = shown;
  }

  async named(name: string): Promise<readonly LocalTemplate[]> {
    this.#paths ??= pathsByName(this.#folder);
    const templates: LocalTemplate[] = [];
    for (const real of this.#paths.get(name)?.slice(0, MOST_OF_ONE_NAME) ?? []) {
      // a file that cannot be read is told of where it would be the template of a stack
      const text = await readCandidate(real, () => undefined);
      if (isTemplate(text)) templates.push({ path: this.#shown(real), real });
    }
    return templates;
  }
}

function pathsByName(folder: string): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, entries } of walkFolders(folder, BOUNDS)) {
    for (const entry of entries) {
      if (!entry.isFile() || !/\.(?:json|ya?ml|template)$/iu.test(entry.name)) continue;
      const real = join(path, entry.name);
      const known = paths.get(entry.name);
      if (known === undefined) paths.set(entry.name, [real]);
      else known.push(real);
    }
  }
  return paths;
}
