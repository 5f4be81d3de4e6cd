import { escapeUnseen } from "./stringify-json.ts";

/** A list that is written item by item, a line each, so that it is never whole in memory as text. */
export class JsonItems {
  readonly items: Iterable<unknown>;

  constructor(items: Iterable<unknown>) {
    this.items = items;
  }
}

/** JSON of a value that may hold such lists in its objects. What is undefined is left out. */
export function* streamJson(value: object, indent = ""): Generator<string> {
  const inside = `${indent}  `;
  let separator = "{\n";
  for (const [key, part] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    if (part === undefined) continue;
    yield `${separator}${inside}${JSON.stringify(key)}: `;
    separator = ",\n";
    if (part instanceof JsonItems) yield* streamItems(part, inside);
    else if (holdsItems(part)) yield* streamJson(part, inside);
    else yield escapeUnseen(JSON.stringify(part));
  }
  yield separator === "{\n" ? "{}" : `\n${indent}}`;
}

function* streamItems({ items }: JsonItems, indent: string): Generator<string> {
  let separator = "[\n";
  for (const item of items) {
    yield `${separator}${indent}  `;
    separator = ",\n";
    if (holdsItems(item)) yield* streamJson(item, `${indent}  `);
    else yield escapeUnseen(JSON.stringify(item));
  }
  yield separator === "[\n" ? "[]" : `\n${indent}]`;
}

function holdsItems(part: unknown): part is object {
  return (
    typeof part === "object" &&
    part !== null &&
    !Array.isArray(part) &&
    Object.values(part).some((value) => value instanceof JsonItems || holdsItems(value))
  );
}
