import type { ParsedTemplate } from "./template-node.ts";

/**
 * Reads a template in YAML. Never throws. js-yaml reads it in a quarter of the time that yaml takes, and refuses what
 * CloudFormation forgives; so yaml is asked, and loaded, only then. Both know the same documents alike otherwise.
 */
export async function readTemplateYaml(text: string): Promise<ParsedTemplate> {
  const { parseTemplateYaml } = await import("./parse-template-yaml.ts");
  const read = parseTemplateYaml(text);
  if (read !== undefined) return read;
  const { parseTemplateYamlPatiently } = await import("./parse-template-yaml-patiently.ts");
  return parseTemplateYamlPatiently(text);
}
