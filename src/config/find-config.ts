import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ConfigError } from "../model/errors.ts";

export const CONFIG_NAME = "genoscan.yaml";
// a file that is passed over in silence would change what a scan means
const MISNAMED = ["genoscan.yml", "genoscan.json"];

/**
 * genoscan.yaml beside the first input, else in the working directory. Throws a ConfigError for a file of nearly that
 * name.
 */
export function findConfig(firstInput: string | undefined): string | undefined {
  const folders = firstInput === undefined || firstInput === "-" ? ["."] : [folderOf(firstInput), "."];
  for (const folder of new Set(folders.map((path) => normalize(path)))) {
    const path = join(folder, CONFIG_NAME);
    if (existsSync(path)) return path;
    const misnamed = MISNAMED.map((name) => join(folder, name)).find((other) => existsSync(other));
    if (misnamed === undefined) continue;
    const message = `the configuration is called ${CONFIG_NAME}; rename the file, or name it with --config`;
    throw new ConfigError([{ code: "config-unreadable", message, location: { file: misnamed } }]);
  }
  return undefined;
}

function folderOf(input: string): string {
  const isFolder = statSync(input, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? input : dirname(input);
}
