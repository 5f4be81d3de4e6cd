import type { Expression } from "../../arm/expression.ts";
import type { DeploymentDeclaration, ResourceDeclaration } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import { entryOf, noteDependencies } from "./body-entries.ts";
import type { Common } from "./body-entries.ts";
import { lowerExpression, lowerObject } from "./lower-expression.ts";
import { lowerScope } from "./lower-scope.ts";
import type { Context, Lowering } from "./lowering.ts";
import { call } from "./operators.ts";
import { textOf } from "./text-of.ts";

/** A module: a deployment of the file that its path names. */
export function lowerModule(
  lowering: Lowering,
  statement: ast.ModuleStatement,
  context: Context,
  common: Common,
): ResourceDeclaration {
  const { object } = statement.body;
  const scope = entryOf(object, "scope");
  noteDependencies(lowering, object, context);
  const at = lowering.at(context.scope, statement.path);
  return {
    ...common,
    type: { kind: "literal", value: "Microsoft.Resources/deployments", ...at },
    apiVersion: undefined,
    name: moduleName(lowering, statement, object, context, common),
    existing: false,
    scope: scope === undefined ? undefined : lowerScope(lowering, scope, context),
    body: { kind: "object", members: [], ...lowering.at(context.scope, object) },
    deployment: deploymentOf(lowering, statement, object, context),
  };
}

/** Without a name Bicep makes one up, which is unique in the deployment around it. */
function moduleName(
  lowering: Lowering,
  statement: ast.ModuleStatement,
  object: ast.ObjectExpression,
  context: Context,
  common: Common,
): Expression {
  const name = entryOf(object, "name");
  if (name !== undefined) return lowerExpression(lowering, name, context);
  const literal = (value: string): Expression => ({
    kind: "literal",
    value,
    source: common.source,
    start: common.start,
  });
  const deployment: Expression = {
    kind: "access",
    target: call("deployment", [], common),
    key: literal("name"),
    safe: false,
    fromEnd: false,
    source: common.source,
    start: common.start,
  };
  const symbol = statement.name.name;
  const unique = call("uniqueString", [literal(symbol), deployment], common);
  const index = statement.body.loop === undefined ? [] : [literal("-"), call("copyIndex", [], common)];
  return {
    kind: "text",
    parts: [literal(symbol), ...index, literal("-"), unique],
    source: common.source,
    start: common.start,
  };
}

function deploymentOf(
  lowering: Lowering,
  { path }: ast.ModuleStatement,
  object: ast.ObjectExpression,
  context: Context,
): DeploymentDeclaration {
  const params = entryOf(object, "params");
  const parameters =
    params?.kind === "object"
      ? lowerObject(lowering, params, context)
      : params === undefined
        ? undefined
        : lowerExpression(lowering, params, context);
  const written = textOf(path);
  const { file } = lowering.root;
  return {
    evaluation: "inner",
    parameters,
    template: () =>
      written === undefined
        ? { missing: "the path of a module is plain text", code: "bicep-module" }
        : lowering.host.module(written, file),
  };
}
