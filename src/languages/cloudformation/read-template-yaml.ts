import { parsePlainYaml } from "./parse-plain-yaml.ts";
import type { ParsedTemplate } from "./template-node.ts";

/**
 * Reads a template in YAML. Never throws. The parser of all of YAML takes ten times as long, so it is asked, and loaded, only
 * for what is not written in the plain forms, and to tell what is wrong.
 */
export async function readTemplateYaml(text: string): Promise<ParsedTemplate> {
  const read = parsePlainYaml(text);
  if (read !== undefined) return read;
  const { parseTemplateYamlPatiently } = await import("./parse-template-yaml-patiently.ts");
  return parseTemplateYamlPatiently(text);
}
