import type { Expression } from "../../arm/expression.ts";
import type { ScopeExpression } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import type { Context, Lowering } from "./lowering.ts";

/** What `scope:` says: a resource, or a place to deploy to. */
export function lowerScope(lowering: Lowering, node: ast.Expression, context: Context): ScopeExpression {
  const lowered = lowering.expression(node, context);
  return scopeOf(lowered);
}

function scopeOf(lowered: Expression): ScopeExpression {
  if (lowered.kind === "group") return scopeOf(lowered.inner);
  if (lowered.kind === "resource") return { kind: "resource", key: lowered.key, index: lowered.index };
  if (lowered.kind !== "call") return { kind: "text", text: lowered };
  const [first, second] = lowered.arguments;
  switch (lowered.name.toLowerCase()) {
    case "resourcegroup":
      return second === undefined
        ? { kind: "resourceGroup", name: first }
        : { kind: "resourceGroup", subscription: first, name: second };
    case "subscription":
      return { kind: "subscription", subscription: first };
    case "managementgroup":
      return { kind: "managementGroup", name: first };
    case "tenant":
      return { kind: "tenant" };
    default:
      return { kind: "text", text: lowered };
  }
}
