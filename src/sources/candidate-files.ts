import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "./decode-text.ts";
import type { OnGap, WalkedFolder } from "./walk-folders.ts";

const MOST_FILES = 20_000;
/** CloudFormation takes a megabyte and ARM four; what generators write may be larger for a while. More is data. */
const LARGEST = 64 * 1024 * 1024;

/** The files of folders whose name says that they may be an input; from a number on they are told of and left out. */
export function* candidateFiles(
  folders: Iterable<WalkedFolder>,
  isCandidate: (name: string) => boolean,
  onGap: OnGap,
  most = MOST_FILES,
): Generator<{ readonly path: string; readonly name: string; readonly folder: WalkedFolder }> {
  let files = 0;
  for (const folder of folders) {
    for (const entry of folder.entries) {
      if (!entry.isFile() || !isCandidate(entry.name)) continue;
      const path = join(folder.path, entry.name);
      if (files >= most) {
        onGap({
          code: "file-not-read",
          subject: path,
          reason: `there are more than ${String(most)} files like it, and from it on they are not looked at; name the folders to scan`,
          location: { file: path },
        });
        return;
      }
      files += 1;
      yield { path, name: entry.name, folder };
    }
  }
}

/** The text of a file that may be an input; nothing for one that is too large to be one, or that cannot be read. */
export async function readCandidate(path: string, onGap: OnGap): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > LARGEST) return undefined;
    return decodeText(await readFile(path));
  } catch (error) {
    onGap({
      code: "file-not-read",
      subject: path,
      reason: `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      location: { file: path },
    });
    return undefined;
  }
}
