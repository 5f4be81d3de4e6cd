import type { Expression, Literal } from "../../arm/expression.ts";
import type { TypeSchema } from "../../arm/type-schema.ts";
import type * as ast from "../ast.ts";
import type { Lowering } from "./lowering.ts";
import type { FileScope, Symbol } from "./symbol.ts";

const AMBIENT: ReadonlyMap<string, TypeSchema> = new Map([
  ["string", { type: "string" }],
  ["int", { type: "int" }],
  ["bool", { type: "bool" }],
  ["array", { type: "array" }],
  ["object", { type: "object" }],
  ["any", { type: "any" }],
]);

const ANY: TypeSchema = { type: "any" };
/** Aliases of aliases; a longer chain goes in a circle. */
const LONGEST_CHAIN = 100;

/** A type with what its decorators say. */
export function lowerType(
  lowering: Lowering,
  node: ast.TypeExpression,
  decorators: readonly ast.Decorator[],
  scope: FileScope,
): TypeSchema {
  let schema = lowerBare(lowering, node, decorators, scope);
  for (const { name, args } of decorators) schema = decorate(lowering, schema, name, args[0], scope);
  return schema;
}

function decorate(
  lowering: Lowering,
  schema: TypeSchema,
  name: string,
  argument: ast.Expression | undefined,
  scope: FileScope,
): TypeSchema {
  switch (name) {
    case "secure":
      return { ...schema, secure: true };
    case "sealed":
      return { ...schema, additionalProperties: false };
    case "allowed":
      if (argument === undefined) return schema;
      return { ...schema, allowed: lowering.expression(argument, { scope, locals: undefined }) };
    case "minLength":
    case "maxLength":
    case "minValue":
    case "maxValue": {
      const bound = integerOf(argument);
      return bound === undefined ? schema : { ...schema, [name]: bound };
    }
    default:
      return schema;
  }
}

function integerOf(node: ast.Expression | undefined): number | undefined {
  if (node?.kind === "integer") return node.value;
  return node?.kind === "unary" && node.operator === "-" && node.value.kind === "integer"
    ? -node.value.value
    : undefined;
}

function lowerBare(
  lowering: Lowering,
  node: ast.TypeExpression,
  decorators: readonly ast.Decorator[],
  scope: FileScope,
): TypeSchema {
  switch (node.kind) {
    case "named-type":
      return namedType(lowering, node.name, scope);
    case "literal-type":
      return literalType(lowering, node.value, scope);
    case "nullable-type":
      return { ...lowerBare(lowering, node.type, decorators, scope), nullable: node.nullable };
    case "array-type":
      return { type: "array", items: lowerType(lowering, node.item, [], scope) };
    case "tuple-type":
      return {
        type: "array",
        prefixItems: node.items.map((item) => lowerType(lowering, item.type, item.decorators, scope)),
      };
    case "object-type":
      return objectType(lowering, node, scope);
    case "union-type":
      return unionType(lowering, node, decorators, scope);
    case "type-member":
    case "type-item":
      return partOfType(lowering, node, scope);
    case "parameterized-type":
    case "resource-type":
      return ANY;
  }
}

function namedType(lowering: Lowering, name: string, scope: FileScope): TypeSchema {
  const symbol = scope.symbols.get(name);
  if (symbol === undefined) return AMBIENT.get(name) ?? ANY;
  return symbolType(lowering, symbol, scope);
}

function symbolType(lowering: Lowering, symbol: Symbol | undefined, scope: FileScope): TypeSchema {
  if (symbol?.kind === "type") return { type: "any", ref: lowering.type(scope, symbol).toLowerCase() };
  if (symbol?.kind !== "imported") return ANY;
  return importedType(lowering, symbol, symbol.name, scope);
}

function importedType(
  lowering: Lowering,
  { statement }: Extract<Symbol, { kind: "imported" | "wildcard" }>,
  name: string,
  scope: FileScope,
): TypeSchema {
  // a type that cannot be read says nothing, and changes no value
  const target = lowering.target(scope, statement);
  if (target.kind === "file") {
    const declared = target.scope.symbols.get(name);
    return declared?.kind === "type" ? symbolType(lowering, declared, target.scope) : ANY;
  }
  if (target.kind === "missing") return ANY;
  const exported = lowering.exported(target, name);
  return exported?.kind === "type" ? { type: "any", ref: exported.key } : ANY;
}

function literalType(lowering: Lowering, value: ast.Expression, scope: FileScope): TypeSchema {
  const lowered = lowering.expression(value, { scope, locals: undefined });
  if (lowered.kind !== "literal") return ANY;
  if (lowered.value === null) return { type: "any", nullable: true };
  const allowed: Expression = {
    kind: "array",
    items: [lowered],
    source: lowered.source,
    start: lowered.start,
  };
  return { type: typeOfLiteral(lowered), allowed };
}

function typeOfLiteral({ value }: Literal): TypeSchema["type"] {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "int" : "bool";
}

function objectType(lowering: Lowering, { members }: ast.ObjectType, scope: FileScope): TypeSchema {
  const properties = new Map<string, TypeSchema>();
  let additionalProperties: TypeSchema | undefined;
  for (const { name, type, decorators } of members) {
    const schema = lowerType(lowering, type, decorators, scope);
    if (name === undefined) additionalProperties = schema;
    else properties.set(name, schema);
  }
  return {
    type: "object",
    properties,
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  };
}

/** Several literals are a choice; several objects are told apart by the property that a decorator names. */
function unionType(
  lowering: Lowering,
  { members, start }: ast.UnionType,
  decorators: readonly ast.Decorator[],
  scope: FileScope,
): TypeSchema {
  const schemas = members.map((member) => lowerType(lowering, member, [], scope));
  const nullable = schemas.some((schema) => schema.nullable === true);
  const isNull = ({ type, nullable: isNullable, allowed, ref }: TypeSchema): boolean =>
    type === "any" && isNullable === true && allowed === undefined && ref === undefined;
  const others = schemas.filter((schema) => !isNull(schema));
  const literals = others.flatMap(({ allowed }) => (allowed?.kind === "array" ? allowed.items : []));
  const plain = nullable ? { nullable } : {};
  if (others.length > 0 && others.every(({ allowed }) => allowed?.kind === "array")) {
    const types = new Set(others.map(({ type }) => type));
    const allowed: Expression = { kind: "array", items: literals, source: scope.file.source, start };
    return { type: types.size === 1 ? (others[0]?.type ?? "any") : "any", allowed, ...plain };
  }
  const property = decorators.find(({ name }) => name === "discriminator")?.args[0];
  if (property?.kind !== "text") return { type: "any", ...plain };
  return {
    type: "object",
    ...plain,
    discriminator: discriminate(lowering, members, property.segments[0] ?? "", scope),
  };
}

function discriminate(
  lowering: Lowering,
  members: readonly ast.TypeExpression[],
  property: string,
  scope: FileScope,
): NonNullable<TypeSchema["discriminator"]> {
  const variants = new Map<string, TypeSchema>();
  for (const member of members) {
    const { node, scope: home } = resolveAlias(lowering, member, scope);
    if (node?.kind !== "object-type") continue;
    const told = node.members.find(({ name }) => name === property)?.type;
    const literal = told === undefined ? undefined : resolveAlias(lowering, told, home).node;
    if (literal?.kind !== "literal-type" || literal.value.kind !== "text") continue;
    variants.set(literal.value.segments[0] ?? "", lowerType(lowering, member, [], scope));
  }
  return { property, variants };
}

interface Resolved {
  readonly node: ast.TypeExpression | undefined;
  readonly scope: FileScope;
}

/** The type behind names, as it is written; nothing for one that goes in a circle. */
function resolveAlias(lowering: Lowering, start: ast.TypeExpression, home: FileScope): Resolved {
  const nothing = { node: undefined, scope: home };
  return lowering.chase(() => followNames(lowering, start, home), nothing);
}

function followNames(lowering: Lowering, start: ast.TypeExpression, home: FileScope): Resolved {
  let node: ast.TypeExpression | undefined = start;
  let scope = home;
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    if (node?.kind === "nullable-type") {
      node = node.type;
    } else if (node?.kind === "named-type") {
      ({ node, scope } = declarationOf(lowering, scope.symbols.get(node.name), scope));
    } else if (node?.kind === "type-member" || node?.kind === "type-item") {
      ({ node, scope } = partOf(lowering, node, scope));
    } else return { node, scope };
  }
  return { node: undefined, scope };
}

function declarationOf(lowering: Lowering, symbol: Symbol | undefined, scope: FileScope): Resolved {
  if (symbol?.kind === "type") return { node: symbol.statement.type, scope };
  if (symbol?.kind !== "imported") return { node: undefined, scope };
  const target = lowering.target(scope, symbol.statement);
  if (target.kind !== "file") return { node: undefined, scope };
  const found = target.scope.symbols.get(symbol.name);
  return found?.kind === "imported"
    ? { node: { kind: "named-type", name: symbol.name, start: 0, end: 0 }, scope: target.scope }
    : declarationOf(lowering, found, target.scope);
}

/** `Base.name`, `Base[*]` and their like, as they are written. */
function partOf(lowering: Lowering, node: ast.TypeMember | ast.TypeItem, scope: FileScope): Resolved {
  if (node.kind === "type-member" && node.base.kind === "named-type") {
    const symbol = scope.symbols.get(node.base.name);
    if (symbol?.kind === "wildcard") {
      const target = lowering.target(scope, symbol.statement);
      if (target.kind !== "file") return { node: undefined, scope };
      return declarationOf(lowering, target.scope.symbols.get(node.name.name), target.scope);
    }
    if (symbol === undefined && node.base.name === "sys") {
      return { node: { kind: "named-type", name: node.name.name, start: node.start, end: node.end }, scope };
    }
  }
  const base = resolveAlias(lowering, node.base, scope);
  return { node: memberOf(base.node, node), scope: base.scope };
}

function memberOf(
  base: ast.TypeExpression | undefined,
  node: ast.TypeMember | ast.TypeItem,
): ast.TypeExpression | undefined {
  if (node.kind === "type-item") {
    if (base?.kind === "array-type") return base.item;
    return base?.kind === "tuple-type" ? base.items[node.index ?? 0]?.type : undefined;
  }
  if (base?.kind !== "object-type") return undefined;
  const wanted = node.name.name === "*" ? undefined : node.name.name;
  return base.members.find(({ name }) => name === wanted)?.type;
}

function partOfType(lowering: Lowering, node: ast.TypeMember | ast.TypeItem, scope: FileScope): TypeSchema {
  if (node.kind === "type-member" && node.base.kind === "named-type") {
    const { name } = node.base;
    const symbol = scope.symbols.get(name);
    if (symbol?.kind === "wildcard") return importedType(lowering, symbol, node.name.name, scope);
    if (symbol === undefined && name === "sys") return AMBIENT.get(node.name.name) ?? ANY;
  }
  return lowering.chase(() => {
    const part = partOf(lowering, node, scope);
    return part.node === undefined ? ANY : lowerType(lowering, part.node, [], part.scope);
  }, ANY);
}
