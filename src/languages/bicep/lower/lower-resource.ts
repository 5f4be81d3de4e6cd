import type { Expression, Iteration, ObjectExpression } from "../../arm/expression.ts";
import type { ResourceDeclaration, ResourceLink } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import { bodyOf, entryOf, nameOf, nameOfExtension, noteDependencies } from "./body-entries.ts";
import type { Common } from "./body-entries.ts";
import { inlineDeployment, isDeployment } from "./inline-deployment.ts";
import { lowerExpression, lowerLoop } from "./lower-expression.ts";
import { lowerModule } from "./lower-module.ts";
import { lowerScope } from "./lower-scope.ts";
import type { Context, Locals, Lowering, Reads } from "./lowering.ts";
import { call } from "./operators.ts";
import { typeOf } from "./resource-type.ts";
import type { DeclaredResource } from "./symbol.ts";

/** A resource or module as it was lowered, with what it reads. */
export interface LoweredResource {
  readonly declaration: ResourceDeclaration;
  readonly reads: Reads;
}

/** Properties of the body of a resource that say something about its place, and are no part of it. */
const ENVELOPE: ReadonlySet<string> = new Set(["name", "parent", "scope", "dependsOn"]);

/** What a deployment deploys is no part of it either. */
const DEPLOYMENT_ENVELOPE: ReadonlySet<string> = new Set([
  ...ENVELOPE,
  "properties",
  "resourceGroup",
  "subscriptionId",
]);

/** Resources of extensions have properties of their own, which may be called name as well. */
const EXTENSION_ENVELOPE: ReadonlySet<string> = new Set(["dependsOn"]);

function envelopeOf({
  extension,
  deployment,
}: Pick<ResourceDeclaration, "extension" | "deployment">): ReadonlySet<string> {
  if (extension !== undefined) return EXTENSION_ENVELOPE;
  return deployment === undefined ? ENVELOPE : DEPLOYMENT_ENVELOPE;
}

/** Lowers a resource or module, and the resources inside of it, each after the one around it. */
export function lowerResource(
  lowering: Lowering,
  declared: DeclaredResource,
  around: Locals | undefined,
  outer: { readonly condition?: Expression | undefined; readonly loop?: Iteration | undefined } = {},
): readonly LoweredResource[] {
  const { statement } = declared;
  const outside: Context = { scope: lowering.root, locals: around };
  lowering.reads = new Set();
  const { reads } = lowering;
  const at = lowering.at(lowering.root, statement.name);
  const loop =
    statement.body.loop === undefined ? undefined : lowerLoop(lowering, statement.body.loop, outside);
  const inside = loop?.inside ?? outside;
  const context = { scope: inside.scope, locals: withChildren(declared, inside.locals) };
  const own =
    statement.body.condition === undefined
      ? undefined
      : lowerExpression(lowering, statement.body.condition, context);
  // a resource inside of another is there only when that one is
  const condition =
    own === undefined || outer.condition === undefined
      ? (own ?? outer.condition)
      : call("and", [outer.condition, own], own);
  if (outer.loop !== undefined) tellNestedLoop(lowering, statement);
  const common = {
    key: declared.key,
    symbol: declared.key,
    loop: loop?.iteration ?? outer.loop,
    condition,
    dependsOn: [],
    ...at,
  };
  const declaration =
    statement.kind === "module"
      ? lowerModule(lowering, statement, context, common)
      : lowerPlain(lowering, declared, statement, context, common);
  const children = [...declared.children.values()].flatMap((child) =>
    lowerResource(lowering, child, context.locals, { condition, loop: common.loop }),
  );
  return [{ declaration, reads }, ...children];
}

/** Bicep compiles no resource inside of one with a loop; it is read as one of each pass, as ARM has it. */
function tellNestedLoop(lowering: Lowering, { name }: ast.ResourceStatement | ast.ModuleStatement): void {
  const message = `${name.name} lies inside of a resource with a loop, which Bicep does not compile`;
  lowering.tell("bicep-nested-loop", "error", message, lowering.at(lowering.root, name));
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
  // what an extension calls parent or scope is a property like any other
  const isOwn = type.extension === undefined;
  const parent = isOwn ? entryOf(object, "parent") : undefined;
  const scope = isOwn ? entryOf(object, "scope") : undefined;
  noteDependencies(lowering, object, context);
  const deployment = isDeployment(type.type) ? inlineDeployment(lowering, object, context) : undefined;
  return {
    ...common,
    ...type,
    ...(deployment === undefined ? {} : { deployment }),
    name:
      type.extension === undefined
        ? nameOf(lowering, object, context, common)
        : nameOfExtension(lowering, object, context, common),
    existing: statement.existing,
    onlyIfNotExists: statement.decorators.some(({ name }) => name === "onlyIfNotExists"),
    parent: parentOf(lowering, declared, parent, context),
    scope: scope === undefined ? undefined : lowerScope(lowering, scope, context),
    body: lowerBody(lowering, object, context, { ...type, deployment }),
  };
}

function lowerBody(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
  of: Pick<ResourceDeclaration, "extension" | "deployment">,
): ObjectExpression {
  const at = lowering.at(context.scope, object);
  const members = bodyOf(lowering, object, context, envelopeOf(of));
  if (of.extension === undefined) return { kind: "object", members, ...at };
  // a compiled template has all that is written of a resource of an extension as its properties
  const key: Expression = { kind: "literal", value: "properties", ...at };
  const value: Expression = { kind: "object", members, ...at };
  return { kind: "object", members: [{ kind: "member", key, value, ...at }], ...at };
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
