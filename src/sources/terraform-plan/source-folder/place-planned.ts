import type { BodyReader, WrittenBlock } from "../../../languages/hcl/evaluator/body-reader.ts";
import type { BodyShape } from "../../../languages/hcl/evaluator/body-shape.ts";
import { toModelValue } from "../../../languages/hcl/values/to-model.ts";
import { agrees } from "./agrees.ts";

/** A body as written, and the path that leads on inside of it. */
export interface PlannedPlace {
  readonly reader: BodyReader;
  readonly path: readonly string[];
}

/**
 * Where a path such as `rule[0].default_retention[0].mode` of a planned resource is written. `planned` is what the plan
 * says of the values: it tells which block of several is meant. Where that is not certain, it is what is around them.
 */
export function placePlanned(
  reader: BodyReader,
  shape: BodyShape | undefined,
  path: readonly string[],
  planned: unknown,
): PlannedPlace {
  const [name, ...rest] = path;
  if (name === undefined || !reader.isBlock(name)) return { reader, path };
  const index = /^\d+$/u.test(rest[0] ?? "") ? Number(rest[0]) : undefined;
  const inner = /^(?:\d+|\*)$/u.test(rest[0] ?? "") ? rest.slice(1) : rest;
  const items = itemsOf(planned, name);
  const at = index ?? (items.length === 1 ? 0 : undefined);
  const written = reader.writtenBlocks(name);
  const chosen = chooseBlock(written, isOrdered(shape, name), items, at);
  if (chosen === undefined) return { reader, path: [] };
  return placePlanned(chosen, shape?.blocks.get(name)?.body, inner, at === undefined ? undefined : items[at]);
}

function itemsOf(planned: unknown, name: string): readonly unknown[] {
  if (typeof planned !== "object" || planned === null || !Object.hasOwn(planned, name)) return [];
  const value = (planned as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value) ? value : [value];
}

/** Blocks of a list keep their order in the plan; a set has one of its own. */
function isOrdered(shape: BodyShape | undefined, name: string): boolean {
  const nesting = shape?.blocks.get(name)?.nesting;
  if (nesting !== undefined) return nesting === "list" || nesting === "one";
  return shape?.attributes.get(name)?.type.kind === "list";
}

function chooseBlock(
  written: readonly WrittenBlock[],
  isInOrder: boolean,
  items: readonly unknown[],
  at: number | undefined,
): BodyReader | undefined {
  const readers = written.flatMap((block) => block.readers);
  const [first] = readers;
  // all of them are one text: a single block, or what one dynamic block makes
  if (written.length === 1 && (items.length <= readers.length || written[0]?.isOpen === true)) {
    return (isInOrder && at !== undefined ? readers[at] : undefined) ?? first;
  }
  if (at === undefined) return undefined;
  return isInOrder ? byPlace(written, items.length, at) : byContent(readers, items[at]);
}

function byPlace(written: readonly WrittenBlock[], length: number, at: number): BodyReader | undefined {
  const open = written.filter(({ isOpen }) => isOpen).length;
  const known = written.reduce((sum, { isOpen, readers }) => sum + (isOpen ? 0 : readers.length), 0);
  if (open > 1 || known > length || (open === 0 && known !== length)) return undefined;
  let passed = 0;
  for (const { isOpen, readers } of written) {
    const size = isOpen ? length - known : readers.length;
    if (at < passed + size) return isOpen ? readers[0] : readers[at - passed];
    passed += size;
  }
  return undefined;
}

/** The only text that can be what the plan holds. */
function byContent(readers: readonly BodyReader[], item: unknown): BodyReader | undefined {
  const places = new Map<string, BodyReader>();
  for (const reader of readers) {
    if (agrees(item, toModelValue(reader.toObject()))) places.set(JSON.stringify(reader.locate([])), reader);
  }
  return places.size === 1 ? [...places.values()][0] : undefined;
}
