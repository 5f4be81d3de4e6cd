import type { Block, Body, Expression } from "../../../languages/hcl/ast.ts";
import type { BodyShape } from "../../../languages/hcl/evaluator/body-shape.ts";
import { jsonBlocks } from "../../../languages/hcl/evaluator/json-blocks.ts";
import { literalValue } from "../../../languages/hcl/literal-value.ts";
import { referredName, referredNames } from "../../../languages/hcl/referred-names.ts";
import { isExpression } from "../plan-document.ts";
import { isSameDocument } from "./same-document.ts";
import type { Expression as PlannedExpression, ExpressionNode, Expressions } from "../plan-document.ts";

/** Arguments and blocks that a plan shows elsewhere or not at all. */
export const RESOURCE_ARGUMENTS: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "connection",
  "provisioner",
]);
export const CALL_ARGUMENTS: ReadonlySet<string> = new Set([
  "source",
  "version",
  "count",
  "for_each",
  "providers",
  "depends_on",
]);
export const PROVIDER_ARGUMENTS: ReadonlySet<string> = new Set(["alias", "version"]);

const NO_ARGUMENTS: ReadonlySet<string> = new Set();

/** A block of the folder, and what the provider's schema says of it. */
export interface WrittenBody {
  readonly body: Body;
  readonly shape: BodyShape | undefined;
  readonly skip: ReadonlySet<string>;
}

/**
 * How a block of the folder differs from what the plan was made from, in words; nothing when they agree as far as a plan
 * tells. A plan tells of each attribute its constant or what it refers to, and nothing of dynamic blocks.
 */
export function findDifference(written: WrittenBody, planned: Expressions): string | undefined {
  for (const [name, node] of Object.entries(planned)) {
    const difference = compareNode(written, name, node);
    if (difference !== undefined) return difference;
  }
  return findAdded(written, planned);
}

function compareNode(written: WrittenBody, name: string, node: ExpressionNode): string | undefined {
  const { body } = written;
  const attribute = isBlockInJson(written, name) ? undefined : body.attributes.get(name);
  if (attribute !== undefined && isExpression(node)) return compareExpression(name, attribute.value, node);
  const blocks = blocksOf(written, name);
  if (isExpression(node)) {
    return blocks.length > 0 ? undefined : `${name} is set in the plan and not in the folder`;
  }
  // a file in JSON whose provider is not known: its blocks cannot be told from attributes
  if (attribute !== undefined || blocks.some(({ labels }) => labels.length > 0)) return undefined;
  const nodes = Array.isArray(node) ? (node as readonly Expressions[]) : [node as Expressions];
  if (blocks.length !== nodes.length) {
    return `it has ${String(nodes.length)} ${name} blocks in the plan and ${String(blocks.length)} in the folder`;
  }
  const shape = written.shape?.blocks.get(name)?.body;
  for (const [index, block] of blocks.entries()) {
    const inner = findDifference({ body: block.body, shape, skip: NO_ARGUMENTS }, nodes[index] ?? {});
    if (inner !== undefined) return `in its ${name} block, ${inner}`;
  }
  return undefined;
}

/** What stands in the folder alone. */
function findAdded(written: WrittenBody, planned: Expressions): string | undefined {
  const { body, shape, skip } = written;
  const told = (name: string): boolean => Object.hasOwn(planned, name) || skip.has(name);
  const isBlock = (name: string): boolean =>
    body.syntax === "json" && (name === "dynamic" || isBlockInJson(written, name));
  for (const name of body.attributes.keys()) {
    if (!told(name) && !isBlock(name)) return `${name} is set in the folder and not in the plan`;
  }
  for (const { type } of body.blocks) {
    // an attribute that may be written as blocks is in no plan then
    if (told(type) || type === "dynamic" || shape?.blocks.has(type) !== true) continue;
    return `its ${type} block is in the folder and not in the plan`;
  }
  return undefined;
}

/** How an expression of the folder differs from the plan's. No value is told: it may be a secret. */
export function compareExpression(
  name: string,
  written: Expression,
  planned: PlannedExpression,
): string | undefined {
  const wanted = new Set((planned.references ?? []).map(referredName));
  const found = referredNames(written);
  if (wanted.size !== found.size || [...wanted].some((reference) => !found.has(reference))) {
    return `${name} refers to ${listNames(found)} in the folder and to ${listNames(wanted)} in the plan`;
  }
  const literal = literalValue(written);
  if (literal === undefined || literal === null || isSame(literal, planned.constant_value)) return undefined;
  return `${name} has one value in the folder and another in the plan`;
}

function listNames(names: ReadonlySet<string>): string {
  return names.size === 0 ? "nothing" : [...names].slice(0, 3).join(", ");
}

/** Constants are compared as they are written, before they become what the schema asks for. */
function isSame(literal: unknown, constant: unknown): boolean {
  if (typeof literal !== "object" || literal === null) {
    const [one, other] = [String(literal), String(constant)];
    return one === other || isSameDocument(one, other) === true;
  }
  if (typeof constant !== "object" || constant === null) return false;
  const [left, right] = [Object.entries(literal), Object.entries(constant)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(constant, key) && isSame(value, at(constant, key)))
  );
}

function at(held: object, key: string): unknown {
  return (held as Readonly<Record<string, unknown>>)[key];
}

function isBlockInJson({ body, shape }: WrittenBody, name: string): boolean {
  return body.syntax === "json" && shape?.blocks.has(name) === true;
}

function blocksOf(written: WrittenBody, name: string): readonly Block[] {
  const { body } = written;
  const attribute = body.attributes.get(name);
  if (attribute !== undefined && isBlockInJson(written, name)) return jsonBlocks(name, attribute);
  return body.blocks.filter(({ type }) => type === name);
}
