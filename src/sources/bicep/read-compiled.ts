import { JsonSyntaxError, parseArmJson } from "../../languages/arm/json/parse-arm-json.ts";
import { memberOf, valueOf } from "../../languages/arm/json/json-members.ts";
import { readTemplate } from "../../languages/arm/json/read-template.ts";
import { SourceText } from "../../languages/arm/source-text.ts";
import type { MissingTemplate, Template } from "../../languages/arm/template.ts";

/** A compiled template, which modules may be as well; a template spec has one inside. */
export function readCompiled(text: string, path: string): Template | MissingTemplate {
  const source = new SourceText(path, text);
  try {
    const root = parseArmJson(text);
    const spec = valueOf(valueOf(root, "properties"), "mainTemplate");
    const node = spec ?? root;
    if (memberOf(node, "resources") === undefined) {
      return { missing: `${path} is no template: it has no resources`, code: "bicep-module" };
    }
    return readTemplate(node, source, () => NOT_LINKED);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { missing: `${path} is no JSON: ${error.message}`, code: "bicep-module" };
  }
}

const NOT_LINKED: MissingTemplate = {
  code: "arm-linked-template",
  missing: "the deployment links to a template, which is not read",
};
