import { Sensitive, Unknown, emptyMap, put } from "../../model/value.ts";
import type { Truth } from "../../model/truth.ts";
import type { Reference, Value, ValueMap } from "../../model/value.ts";
import { Unset } from "../terraform/unset.ts";
import { fromJson } from "../terraform/convert.ts";
import { isExpression } from "./plan-document.ts";
import type { ExpressionNode, Expressions } from "./plan-document.ts";

/** What the plan says of the values of one resource: three trees of the same shape, and the expressions behind them. */
export interface PlannedValues {
  readonly after: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  /** `undefined` when the plan holds no configuration for the resource. */
  readonly expressions: Expressions | undefined;
}

/** How the value behind an expression is found. */
export interface ResolveExpression {
  /** The value of an expression that is known only after apply. */
  unknown(expression: ExpressionNode): Value;
  /** Whether what stands behind an expression is written in the configuration, and not given to it. */
  isWritten(expression: ExpressionNode): Truth;
  /** The reference behind a text that is known: the only resource that has this text as that attribute. */
  known(expression: ExpressionNode, text: string): Reference | undefined;
}

const DEEPEST = 500;

/** The attributes of a planned resource, with what is unknown, sensitive and referred to put where it belongs. */
export function buildAttributes(planned: PlannedValues, resolve: ResolveExpression): ValueMap {
  return buildMap(planned, planned.expressions ?? UNTOLD, attributeOf, resolve, 0);
}

/** No expression in the configuration: left to the provider. */
const NOT_SET = Symbol("not set");
/** The configuration does not tell: no configuration, or a dynamic block. */
const UNTOLD = Symbol("untold");
type Node = ExpressionNode | typeof NOT_SET | typeof UNTOLD;

/** What the plan says of one value: trees of the same shape. */
interface Trees {
  readonly after: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

function build(trees: Trees, node: Node, resolve: ResolveExpression, depth: number): Value | undefined {
  const { after, unknown, sensitive } = trees;
  if (sensitive === true) {
    const inner = build({ after, unknown, sensitive: false }, node, resolve, depth);
    return inner === undefined || inner instanceof Unknown
      ? inner
      : new Sensitive(inner, markOf(node, resolve));
  }
  if (unknown === true) return unknownValue(node, resolve);
  if (after === null || after === undefined) {
    return holdsTrue(unknown) ? buildParts(trees, node, resolve, depth) : undefined;
  }
  if (typeof after === "string") return knownText(after, node, resolve);
  if (typeof after !== "object") return fromJson(after);
  if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
  if (isFlat(after) && !holdsTrue(unknown) && !holdsTrue(sensitive)) return knownFlat(after, node, resolve);
  return buildParts(trees, node, resolve, depth);
}

/** Who says that it is sensitive: the type alone, of what stands in the configuration. */
function markOf(node: Node, resolve: ResolveExpression): "type" | "input" | undefined {
  if (typeof node === "symbol") return undefined;
  const written = resolve.isWritten(node);
  return written === "unknown" ? undefined : written ? "type" : "input";
}

function buildParts(trees: Trees, node: Node, resolve: ResolveExpression, depth: number): Value {
  if (Array.isArray(trees.after) || Array.isArray(trees.unknown)) {
    return buildList(trees, node, resolve, depth);
  }
  return buildMap(trees, node, partOf, resolve, depth + 1);
}

function buildMap(
  trees: Trees,
  node: Node,
  nodeOf: (node: Node, key: string) => Node,
  resolve: ResolveExpression,
  depth: number,
): ValueMap {
  const after = objectOf(trees.after);
  const unknown = objectOf(trees.unknown);
  const sensitive = objectOf(trees.sensitive);
  const map = emptyMap();
  for (const key of keysOf(after, unknown)) {
    const part = { after: own(after, key), unknown: own(unknown, key), sensitive: own(sensitive, key) };
    const value = isPlainly(part) ? part.after : build(part, nodeOf(node, key), resolve, depth);
    if (value !== undefined) put(map, key, value);
  }
  return map;
}

/** A number or a flag of which nothing more is told is taken as it stands. */
function isPlainly(trees: Trees): trees is Trees & { readonly after: number | boolean } {
  const { after, unknown, sensitive } = trees;
  const isScalar = typeof after === "boolean" || typeof after === "number";
  return isScalar && unknown === undefined && sensitive === undefined;
}

/** The keys of one, and then those that only the other has. */
function keysOf(one: object, other: object): readonly string[] {
  const keys = Object.keys(one);
  if (other === NOTHING) return keys;
  for (const key of Object.keys(other)) if (!Object.hasOwn(one, key)) keys.push(key);
  return keys;
}

function buildList(trees: Trees, node: Node, resolve: ResolveExpression, depth: number): Value {
  const after = listOf(trees.after);
  const unknown = listOf(trees.unknown);
  const sensitive = listOf(trees.sensitive);
  const length = Math.max(after.length, unknown.length);
  return Array.from({ length }, (_, at) => {
    const item = { after: after[at], unknown: unknown[at], sensitive: sensitive[at] };
    return build(item, itemOf(node, after[at], at, length), resolve, depth + 1) ?? null;
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function attributeOf(node: Node, name: string): Node {
  return node === UNTOLD ? UNTOLD : ((node as Expressions)[name] ?? NOT_SET);
}

/** The expression of a part of an object. A block that the configuration tells of, without the part: not set. */
function partOf(node: Node, key: string): Node {
  if (node === UNTOLD || node === NOT_SET) return UNTOLD;
  if (Array.isArray(node)) return UNTOLD;
  if (isExpression(node)) return node.references === undefined ? UNTOLD : node;
  return (node as Expressions)[key] ?? NOT_SET;
}

/**
 * The expression of an item. Blocks in a list keep the order of the configuration, blocks in a set do not, and dynamic
 * blocks are not told at all: an item takes the block at its place when the constants agree, else the only one that does.
 */
function itemOf(node: Node, item: unknown, position: number, length: number): Node {
  if (node === UNTOLD || node === NOT_SET) return UNTOLD;
  if (!Array.isArray(node)) return node;
  const blocks = node as readonly Expressions[];
  const here = blocks[position];
  if (blocks.length === length && here !== undefined && agrees(here, item)) return here;
  const agreeing = blocks.filter((block) => agrees(block, item));
  return agreeing.length === 1 && agreeing[0] !== undefined ? agreeing[0] : UNTOLD;
}

function agrees(block: Expressions, item: unknown): boolean {
  const values = objectOf(item);
  return Object.entries(block).every(([name, node]) => {
    if (!isExpression(node) || !isScalar(node.constant_value)) return true;
    const value = own(values, name);
    return !isScalar(value) || String(value) === String(node.constant_value);
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function unknownValue(node: Node, resolve: ResolveExpression): Value {
  if (node === NOT_SET) return new Unset();
  return node === UNTOLD ? new Unknown("known after apply") : resolve.unknown(node);
}

function knownText(text: string, node: Node, resolve: ResolveExpression): Value {
  if (typeof node === "symbol" || !isExpression(node) || node.references === undefined) return text;
  return resolve.known(node, text) ?? text;
}

/** A flat list or object is taken as it stands; only texts of a list may be references. */
function knownFlat(flat: object, node: Node, resolve: ResolveExpression): Value {
  if (
    !Array.isArray(flat) ||
    typeof node === "symbol" ||
    !isExpression(node) ||
    node.references === undefined
  ) {
    return flat as Value;
  }
  return flat.map((item: unknown) =>
    typeof item === "string" ? knownText(item, node, resolve) : fromJson(item),
  );
}

/** A list or an object of plain values. */
function isFlat(value: object): boolean {
  // a loop over the keys of objects of so many shapes is compiled and thrown away again and again
  for (const part of partsOf(value)) if (typeof part === "object" && part !== null) return false;
  return true;
}

function holdsTrue(tree: unknown): boolean {
  if (typeof tree !== "object" || tree === null) return tree === true;
  for (const part of partsOf(tree)) if (holdsTrue(part)) return true;
  return false;
}

function partsOf(value: object): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(value);
}

/** What most parts of a plan are: nothing unknown, nothing sensitive. Quicker told than looked for. */
const NOTHING: Readonly<Record<string, unknown>> = {};

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : NOTHING;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return object !== NOTHING && Object.hasOwn(object, key) ? object[key] : undefined;
}
