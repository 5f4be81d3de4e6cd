import type { ScopeExpression } from "../template.ts";
import { Open, OpenText, bare } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { openFrom } from "../values/open-call.ts";
import { print } from "../values/print.ts";
import type { Expression } from "../expression.ts";
import type { Place } from "./place.ts";

/** The place that a scope names, from the one around it; nothing for a scope that is a resource. */
export function placeOfScope(
  scope: ScopeExpression,
  around: Place,
  evaluate: (expression: Expression) => ArmValue,
): Place | undefined {
  const value = (expression: Expression | undefined, otherwise: ArmValue): ArmValue =>
    expression === undefined ? otherwise : evaluate(expression);
  switch (scope.kind) {
    case "resourceGroup":
      return {
        ...around,
        scope: "resourceGroup",
        subscriptionId: value(scope.subscription, around.subscriptionId),
        resourceGroup: value(scope.name, around.resourceGroup),
      };
    case "subscription":
      return {
        ...around,
        scope: "subscription",
        subscriptionId: value(scope.subscription, around.subscriptionId),
      };
    case "managementGroup":
      return {
        ...around,
        scope: "managementGroup",
        managementGroup: value(scope.name, around.managementGroup),
      };
    case "tenant":
      return { ...around, scope: "tenant" };
    case "text":
      return placeOfText(evaluate(scope.text), around);
    case "resource":
      return undefined;
  }
}

const GROUP = /^\/?subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/?$/iu;
const SUBSCRIPTION = /^\/?subscriptions\/([^/]+)\/?$/iu;
const MANAGEMENT_GROUP = /^(?:\/providers\/)?Microsoft\.Management\/managementGroups\/([^/]+)\/?$/iu;

/** `/`, `/subscriptions/…`, `Microsoft.Management/managementGroups/…`. */
function placeOfText(value: ArmValue, around: Place): Place | undefined {
  const text = bare(value);
  if (text instanceof Open) return placeOfOpenText(text, around);
  if (typeof text !== "string") return undefined;
  if (text === "/") return { ...around, scope: "tenant" };
  const [, subscription, group] = GROUP.exec(text) ?? [];
  if (subscription !== undefined && group !== undefined) {
    return { ...around, scope: "resourceGroup", subscriptionId: subscription, resourceGroup: group };
  }
  const [, alone] = SUBSCRIPTION.exec(text) ?? [];
  if (alone !== undefined) return { ...around, scope: "subscription", subscriptionId: alone };
  const [, managementGroup] = MANAGEMENT_GROUP.exec(text) ?? [];
  return managementGroup === undefined ? undefined : { ...around, scope: "managementGroup", managementGroup };
}

/** A text with gaps still tells of which kind it is. */
function placeOfOpenText(open: Open, around: Place): Place | undefined {
  const text = print(open);
  if (/^'(?:\/providers\/)?Microsoft\.Management\/managementGroups\//iu.test(text)) {
    return { ...around, scope: "managementGroup", managementGroup: lastSegment(open, text) };
  }
  if (/^'\/subscriptions\/[^/]*'$/iu.test(text)) {
    return { ...around, scope: "subscription", subscriptionId: lastSegment(open, text) };
  }
  return undefined;
}

function lastSegment(open: Open, text: string): ArmValue {
  if (open instanceof OpenText) {
    const [start, last, ...more] = open.pieces;
    if (typeof start === "string" && start.endsWith("/") && last instanceof Open && more.length === 0) {
      return last;
    }
  }
  return openFrom([open], `last(split(${text}, '/'))`);
}
