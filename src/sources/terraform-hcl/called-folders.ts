import { realpathSync } from "node:fs";
import { join } from "node:path";
import { ScanRoot } from "../scan-root.ts";
import { readModule } from "../terraform/folder/read-module.ts";

/** The folders that a configuration calls as modules, as real paths. */
export function calledFolders(folder: string): readonly string[] {
  const path = realpathSync(folder);
  const { config } = readModule(path, folder, ScanRoot.of(path, path));
  return [...config.calls.values()].flatMap(({ body }) => {
    const source = body.attributes.get("source")?.value;
    if (source?.kind !== "string" || !/^\.{1,2}\//u.test(source.value)) return [];
    try {
      return [realpathSync(join(path, source.value))];
    } catch {
      return [];
    }
  });
}
