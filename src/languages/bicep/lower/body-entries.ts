import type { Expression, Iteration, Member, Spread, Written } from "../../arm/expression.ts";
import type * as ast from "../ast.ts";
import { lowerMember, lowerSpread } from "./lower-expression.ts";
import type { Context, Lowering } from "./lowering.ts";
import { textOf } from "./text-of.ts";

/** What every resource and module has. */
export interface Common extends Written {
  readonly key: string;
  readonly symbol: string;
  readonly loop: Iteration | undefined;
  readonly condition: Expression | undefined;
  readonly dependsOn: readonly string[];
}

/** The value of a property that is written in a body. */
export function entryOf(object: ast.ObjectExpression, name: string): ast.Expression | undefined {
  for (const entry of object.entries) {
    if (entry.kind === "entry" && textOf(entry.key) === name) return entry.value;
  }
  return undefined;
}

/** What is written in a body, without what says where the resource is. */
export function bodyOf(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
  envelope: ReadonlySet<string>,
): readonly (Member | Spread)[] {
  const members: (Member | Spread)[] = [];
  for (const entry of object.entries) {
    if (entry.kind === "spread") members.push(lowerSpread(lowering, entry, context));
    else if (!envelope.has(textOf(entry.key) ?? "")) members.push(lowerMember(lowering, entry, context));
  }
  return members;
}

export function nameOf(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
  common: Common,
): Expression {
  const name = entryOf(object, "name");
  if (name !== undefined) return lowering.expression(name, context);
  return lowering.unsettled(`${common.symbol} has no name`, common);
}

/** What `dependsOn` names is read as well. */
export function noteDependencies(lowering: Lowering, object: ast.ObjectExpression, context: Context): void {
  const dependsOn = entryOf(object, "dependsOn");
  if (dependsOn !== undefined) lowering.expression(dependsOn, context);
}

/** A resource of an extension need not have a name: it is told by what the file calls it. */
export function nameOfExtension(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
  common: Common,
): Expression {
  const name = entryOf(object, "name");
  if (name !== undefined) return lowering.expression(name, context);
  return { kind: "literal", value: common.symbol, source: common.source, start: common.start };
}
