import { isObject } from "../../model/is-object.ts";
import { ownPart } from "../../model/own-part.ts";
import { Sensitive, Unknown, emptyMap, put } from "../../model/value.ts";
import type { Truth } from "../../model/truth.ts";
import type { Reference, Value, ValueMap } from "../../model/value.ts";
import { Unset } from "../terraform/unset.ts";
import { fromJson } from "../terraform/convert.ts";
import { isExpression } from "./plan-document.ts";
import type { Change, Expression, ExpressionNode, Expressions } from "./plan-document.ts";

/** How the values behind the expressions of one resource are found; the resource itself says in which scope they stand. */
export interface ResolveExpression<Owner> {
  /** The value of an expression that is known only after apply. */
  unknown(expression: ExpressionNode, owner: Owner): Value;
  /** Whether what stands behind an expression is written in the configuration, and not given to it. */
  isWritten(expression: ExpressionNode, owner: Owner): Truth;
  /** The reference behind a text that is known: the only resource that has this text as that attribute. */
  known(expression: ExpressionNode, text: string, owner: Owner): Reference | undefined;
}

const DEEPEST = 500;

/** No expression in the configuration: left to the provider. */
const NOT_SET = Symbol("not set");
/** The configuration does not tell: no configuration, or a dynamic block. */
const UNTOLD = Symbol("untold");
type Node = ExpressionNode | typeof NOT_SET | typeof UNTOLD;

/**
 * The attributes of a planned resource, with what is unknown, sensitive and referred to put where it belongs: those with
 * the names, or all of them. The three trees of the plan go by three arguments: an object of the three would be one for
 * each value of a plan.
 */
export class AttributeBuilder<Owner> {
  readonly #resolve: ResolveExpression<Owner>;
  readonly #owner: Owner;
  readonly #names: readonly string[] | undefined;

  constructor(resolve: ResolveExpression<Owner>, owner: Owner, names?: readonly string[]) {
    this.#resolve = resolve;
    this.#owner = owner;
    this.#names = names;
  }

  /** From three trees of the same shape, and the expressions behind them: none where the plan holds no configuration for it. */
  build(
    { after, after_unknown: unknown, after_sensitive: sensitive }: Change,
    expressions?: Expressions,
  ): ValueMap {
    return this.#map(after, unknown, sensitive, expressions ?? UNTOLD, 0);
  }

  /** At depth 0 those that are wanted, and `node` has the expressions of the resource; below all of an object. */
  #map(values: unknown, unknowns: unknown, marks: unknown, node: Node, depth: number): ValueMap {
    const after = objectOf(values);
    const unknown = objectOf(unknowns);
    const sensitive = objectOf(marks);
    const map = emptyMap();
    const keys = (depth === 0 ? this.#names : undefined) ?? keysOf(after, unknown);
    // by number, here and below: every value of a plan comes through here, and an iterator costs an object a step
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? "";
      const value = ownPart(after, key);
      const open = unknown === NOTHING ? undefined : ownPart(unknown, key);
      if ((value === undefined || value === null) && open === undefined) continue;
      const mark = sensitive === NOTHING ? undefined : ownPart(sensitive, key);
      const built = isScalarAlone(value, open, mark)
        ? value
        : this.#build(value, open, mark, depth === 0 ? attributeOf(node, key) : partOf(node, key), depth);
      if (built !== undefined) put(map, key, built);
    }
    return map;
  }

  #build(after: unknown, unknown: unknown, sensitive: unknown, node: Node, depth: number): Value | undefined {
    if (sensitive === true) {
      const inner = this.#build(after, unknown, false, node, depth);
      return inner === undefined || inner instanceof Unknown
        ? inner
        : new Sensitive(inner, this.#markOf(node));
    }
    if (unknown === true) return this.#unknownValue(node);
    if (after === null || after === undefined) {
      return holdsTrue(unknown) ? this.#parts(after, unknown, sensitive, node, depth) : undefined;
    }
    if (typeof after === "string") return this.#knownText(after, node);
    if (typeof after !== "object") return fromJson(after);
    if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
    return isPlain(after, unknown, sensitive)
      ? this.#knownFlat(after, node)
      : this.#parts(after, unknown, sensitive, node, depth);
  }

  #parts(after: unknown, unknown: unknown, sensitive: unknown, node: Node, depth: number): Value {
    if (Array.isArray(after) || Array.isArray(unknown)) {
      return this.#list(listOf(after), listOf(unknown), listOf(sensitive), node, depth);
    }
    return this.#map(after, unknown, sensitive, node, depth + 1);
  }

  #list(
    after: readonly unknown[],
    unknown: readonly unknown[],
    sensitive: readonly unknown[],
    node: Node,
    depth: number,
  ): Value {
    const length = Math.max(after.length, unknown.length);
    const list: Value[] = [];
    for (let at = 0; at < length; at += 1) {
      const item = after[at];
      // which block of the configuration a block without secrets and unknown parts comes from need not be found out
      if (isObject(item) && depth < DEEPEST && isPlain(item, unknown[at], sensitive[at])) {
        list.push(item as ValueMap);
        continue;
      }
      const expression = itemOf(node, item, at, length);
      list.push(this.#build(item, unknown[at], sensitive[at], expression, depth + 1) ?? null);
    }
    return list;
  }

  /** Who says that it is sensitive: the type alone, of what stands in the configuration. */
  #markOf(node: Node): "type" | "input" | undefined {
    if (typeof node === "symbol") return undefined;
    const written = this.#resolve.isWritten(node, this.#owner);
    return written === "unknown" ? undefined : written ? "type" : "input";
  }

  #unknownValue(node: Node): Value {
    if (node === NOT_SET) return new Unset();
    return node === UNTOLD ? new Unknown("known after apply") : this.#resolve.unknown(node, this.#owner);
  }

  #knownText(text: string, node: Node): Value {
    return hasReferences(node) ? (this.#resolve.known(node, text, this.#owner) ?? text) : text;
  }

  /** A flat list or object is taken as it stands; only texts of a list may be references. */
  #knownFlat(flat: object, node: Node): Value {
    if (!Array.isArray(flat) || !hasReferences(node)) return flat as Value;
    return flat.map((item: unknown) =>
      typeof item === "string" ? this.#knownText(item, node) : fromJson(item),
    );
  }
}

/** A number or a flag of which nothing more is told is taken as it stands. */
function isScalarAlone(value: unknown, unknown: unknown, sensitive: unknown): value is number | boolean {
  return (
    (typeof value === "boolean" || typeof value === "number") &&
    unknown === undefined &&
    sensitive === undefined
  );
}

/** The keys of one, and then those that only the other has. */
function keysOf(one: object, other: object): readonly string[] {
  const keys = Object.keys(one);
  if (other === NOTHING) return keys;
  const others = Object.keys(other);
  for (let at = 0; at < others.length; at += 1) {
    const key = others[at] ?? "";
    if (!Object.hasOwn(one, key)) keys.push(key);
  }
  return keys;
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
  for (const name in block) if (!agreesWith(block[name], ownPart(values, name))) return false;
  return true;
}

function agreesWith(node: ExpressionNode | undefined, value: unknown): boolean {
  if (!isExpression(node) || !isScalar(node.constant_value) || !isScalar(value)) return true;
  return String(value) === String(node.constant_value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function hasReferences(node: Node): node is Expression {
  return typeof node !== "symbol" && (node as Expression).references !== undefined && isExpression(node);
}

/** A list or an object of plain values, of which nothing is unknown or sensitive. */
function isPlain(value: object, unknown: unknown, sensitive: unknown): boolean {
  return isFlat(value) && !holdsTrue(unknown) && !holdsTrue(sensitive);
}

/** A list or an object of plain values. */
function isFlat(value: object): boolean {
  if (Array.isArray(value)) return !value.some(holdsParts);
  const parts = value as Readonly<Record<string, unknown>>;
  // by name: a list of the parts would be made for each object of a plan
  for (const name in parts) if (holdsParts(parts[name])) return false;
  return true;
}

function holdsParts(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function holdsTrue(tree: unknown): boolean {
  if (typeof tree !== "object" || tree === null) return tree === true;
  if (Array.isArray(tree)) return tree.some(holdsTrue);
  const parts = tree as Readonly<Record<string, unknown>>;
  for (const name in parts) if (holdsTrue(parts[name])) return true;
  return false;
}

/** What most parts of a plan are: nothing unknown, nothing sensitive. Quicker told than looked for. */
const NOTHING: Readonly<Record<string, unknown>> = {};

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isObject(value)) for (const _name in value) return value;
  return NOTHING;
}
