import type {
  Expression,
  Iteration,
  Member,
  ObjectExpression,
  Spread,
  Written,
} from "../../arm/expression.ts";
import type * as ast from "../ast.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerMethod } from "./lower-method.ts";
import { lowerImportMember, lowerName } from "./lower-name.ts";
import { withLocals } from "./lowering.ts";
import type { Context, Lowering } from "./lowering.ts";
import { call, lowerBinary, lowerUnary } from "./operators.ts";

/** Brings an expression of Bicep into the form of ARM's. */
export function lowerExpression(lowering: Lowering, node: ast.Expression, context: Context): Expression {
  const at = lowering.at(context.scope, node);
  const lower = (inner: ast.Expression): Expression => lowerExpression(lowering, inner, context);
  switch (node.kind) {
    case "null":
      return { kind: "literal", value: null, ...at };
    case "boolean":
    case "integer":
      return { kind: "literal", value: node.value, ...at };
    case "text":
      return lowerText(lowering, node, context);
    case "variable":
      return lowerName(lowering, node.name, context, at);
    case "call":
      return lowerCall(lowering, node.name, node.args, context, at);
    case "method":
      return lowerMethod(lowering, node, context, at);
    case "property":
    case "index":
    case "nested":
      return lowerAccess(lowering, node, context, at);
    case "not-null":
      return { kind: "group", inner: lower(node.value), ...at };
    case "parentheses":
      return { kind: "group", inner: lower(node.value), ...at };
    case "unary":
      return lowerUnary(node.operator, lower(node.value), at);
    case "binary":
      return lowerBinary(node.operator, lower(node.left), lower(node.right), at);
    case "ternary":
      return call("if", [lower(node.condition), lower(node.whenTrue), lower(node.whenFalse)], at);
    case "array":
      return { kind: "array", items: node.items.map((item) => lowerItem(lowering, item, context)), ...at };
    case "object":
      return lowerObject(lowering, node, context);
    case "for": {
      const { iteration, inside } = lowerLoop(lowering, node.loop, context);
      return { kind: "loop", ...iteration, body: lowerExpression(lowering, node.body, inside), ...at };
    }
    case "lambda": {
      const parameters = node.params.map(({ name }) => name);
      const body = lowerExpression(lowering, node.body, withLocals(context, parameters));
      return { kind: "lambda", parameters, body, ...at };
    }
  }
}

/** A string; one without expressions is a literal. */
export function lowerText(lowering: Lowering, node: ast.TextExpression, context: Context): Expression {
  const at = lowering.at(context.scope, node);
  const { segments, holes } = node;
  if (holes.length === 0) return { kind: "literal", value: segments[0] ?? "", ...at };
  const parts: Expression[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment !== "") parts.push({ kind: "literal", value: segment, ...at });
    const hole = holes[index];
    if (hole !== undefined) parts.push(lowerExpression(lowering, hole, context));
  }
  return { kind: "text", parts, ...at };
}

export function lowerObject(
  lowering: Lowering,
  node: ast.ObjectExpression,
  context: Context,
): ObjectExpression {
  const members = node.entries.map((entry) =>
    entry.kind === "spread" ? lowerSpread(lowering, entry, context) : lowerMember(lowering, entry, context),
  );
  return { kind: "object", members, ...lowering.at(context.scope, node) };
}

export function lowerMember(
  lowering: Lowering,
  { key, value, start }: ast.Property,
  context: Context,
): Member {
  return {
    kind: "member",
    key: lowerText(lowering, key, context),
    value: lowerExpression(lowering, value, context),
    source: context.scope.file.source,
    start,
  };
}

export function lowerSpread(lowering: Lowering, { value, start }: ast.Spread, context: Context): Spread {
  const { source } = context.scope.file;
  return { kind: "spread", value: lowerExpression(lowering, value, context), source, start };
}

function lowerItem(
  lowering: Lowering,
  item: ast.Expression | ast.Spread,
  context: Context,
): Expression | Spread {
  return item.kind === "spread"
    ? lowerSpread(lowering, item, context)
    : lowerExpression(lowering, item, context);
}

/** What a loop runs over, and the context of what it repeats. */
export function lowerLoop(
  lowering: Lowering,
  { item, index, list }: ast.Loop,
  context: Context,
): { readonly iteration: Iteration; readonly inside: Context } {
  const names = index === undefined ? [item.name] : [item.name, index.name];
  const iteration: Iteration = {
    over: { kind: "items", collection: lowerExpression(lowering, list, context) },
    item: item.name,
    index: index?.name,
  };
  return { iteration, inside: withLocals(context, names) };
}

type AccessNode = ast.PropertyAccess | ast.IndexAccess | ast.NestedAccess;

/** The steps of `a.b[c].d` from left to right: a chain may be as long as the text. */
function lowerAccess(lowering: Lowering, node: AccessNode, context: Context, at: Written): Expression {
  const named = lowerNamed(lowering, node, context, at);
  if (named !== undefined) return named;
  const { base } = node;
  if (node.kind === "nested") {
    return lowering.unsettled("only a resource has resources inside of it", at);
  }
  const target = lowerExpression(lowering, base, context);
  const { source } = at;
  if (node.kind === "index") {
    const key = lowerExpression(lowering, node.index, context);
    if (target.kind === "resource" && target.index === undefined && !node.safe && !node.fromEnd) {
      return { ...target, index: key };
    }
    return { kind: "access", target, key, safe: node.safe, fromEnd: node.fromEnd, ...at };
  }
  const key: Expression = { kind: "literal", value: node.name.name, source, start: node.name.start };
  const isMaybe = node.safe && target.kind === "resource" && !DECLARED.has(node.name.name);
  const read: Expression = isMaybe ? { ...target, maybe: true } : target;
  const found: Expression = { kind: "access", target: read, key, safe: node.safe, fromEnd: false, ...at };
  if (!isSafeOutputs(lowering, target)) return found;
  const value: Expression = { kind: "literal", value: "value", source, start: node.name.start };
  return { kind: "access", target: found, key: value, safe: node.safe, fromEnd: false, ...at };
}

/** What follows from the declaration of a resource, whether it is deployed or not. */
const DECLARED: ReadonlySet<string> = new Set(["id", "name", "type", "apiVersion"]);

/** `module.?outputs`, of which an output is a type and a value. */
function isSafeOutputs({ root }: Lowering, node: Expression): boolean {
  if (node.kind !== "access" || !node.safe) return false;
  const { target, key } = node;
  if (target.kind !== "resource" || target.maybe !== true) return false;
  const symbol = root.symbols.get(target.key);
  const isModule = symbol?.kind === "resource" && symbol.statement.kind === "module";
  return isModule && key.kind === "literal" && key.value === "outputs";
}

/** `alias.name` of an import, and `parent::child`. */
function lowerNamed(
  lowering: Lowering,
  node: AccessNode,
  context: Context,
  at: Written,
): Expression | undefined {
  if (node.kind === "nested") return lowerNested(lowering, node, context, at);
  if (node.kind !== "property" || node.base.kind !== "variable") return undefined;
  return lowerImportMember(lowering, node.base.name, node.name.name, context, at);
}

function lowerNested(
  lowering: Lowering,
  { base, name }: ast.NestedAccess,
  context: Context,
  at: Written,
): Expression | undefined {
  const parent = lowerExpression(lowering, base, context);
  if (parent.kind !== "resource") return undefined;
  const key = `${parent.key}::${name.name}`;
  lowering.reads.add(key);
  return { kind: "resource", key, index: parent.index, ...at };
}
