import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/** A path that may be read, or why not. */
export type Confined =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly isMissing: boolean };

/**
 * The folder that bounds what a scan reads: whatever a configuration or a symbolic link says, nothing outside of it is
 * opened.
 */
export class ScanRoot {
  readonly #root: string;

  /** `root` is a real path. */
  private constructor(root: string) {
    this.#root = root;
  }

  /** The current folder when the scanned one is inside of it, as in a repository; else the scanned folder itself. */
  static of(folder: string, current: string): ScanRoot {
    const scanned = realpathSync(folder);
    const here = realpathSync(current);
    return new ScanRoot(isInside(scanned, here) ? here : scanned);
  }

  /** Where a path leads when symbolic links are followed. Of what lies outside nothing is told, not even that it is missing. */
  resolve(path: string): Confined {
    let existing = path;
    for (;;) {
      const real = realPath(existing);
      if (real !== undefined) {
        if (!isInside(real, this.#root)) return { ok: false, isMissing: false };
        return existing === path ? { ok: true, path: real } : { ok: false, isMissing: true };
      }
      const parent = dirname(existing);
      if (parent === existing) return { ok: false, isMissing: true };
      existing = parent;
    }
  }

  /** The real path of the root. */
  get folder(): string {
    return this.#root;
  }

  /** How a message names the root. */
  describe(current: string): string {
    return relative(current, this.#root) || "the current folder";
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return from === "" || (!isAbsolute(from) && from !== ".." && !from.startsWith(`..${sep}`));
}

/** Where a path of a configuration leads from a folder. */
export function pathFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
