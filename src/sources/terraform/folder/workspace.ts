import { join } from "node:path";
import { readText } from "./read-module.ts";
import type { ScanRoot } from "../../scan-root.ts";

/** The workspace that `terraform workspace select` wrote down, else the default one. */
export function readWorkspace(folder: string, root: ScanRoot): string {
  const text = readText(join(folder, ".terraform", "environment"), root);
  const name = typeof text === "string" ? text.trim() : "";
  return /^[\w.~-]{1,90}$/u.test(name) ? name : "default";
}
