import type { Expression, Iteration, Member, Spread, Written } from "../../arm/expression.ts";
import type { DeploymentDeclaration, ResourceDeclaration, ResourceLink } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import {
  lowerExpression,
  lowerLoop,
  lowerMember,
  lowerObject,
  lowerSpread,
  lowerText,
} from "./lower-expression.ts";
import { lowerScope } from "./lower-scope.ts";
import type { Context, Locals, Lowering, Reads } from "./lowering.ts";
import { call } from "./operators.ts";
import type { DeclaredResource } from "./symbol.ts";
import { textOf } from "./text-of.ts";

/** A resource or module as it was lowered, with what it reads. */
export interface LoweredResource {
  readonly declaration: ResourceDeclaration;
  readonly reads: Reads;
}

/** Properties of the body of a resource that say something about its place, and are no part of it. */
const ENVELOPE: ReadonlySet<string> = new Set(["name", "parent", "scope", "dependsOn"]);

/** Lowers a resource or module, and the resources inside of it, each after the one around it. */
export function lowerResource(
  lowering: Lowering,
  declared: DeclaredResource,
  around: Locals | undefined,
  outerCondition?: Expression,
): readonly LoweredResource[] {
  const { statement } = declared;
  const outer: Context = { scope: lowering.root, locals: around };
  lowering.reads = new Set();
  const { reads } = lowering;
  const at = lowering.at(lowering.root, statement.name);
  const loop =
    statement.body.loop === undefined ? undefined : lowerLoop(lowering, statement.body.loop, outer);
  const inside = loop?.inside ?? outer;
  const context = { scope: inside.scope, locals: withChildren(declared, inside.locals) };
  const own =
    statement.body.condition === undefined
      ? undefined
      : lowerExpression(lowering, statement.body.condition, context);
  // a resource inside of another is there only when that one is
  const condition =
    own === undefined || outerCondition === undefined
      ? (own ?? outerCondition)
      : call("and", [outerCondition, own], own);
  const common = {
    key: declared.key,
    symbol: declared.key,
    loop: loop?.iteration,
    condition,
    dependsOn: [],
    ...at,
  };
  const declaration =
    statement.kind === "module"
      ? lowerModule(lowering, statement, context, common)
      : lowerPlain(lowering, declared, statement, context, common);
  const children = [...declared.children.values()].flatMap((child) =>
    lowerResource(lowering, child, context.locals, condition),
  );
  return [{ declaration, reads }, ...children];
}

interface Common extends Written {
  readonly key: string;
  readonly symbol: string;
  readonly loop: Iteration | undefined;
  readonly condition: Expression | undefined;
  readonly dependsOn: readonly string[];
}

/** The names of nested resources are known in the resource around them, and in those beside them. */
function withChildren({ children }: DeclaredResource, around: Locals | undefined): Locals | undefined {
  return children.size === 0 ? around : { names: children, around };
}

function lowerPlain(
  lowering: Lowering,
  declared: DeclaredResource,
  statement: ast.ResourceStatement,
  context: Context,
  common: Common,
): ResourceDeclaration {
  const { object } = statement.body;
  const type = typeOf(lowering, declared, context);
  const parent = entryOf(object, "parent");
  const scope = entryOf(object, "scope");
  noteDependencies(lowering, object, context);
  return {
    ...common,
    ...type,
    name: nameOf(lowering, object, context, common),
    existing: statement.existing,
    parent: parentOf(lowering, declared, parent, context),
    scope: scope === undefined ? undefined : lowerScope(lowering, scope, context),
    body: {
      kind: "object",
      members: bodyOf(lowering, object, context),
      ...lowering.at(context.scope, object),
    },
  };
}

/** `Type/sub@version`; of a nested resource the last part alone, and the version of the one around it. */
function typeOf(
  lowering: Lowering,
  declared: DeclaredResource,
  context: Context,
): Pick<ResourceDeclaration, "type" | "apiVersion" | "extension"> {
  const { type } = declared.statement as ast.ResourceStatement;
  const at = lowering.at(context.scope, type);
  const written = writtenType(declared);
  if (written === undefined) return { type: lowerText(lowering, type, context), apiVersion: undefined };
  const { name, version } = written;
  const extension = extensionOf(lowering, name);
  return {
    type: { kind: "literal", value: name, ...at },
    apiVersion: version === undefined ? undefined : { kind: "literal", value: version, ...at },
    ...(extension === undefined ? {} : { extension }),
  };
}

interface WrittenType {
  readonly name: string;
  readonly version: string | undefined;
}

function writtenType({ statement, parent }: DeclaredResource): WrittenType | undefined {
  const text = statement.kind === "resource" ? textOf(statement.type) : undefined;
  if (text === undefined) return undefined;
  const split = text.lastIndexOf("@");
  const name = split < 0 ? text : text.slice(0, split);
  const version = split < 0 ? undefined : text.slice(split + 1);
  const around = parent === undefined ? undefined : writtenType(parent);
  if (around === undefined) return { name, version };
  return { name: `${around.name}/${name}`, version: version ?? around.version };
}

/** Types of ARM begin with the namespace of a provider, which has a dot; Microsoft Graph's are an extension's. */
function extensionOf(lowering: Lowering, type: string): string | undefined {
  const [provider = ""] = type.split("/");
  const isGraph = /^microsoft\.graph$/iu.test(provider);
  if (provider.includes(".") && !isGraph) return undefined;
  for (const [alias, symbol] of lowering.root.symbols) {
    if (symbol.kind !== "extension") continue;
    const { specification } = symbol.statement;
    if (isGraph === /graph/iu.test(`${alias} ${specification}`)) return alias;
  }
  return isGraph ? "microsoftGraph" : undefined;
}

function parentOf(
  lowering: Lowering,
  declared: DeclaredResource,
  written: ast.Expression | undefined,
  context: Context,
): ResourceLink | undefined {
  if (declared.parent !== undefined) {
    lowering.reads.add(declared.parent.key);
    return { key: declared.parent.key };
  }
  if (written === undefined) return undefined;
  const lowered = lowerExpression(lowering, written, context);
  const link = lowered.kind === "group" ? lowered.inner : lowered;
  if (link.kind === "resource") return { key: link.key, index: link.index };
  lowering.tell(
    "bicep-parent",
    "error",
    "parent names a resource of this file",
    lowering.at(context.scope, written),
  );
  return undefined;
}

function nameOf(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
  common: Common,
): Expression {
  const name = entryOf(object, "name");
  if (name !== undefined) return lowerExpression(lowering, name, context);
  return lowering.unsettled(`${common.symbol} has no name`, common);
}

function entryOf(object: ast.ObjectExpression, name: string): ast.Expression | undefined {
  for (const entry of object.entries) {
    if (entry.kind === "entry" && textOf(entry.key) === name) return entry.value;
  }
  return undefined;
}

function bodyOf(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
): readonly (Member | Spread)[] {
  const members: (Member | Spread)[] = [];
  for (const entry of object.entries) {
    if (entry.kind === "spread") members.push(lowerSpread(lowering, entry, context));
    else if (!ENVELOPE.has(textOf(entry.key) ?? "")) members.push(lowerMember(lowering, entry, context));
  }
  return members;
}

/** What `dependsOn` names is read as well. */
function noteDependencies(lowering: Lowering, object: ast.ObjectExpression, context: Context): void {
  const dependsOn = entryOf(object, "dependsOn");
  if (dependsOn !== undefined) lowerExpression(lowering, dependsOn, context);
}

function lowerModule(
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
