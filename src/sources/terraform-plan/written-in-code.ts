import { isDeepStrictEqual } from "node:util";
import type { Truth } from "../../model/truth.ts";
import { everyTruth } from "../../model/truth.ts";
import { isExpression } from "./plan-document.ts";
import type { ExpressionNode } from "./plan-document.ts";
import type { PlanIndex } from "./plan-index.ts";
import { parseReferences } from "./reference-text.ts";
import type { ExpressionScope } from "./resolve-references.ts";

const DEEPEST = 40;

/**
 * Whether the value of an expression stands in the configuration: a constant, or a variable that has it by its default or
 * by the call of its module. False where it is given to the root module, or another resource has it. A plan tells nothing of locals.
 */
export function isWrittenInCode(
  index: PlanIndex,
  expression: ExpressionNode | undefined,
  scope: ExpressionScope,
  depth = 0,
): Truth {
  if (expression === undefined || !isExpression(expression) || depth > DEEPEST) return "unknown";
  if (expression.constant_value !== undefined && expression.constant_value !== null) return true;
  const references = parseReferences(expression.references ?? []);
  if (references.length === 0) return "unknown";
  return everyTruth(
    references.map((reference): Truth => {
      switch (reference.kind) {
        case "variable":
          return isVariableWritten(index, reference.name, scope, depth);
        case "each-value":
          return isWrittenInCode(index, scope.forEach, { ...scope, forEach: undefined }, depth + 1);
        case "key":
        case "constant":
          return true;
        case "resource":
        case "data":
          return false;
        default:
          return "unknown";
      }
    }),
  );
}

function isVariableWritten(
  index: PlanIndex,
  name: string,
  { module }: ExpressionScope,
  depth: number,
): Truth {
  const step = module.steps.at(-1);
  const declared = module.config?.variables?.[name];
  if (step === undefined) {
    if (declared === undefined || !Object.hasOwn(declared, "default")) return false;
    const { value } = index.plan.variables?.[name] ?? { value: declared.default };
    return isDeepStrictEqual(value, declared.default);
  }
  const parent = index.module(module.steps.slice(0, -1));
  const call = parent.config?.module_calls?.[step.name];
  const given = call?.expressions?.[name];
  if (given === undefined) {
    return call === undefined || declared === undefined ? "unknown" : Object.hasOwn(declared, "default");
  }
  const scope = { module: parent, key: step.key, forEach: call?.for_each_expression };
  return isWrittenInCode(index, given, scope, depth + 1);
}
