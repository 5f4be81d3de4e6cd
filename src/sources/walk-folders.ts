import { readdirSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import type { Gap } from "../model/diagnostic.ts";

const DEEPEST = 30;
const MOST_FOLDERS = 20_000;

/** One folder with what lies in it; nothing lies in one that cannot be read. */
export interface WalkedFolder {
  readonly path: string;
  readonly depth: number;
  readonly entries: readonly Dirent[];
}

/** Is told of what is not looked at, so that it is not taken for empty. */
export type OnGap = (gap: Gap) => void;

export interface WalkOptions {
  readonly onGap?: OnGap;
  readonly deepest?: number;
  readonly mostFolders?: number;
}

/**
 * A folder and those below it, level by level. Hidden folders and installed packages are left out, symbolic links are not
 * followed.
 */
export function* walkFolders(
  folder: string,
  { onGap, deepest = DEEPEST, mostFolders = MOST_FOLDERS }: WalkOptions = {},
): Generator<WalkedFolder> {
  const waiting = [{ path: folder, depth: 0 }];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) return;
    if (seen >= mostFolders) {
      onGap?.(
        gap(
          folder,
          `it has more than ${String(mostFolders)} folders, and from ${next.path} on they are not looked at; name the folders to scan`,
        ),
      );
      return;
    }
    const { path, depth } = next;
    const entries = list(path, onGap);
    yield { path, depth, entries };
    const inner = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name));
    if (depth < deepest) {
      waiting.push(...inner.map(({ name }) => ({ path: join(path, name), depth: depth + 1 })));
    } else if (inner.length > 0) {
      onGap?.(gap(path, `what lies more than ${String(deepest)} folders deep is not looked at`));
    }
  }
}

function list(path: string, onGap: OnGap | undefined): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    onGap?.(
      gap(path, `the folder cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`),
    );
    return [];
  }
}

function gap(subject: string, reason: string): Gap {
  return { code: "folder-not-read", subject, reason, location: { file: subject } };
}

function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
