import { isExpression } from "../../languages/arm/json/parse-template-expression.ts";
import type { JsonNode } from "../../languages/arm/json/parse-arm-json.ts";
import type { SourceText } from "../../languages/arm/source-text.ts";
import { AT_DEPLOYMENT, ArmObject, Open } from "../../languages/arm/values/arm-value.ts";
import type { ArmMember, ArmValue } from "../../languages/arm/values/arm-value.ts";

/**
 * A value of the answer with the places of its members. What the service could not evaluate stands in it as a text in
 * brackets: https://github.com/Azure/arm-template-whatif/issues/202
 */
export function readValue(node: JsonNode, source: SourceText): ArmValue {
  switch (node.kind) {
    case "scalar":
      return typeof node.value === "string" ? readText(node.value) : node.value;
    case "array":
      return node.items.map((item) => readValue(item, source));
    case "object": {
      const members = new Map<string, ArmMember>();
      for (const { key, value, start } of node.members) {
        members.set(key, { key, value: readValue(value, source), written: { source, start } });
      }
      return new ArmObject(members);
    }
  }
}

function readText(text: string): ArmValue {
  if (isExpression(text) && text.includes("(")) return new Open(AT_DEPLOYMENT, text.slice(1, -1));
  return text.startsWith("[[") ? text.slice(1) : text;
}
