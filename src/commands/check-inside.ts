import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { usageError } from "./usage-error.ts";

/**
 * Throws a ConfigError when writing a file would leave a folder. genoscan.yaml may come with the change that is scanned,
 * and whoever wrote that must not choose a place outside of it.
 */
export async function checkInside(file: string, folder: string): Promise<void> {
  const root = await realpath(folder);
  const parent = await realpath(dirname(file)).catch((cause: unknown) => {
    throw usageError(`"${file}" cannot be written: its folder is not there`, { cause });
  });
  const way = relative(root, join(parent, basename(file)));
  const target = await lstat(file).catch(() => undefined);
  if (!way.startsWith("..") && !isAbsolute(way) && target?.isSymbolicLink() !== true) return;
  throw usageError(
    `"${file}" leads out of the folder of genoscan.yaml, which must not choose such a place; name it on the command line`,
  );
}
