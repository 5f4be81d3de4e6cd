import { isObject } from "../../model/is-object.ts";

/** What a part of a plan must be. Members of an object that are not named may be anything. */
type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "list"; readonly items: Shape }
  | { readonly kind: "map"; readonly values: Shape }
  | {
      readonly kind: "object";
      readonly members: Readonly<Record<string, Shape>>;
      /** Members that are always there. */
      readonly needs: readonly string[];
    }
  /** An expression, a block of expressions, or a list of such blocks. */
  | { readonly kind: "node" };

interface Part {
  readonly value: unknown;
  readonly shape: Shape;
  /** `configuration.root_module.resources[3]` */
  readonly place: string;
}

const TEXT: Shape = { kind: "text" };
const TEXTS = listOf(TEXT);
const NODE: Shape = { kind: "node" };
const OBJECT = objectOf({});

const RESOURCE_NEEDS = ["address", "mode", "type"];

const RESOURCE_CHANGE = objectOf({
  address: TEXT,
  mode: TEXT,
  type: TEXT,
  name: TEXT,
  module_address: TEXT,
  change: objectOf({ actions: TEXTS }),
});
const STATE_MODULE = objectOf({
  resources: listOf(objectOf({ address: TEXT, mode: TEXT, type: TEXT }, RESOURCE_NEEDS)),
  get child_modules() {
    return listOf(STATE_MODULE);
  },
});
const REPEATED = { for_each_expression: NODE, count_expression: NODE };
const CONFIG_RESOURCE = objectOf(
  {
    address: TEXT,
    mode: TEXT,
    type: TEXT,
    name: TEXT,
    provider_config_key: TEXT,
    expressions: mapOf(NODE),
    ...REPEATED,
  },
  RESOURCE_NEEDS,
);
const CONFIG_MODULE = objectOf({
  resources: listOf(CONFIG_RESOURCE),
  outputs: mapOf(objectOf({ expression: NODE })),
  variables: mapOf(OBJECT),
  get module_calls() {
    return mapOf(objectOf({ expressions: mapOf(NODE), ...REPEATED, module: CONFIG_MODULE }));
  },
});
const PROVIDER_CONFIG = objectOf({
  name: TEXT,
  full_name: TEXT,
  alias: TEXT,
  module_address: TEXT,
  expressions: mapOf(NODE),
});
const PLAN = objectOf({
  variables: mapOf(OBJECT),
  resource_changes: listOf(RESOURCE_CHANGE),
  deferred_changes: listOf(objectOf({ reason: TEXT, resource_change: RESOURCE_CHANGE })),
  prior_state: objectOf({ values: objectOf({ root_module: STATE_MODULE }) }),
  configuration: objectOf({ provider_config: mapOf(PROVIDER_CONFIG), root_module: CONFIG_MODULE }),
});

/**
 * The first part of a plan that is not what Terraform writes there, in words: asked for a plan that cannot be read, to say
 * what is wrong with it. Walks with a list of its own: an input may be nested deeper than the stack of calls is high.
 */
export function findMisfit(plan: unknown): string | undefined {
  const open: Part[] = [{ value: plan, shape: PLAN, place: "" }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const inner = partsOf(part);
    if (inner === undefined) return describe(part);
    // so that the first one is looked at first
    open.push(...inner.toReversed());
  }
  return undefined;
}

/** The parts of a part, each with what it must be; `undefined` when it is not what it must be itself. */
function partsOf({ value, shape, place }: Part): readonly Part[] | undefined {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? [] : undefined;
    case "list":
      return Array.isArray(value) ? itemsOf(value, shape.items, place) : undefined;
    case "map":
      return isObject(value) ? membersOf(value, () => shape.values, place) : undefined;
    case "object":
      if (!isObject(value)) return undefined;
      return [
        ...shape.needs.filter((key) => !Object.hasOwn(value, key)).map((key) => missing(key, place)),
        ...membersOf(value, (key) => ownMember(shape.members, key), place),
      ];
    case "node":
      if (Array.isArray(value)) return itemsOf(value, NODE, place);
      return isObject(value) ? membersOf(value, (key) => memberOfNode(key, value), place) : undefined;
  }
}

/** A value may be anything; a block with an attribute called `references` holds an expression there. */
function memberOfNode(key: string, node: Readonly<Record<string, unknown>>): Shape | undefined {
  if (key === "constant_value") return undefined;
  return key === "references" && Array.isArray(node[key]) ? TEXTS : NODE;
}

function itemsOf(list: readonly unknown[], shape: Shape, place: string): readonly Part[] {
  return list.map((value, index) => ({ value, shape, place: `${place}[${String(index)}]` }));
}

function membersOf(
  object: Readonly<Record<string, unknown>>,
  shapeOf: (key: string) => Shape | undefined,
  place: string,
): readonly Part[] {
  return Object.keys(object).flatMap((key) => {
    const shape = shapeOf(key);
    if (shape === undefined) return [];
    return [{ value: object[key], shape, place: place === "" ? key : `${place}.${key}` }];
  });
}

function listOf(items: Shape): Shape {
  return { kind: "list", items };
}

function mapOf(values: Shape): Shape {
  return { kind: "map", values };
}

function objectOf(members: Readonly<Record<string, Shape>>, needs: readonly string[] = []): Shape {
  return { kind: "object", members, needs };
}

function missing(key: string, place: string): Part {
  return { value: undefined, shape: TEXT, place: `${place}.${key}` };
}

function ownMember(members: Readonly<Record<string, Shape>>, key: string): Shape | undefined {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

function describe({ value, shape, place }: Part): string {
  return value === undefined ? `${place} is missing` : `${place} is ${kindOf(value)}, not ${nameOf(shape)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return (
    { string: "text", number: "a number", boolean: "true or false" }[typeof value as string] ?? "an object"
  );
}

function nameOf({ kind }: Shape): string {
  switch (kind) {
    case "text":
      return "text";
    case "list":
      return "a list";
    case "map":
    case "object":
      return "an object";
    case "node":
      return "an expression";
  }
}
