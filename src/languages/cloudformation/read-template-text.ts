import { parseTemplateJson } from "./parse-template-json.ts";
import { readTemplateYaml } from "./read-template-yaml.ts";
import type { ParsedTemplate } from "./template-node.ts";

/**
 * Reads a template in JSON or YAML. Never throws. What begins with a brace and is no JSON may be YAML with braces; when it
 * is neither, whoever read farther tells what is wrong.
 */
export async function readTemplateText(text: string): Promise<ParsedTemplate> {
  if (!/^\s*\{/u.test(text)) return readTemplateYaml(text);
  const asJson = parseTemplateJson(text);
  if (asJson.root !== undefined) return asJson;
  const asYaml = await readTemplateYaml(text);
  return asYaml.root !== undefined || endOf(asYaml) > endOf(asJson) ? asYaml : asJson;
}

/** Where reading ended. */
function endOf({ problems }: ParsedTemplate): number {
  return problems[0]?.offset ?? 0;
}
