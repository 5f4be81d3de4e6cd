import { readFileSync, readdirSync } from "node:fs";
import type { RulesetFile } from "../../src/ruleset/load-ruleset.ts";

/** The YAML files below a folder. */
export function readRuleFiles(folder: string): readonly RulesetFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
