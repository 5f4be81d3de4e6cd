import type { Attribute, Block, Body, Expression, HclFile } from "../../../languages/hcl/ast.ts";
import type { WrittenPart } from "../../read-annotations.ts";

/** What is written in a file, in the order of the text; what holds others comes before them. */
export function writtenParts({ body }: HclFile): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  visitBody(body, parts);
  return parts;
}

function visitBody({ attributes, blocks }: Body, parts: WrittenPart[]): void {
  const held: (Attribute | Block)[] = [...attributes.values(), ...blocks];
  for (const part of held.sort((left, right) => left.start - right.start)) {
    const { start, end } = part;
    if (part.kind === "attribute") {
      parts.push({ name: part.name, start, end });
      visitItems(part.value, parts);
    } else {
      parts.push({ name: nameOf(part), start, end });
      visitBody(part.body, parts);
    }
  }
}

/** `aws_s3_bucket.a`, `data.aws_region.b`, `module.c`, `rule`. */
function nameOf({ type, labels }: Block): string {
  const names = labels.map(({ value }) => value);
  return (type === "resource" && names.length > 0 ? names : [type, ...names]).join(".");
}

/** Lists and objects that are written out, at every depth; the parser bounds how deep they are. */
function visitItems(value: Expression, parts: WrittenPart[]): void {
  if (value.kind === "tuple") {
    for (const item of value.items) {
      parts.push({ name: "an item", start: item.start, end: item.end });
      visitItems(item, parts);
    }
  } else if (value.kind === "object") {
    for (const { key, value: held, start, end } of value.items) {
      const name = key.kind === "key-name" ? key.name : key.kind === "string" ? key.value : "an item";
      parts.push({ name, start, end });
      visitItems(held, parts);
    }
  } else if (value.kind === "call") {
    for (const argument of value.arguments) visitItems(argument, parts);
  }
}
