import type { JsonMember, JsonNode } from "../../arm/json/parse-arm-json.ts";
import type * as ast from "../ast.ts";
import { textOf } from "./text-of.ts";

/**
 * An object of Bicep that holds nothing but data as the JSON that it is: the template of a deployment that is written
 * into a resource. Nothing for one that values of Bicep are put into.
 */
export function inlineJson(node: ast.Expression): JsonNode | undefined {
  const { start } = node;
  switch (node.kind) {
    case "null":
      return { kind: "scalar", value: null, start };
    case "boolean":
    case "integer":
      return { kind: "scalar", value: node.value, start };
    case "text": {
      const value = textOf(node);
      return value === undefined ? undefined : { kind: "scalar", value, start };
    }
    case "array": {
      const items: JsonNode[] = [];
      for (const item of node.items) {
        const inner = item.kind === "spread" ? undefined : inlineJson(item);
        if (inner === undefined) return undefined;
        items.push(inner);
      }
      return { kind: "array", items, start };
    }
    case "object":
      return inlineObject(node);
    default:
      return undefined;
  }
}

function inlineObject({ entries, start }: ast.ObjectExpression): JsonNode | undefined {
  const members: JsonMember[] = [];
  for (const entry of entries) {
    const key = entry.kind === "spread" ? undefined : textOf(entry.key);
    const value = entry.kind === "spread" ? undefined : inlineJson(entry.value);
    if (key === undefined || value === undefined) return undefined;
    members.push({ key, value, start: entry.start });
  }
  return { kind: "object", members, start };
}
