import type { Attribute, Block, Body, Expression, Label, ObjectExpression } from "../ast.ts";

/**
 * The blocks that a property of a JSON body stands for: an object is one, a tuple of objects several. With labels, each
 * level of objects is one label. What is neither gives nothing.
 */
export function jsonBlocks(type: string, attribute: Attribute, labels = 0): readonly Block[] {
  const typeSpan = { start: attribute.start, end: attribute.nameEnd };
  return blocksOf(attribute.value, labels, []).map(({ body, labels: found }) => ({
    kind: "block",
    type,
    typeSpan,
    labels: found,
    body,
    start: body.start,
    end: body.end,
  }));
}

interface Found {
  readonly labels: readonly Label[];
  readonly body: Body;
}

function blocksOf(value: Expression, depth: number, labels: readonly Label[]): readonly Found[] {
  if (value.kind === "tuple") return value.items.flatMap((item) => blocksOf(item, depth, labels));
  if (value.kind !== "object") return [];
  if (depth === 0) return [{ labels, body: bodyOf(value) }];
  return value.items.flatMap((item) => {
    const name = nameOf(item.key);
    if (name === undefined) return [];
    const label: Label = {
      kind: "label",
      value: name,
      quoted: true,
      start: item.key.start,
      end: item.key.end,
    };
    return blocksOf(item.value, depth - 1, [...labels, label]);
  });
}

function bodyOf({ items, start, end }: ObjectExpression): Body {
  const attributes = new Map<string, Attribute>();
  for (const { key, value, start: from, end: to } of items) {
    const name = nameOf(key);
    if (name === undefined || name === "//") continue;
    attributes.set(name, { kind: "attribute", name, nameEnd: key.end, value, start: from, end: to });
  }
  return { kind: "body", syntax: "json", attributes, blocks: [], start, end };
}

function nameOf(key: ObjectExpression["items"][number]["key"]): string | undefined {
  if (key.kind === "key-name") return key.name;
  return key.kind === "string" ? key.value : undefined;
}
