import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseTemplateJson } from "../../languages/cloudformation/parse-template-json.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
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
  const { root } = parseTemplateJson(withoutComments(decodeText(readFileSync(path))));
  const aliases = memberOf(root, "moduleAliases");
  const br = new Map(NO_ALIASES.br);
  for (const [name, { value }] of entriesOf(memberOf(aliases, "br"))) {
    const registry = scalarText(memberOf(value, "registry"));
    const path = scalarText(memberOf(value, "modulePath"));
    if (registry !== undefined) br.set(name, path === undefined ? registry : `${registry}/${path}`);
  }
  const ts = new Map<string, string>();
  for (const [name, { value }] of entriesOf(memberOf(aliases, "ts"))) {
    const subscription = scalarText(memberOf(value, "subscription"));
    const group = scalarText(memberOf(value, "resourceGroup"));
    if (subscription !== undefined && group !== undefined) ts.set(name, `${subscription}/${group}`);
  }
  return { br, ts };
}

function entriesOf(node: TemplateNode | undefined): Iterable<[string, { readonly value: TemplateNode }]> {
  return node?.kind === "map" ? node.entries : [];
}

/** The file may have comments, and commas before closing brackets. */
function withoutComments(text: string): string {
  return text
    .replaceAll(
      /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//gu,
      (_, quoted: string | undefined) => quoted ?? "",
    )
    .replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/gu, (_, quoted: string | undefined) => quoted ?? "");
}
