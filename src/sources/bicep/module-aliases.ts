import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { membersOf, textAt, valueOf } from "../../languages/arm/json/json-members.ts";
import { JsonSyntaxError, parseArmJson } from "../../languages/arm/json/parse-arm-json.ts";
import type { JsonNode } from "../../languages/arm/json/parse-arm-json.ts";
import { decodeText } from "../decode-text.ts";
import type { ScanRoot } from "../scan-root.ts";
import { NO_ALIASES } from "./module-reference.ts";
import type { ModuleAliases } from "./module-reference.ts";

/** The aliases of the nearest `bicepconfig.json` in the folder or above it, within the scan root. */
export function readModuleAliases(folder: string, root: ScanRoot): ModuleAliases {
  for (let current = folder; ; current = dirname(current)) {
    const found = root.resolve(join(current, "bicepconfig.json"));
    if (found.ok) return aliasesIn(found.path);
    if (!found.isMissing || dirname(current) === current) return NO_ALIASES;
  }
}

function aliasesIn(path: string): ModuleAliases {
  const aliases = valueOf(parse(decodeText(readFileSync(path))), "moduleAliases");
  const br = new Map(NO_ALIASES.br);
  for (const { key, value } of membersOf(valueOf(aliases, "br"))) {
    const registry = textAt(value, "registry");
    const modulePath = textAt(value, "modulePath");
    if (registry !== undefined) {
      br.set(key, modulePath === undefined ? registry : `${registry}/${modulePath}`);
    }
  }
  const ts = new Map<string, string>();
  for (const { key, value } of membersOf(valueOf(aliases, "ts"))) {
    const subscription = textAt(value, "subscription");
    const group = textAt(value, "resourceGroup");
    if (subscription !== undefined && group !== undefined) ts.set(key, `${subscription}/${group}`);
  }
  return { br, ts };
}

/** A configuration that cannot be read has no aliases: whoever uses one is told that there is none. */
function parse(text: string): JsonNode | undefined {
  try {
    return parseArmJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined;
    throw error;
  }
}
