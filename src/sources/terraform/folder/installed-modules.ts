import { join } from "node:path";
import { readText } from "./read-module.ts";
import type { ScanRoot } from "../../scan-root.ts";

/** An entry of `.terraform/modules/modules.json`, which `terraform init` writes. */
export interface InstalledModule {
  readonly source: string;
  /** Relative to the root module. */
  readonly folder: string;
}

/** The installed modules by the path of their calls: `a.b` for module.b in module.a. */
export function readInstalledModules(folder: string, root: ScanRoot): ReadonlyMap<string, InstalledModule> {
  const text = readText(join(folder, ".terraform", "modules", "modules.json"), root);
  const installed = new Map<string, InstalledModule>();
  for (const entry of typeof text === "string" ? entriesOf(text) : []) {
    if (typeof entry !== "object" || entry === null) continue;
    const { Key: key, Source: source, Dir: dir } = entry as Readonly<Record<string, unknown>>;
    if (typeof key === "string" && typeof source === "string" && typeof dir === "string") {
      installed.set(key, { source, folder: dir });
    }
  }
  return installed;
}

function entriesOf(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    const modules = typeof json === "object" && json !== null && "Modules" in json ? json.Modules : undefined;
    return Array.isArray(modules) ? modules : [];
  } catch {
    return [];
  }
}
