import type { Expression, Member, Spread } from "../../arm/expression.ts";
import type { Template } from "../../arm/template.ts";
import type { TypeSchema } from "../../arm/type-schema.ts";
import type { Exported, Lowering } from "./lowering.ts";
import type { ImportTarget } from "./symbol.ts";

/** Takes what a compiled template declares under names of its own into the importing one, once; nothing for an unknown name. */
export function exportOfTemplate(
  lowering: Lowering,
  { template, prefix }: Extract<ImportTarget, { kind: "template" }>,
  name: string,
): Exported | undefined {
  const key = name.toLowerCase();
  const variable = template.variables.get(key);
  const callable = template.functions.get(`__bicep.${key}`);
  takeOver(lowering, template, prefix);
  if (variable !== undefined) return { kind: "variable", key: `${prefix}${variable.name}` };
  if (callable !== undefined) return { kind: "function", key: `__bicep.${prefix}${key}` };
  return template.types.has(key) ? { kind: "type", key: `${prefix}${key}` } : undefined;
}

function takeOver(lowering: Lowering, template: Template, prefix: string): void {
  const rename = renamer(prefix);
  const isTaken = [...template.variables.keys(), ...template.types.keys()].some(
    (key) => lowering.variables.has(`${prefix}${key}`) || lowering.types.has(`${prefix}${key}`),
  );
  if (isTaken) return;
  for (const [key, declared] of template.variables) {
    const value = rename.expression(declared.value);
    lowering.variables.set(`${prefix}${key}`, { ...declared, name: `${prefix}${declared.name}`, value });
  }
  for (const [key, declared] of template.functions) {
    lowering.functions.set(rename.callable(key), { ...declared, body: rename.expression(declared.body) });
  }
  for (const [key, type] of template.types) lowering.types.set(`${prefix}${key}`, rename.type(type));
}

interface Renamer {
  expression(node: Expression): Expression;
  callable(name: string): string;
  type(schema: TypeSchema): TypeSchema;
}

/** Puts a prefix before every name that an expression has from its template. */
function renamer(prefix: string): Renamer {
  const callable = (name: string): string => {
    const dot = name.indexOf(".");
    return dot < 0 ? name : `${name.slice(0, dot + 1)}${prefix}${name.slice(dot + 1)}`;
  };
  const item = <Node extends Expression | Spread>(node: Node): Node | Expression | Spread =>
    node.kind === "spread" ? { ...node, value: expression(node.value) } : expression(node);
  const expression = (node: Expression): Expression => {
    switch (node.kind) {
      case "literal":
      case "local":
      case "parameter":
      case "resource":
      case "unsettled":
        return node;
      case "text":
        return { ...node, parts: node.parts.map(expression) };
      case "array":
        return { ...node, items: node.items.map(item) };
      case "object":
        return {
          ...node,
          members: node.members.map((member): Member | Spread =>
            member.kind === "spread"
              ? { ...member, value: expression(member.value) }
              : { ...member, key: expression(member.key), value: expression(member.value) },
          ),
        };
      case "loop": {
        const over =
          node.over.kind === "items"
            ? { kind: "items" as const, collection: expression(node.over.collection) }
            : { kind: "count" as const, count: expression(node.over.count) };
        const filter = node.filter === undefined ? undefined : expression(node.filter);
        return { ...node, over, filter, body: expression(node.body) };
      }
      case "variable":
        return { ...node, name: `${prefix}${node.name}` };
      case "access":
        return { ...node, target: expression(node.target), key: expression(node.key) };
      case "group":
        return { ...node, inner: expression(node.inner) };
      case "call":
        return { ...node, name: callable(node.name), arguments: node.arguments.map(expression) };
      case "lambda":
        return { ...node, body: expression(node.body) };
    }
  };
  const type = (schema: TypeSchema): TypeSchema => ({
    ...schema,
    ...(schema.ref === undefined ? {} : { ref: `${prefix}${schema.ref}` }),
    ...(schema.allowed === undefined ? {} : { allowed: expression(schema.allowed) }),
    ...(schema.items === undefined ? {} : { items: type(schema.items) }),
    ...(schema.prefixItems === undefined ? {} : { prefixItems: schema.prefixItems.map(type) }),
    ...(schema.properties === undefined ? {} : { properties: mapValues(schema.properties, type) }),
    ...(typeof schema.additionalProperties === "object"
      ? { additionalProperties: type(schema.additionalProperties) }
      : {}),
    ...(schema.discriminator === undefined
      ? {}
      : {
          discriminator: {
            property: schema.discriminator.property,
            variants: mapValues(schema.discriminator.variants, type),
          },
        }),
  });
  return { expression, callable, type };
}

function mapValues<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
