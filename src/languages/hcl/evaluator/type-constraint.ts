import type { Call, Expression, ObjectItem } from "../ast.ts";
import { parseHclExpression } from "../parse-hcl.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, BOOL, NUMBER, STRING } from "../values/hcl-value.ts";
import type { HclValue, ObjectType, Type } from "../values/hcl-value.ts";
import { listOf, mapOf, setOf, tupleOf } from "../values/type.ts";

/** Evaluates the default of an optional attribute. */
type EvaluateDefault = (expression: Expression) => HclValue;

const PRIMITIVES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["string", STRING],
  ["number", NUMBER],
  ["bool", BOOL],
  ["any", ANY],
  // as Terraform 0.11 wrote them
  ["list", listOf(ANY)],
  ["map", mapOf(ANY)],
  ["set", setOf(ANY)],
]);

/** The type that an expression such as `map(object({ id = string }))` describes. Throws `EvaluationError` when it is none. */
export function readTypeConstraint(expression: Expression, evaluateDefault: EvaluateDefault): Type {
  switch (expression.kind) {
    case "reference": {
      const type = expression.steps.length === 0 ? PRIMITIVES.get(expression.root) : undefined;
      if (type !== undefined) return type;
      throw new EvaluationError(`${expression.root} is not a type`);
    }
    case "call":
      return readCall(expression, evaluateDefault);
    case "parentheses":
      return readTypeConstraint(expression.inner, evaluateDefault);
    case "string":
    case "wrap":
      return readText(expression, evaluateDefault);
    default:
      throw new EvaluationError("a type is expected");
  }
}

/** In JSON a type is a text; in quotes it was one in Terraform 0.11. */
function readText(
  expression: Extract<Expression, { kind: "string" | "wrap" }>,
  evaluateDefault: EvaluateDefault,
): Type {
  if (expression.kind === "wrap") return readTypeConstraint(expression.inner, evaluateDefault);
  const parsed = parseHclExpression(expression.value, "a type");
  if (!parsed.ok) throw new EvaluationError(`${JSON.stringify(expression.value)} is not a type`);
  if (parsed.expression.kind === "string") throw new EvaluationError(`${expression.value} is not a type`);
  return readTypeConstraint(parsed.expression, evaluateDefault);
}

function readCall({ name, arguments: args }: Call, evaluateDefault: EvaluateDefault): Type {
  const [argument, ...more] = args;
  if (argument === undefined || more.length > 0) {
    throw new EvaluationError(`${name} takes one argument in a type`);
  }
  switch (name) {
    case "list":
      return listOf(readTypeConstraint(argument, evaluateDefault));
    case "set":
      return setOf(readTypeConstraint(argument, evaluateDefault));
    case "map":
      return mapOf(readTypeConstraint(argument, evaluateDefault));
    case "tuple":
      if (argument.kind !== "tuple") throw new EvaluationError("tuple takes a list of types");
      return tupleOf(argument.items.map((item) => readTypeConstraint(item, evaluateDefault)));
    case "object":
      if (argument.kind !== "object") throw new EvaluationError("object takes names with their types");
      return readObject(argument.items, evaluateDefault);
    default:
      throw new EvaluationError(`${name} is not a type`);
  }
}

function readObject(items: readonly ObjectItem[], evaluateDefault: EvaluateDefault): ObjectType {
  const attributes = new Map<string, Type>();
  const optional = new Map<string, HclValue | undefined>();
  for (const { key, value } of items) {
    const name = key.kind === "key-name" ? key.name : key.kind === "string" ? key.value : undefined;
    if (name === undefined) throw new EvaluationError("the attributes of an object type have plain names");
    if (value.kind === "call" && value.name === "optional") {
      const [type, fallback] = value.arguments;
      if (type === undefined) throw new EvaluationError("optional takes a type");
      attributes.set(name, readTypeConstraint(type, evaluateDefault));
      optional.set(name, fallback === undefined ? undefined : evaluateDefault(fallback));
    } else attributes.set(name, readTypeConstraint(value, evaluateDefault));
  }
  return optional.size === 0 ? { kind: "object", attributes } : { kind: "object", attributes, optional };
}
