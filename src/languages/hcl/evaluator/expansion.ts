import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { ANY, NUMBER, STRING } from "../values/hcl-value.ts";
import type { Elements, Entries, HclValue } from "../values/hcl-value.ts";
import { number, object, text } from "../values/make-value.ts";
import { withMarksOf } from "../values/marks.ts";
import { isCollection } from "../values/type.ts";
import { unknownAmong } from "./unknown-among.ts";

export type InstanceKey = string | number;

/** Which instances a block has: one without a key, one for each key, or nobody knows how many. */
export type Expansion =
  | { readonly kind: "single" }
  | { readonly kind: "count" | "for_each"; readonly instances: ReadonlyMap<InstanceKey, InstanceNames> }
  | {
      readonly kind: "open";
      readonly reason: string;
      /** There are too many to evaluate each. */
      readonly isLimit?: true;
      /** The names as they are in any of the instances. */
      readonly names: InstanceNames;
    };

/** `count` or `each`, as an instance sees it. */
export type InstanceNames = ReadonlyMap<string, HclValue>;

/** The instances that `count` asks for. Throws `EvaluationError` for what is no count. */
export function expandCount(value: HclValue, most: number): Expansion {
  if (value.isNull) {
    throw new EvaluationError('The given "count" argument value is null. An integer is required.');
  }
  const count = convert(value, NUMBER);
  if (!(count.data instanceof HclNumber)) {
    return open("count", count, count.unknown?.reason ?? "count is not known");
  }
  const size = count.data.toSafeInteger();
  if (size === undefined || size < 0) {
    throw new EvaluationError(
      'The given "count" argument value is unsuitable: a whole number of zero or more is required.',
    );
  }
  if (size > most) return tooMany("count", value, `a count of ${String(size)}`, most);
  const instances = new Map<InstanceKey, InstanceNames>();
  for (let index = 0; index < size; index += 1) {
    instances.set(index, new Map([["count", object([["index", number(index)]])]]));
  }
  return { kind: "count", instances };
}

/** The instances that `for_each` asks for. Throws `EvaluationError` for what is neither a map nor a set of strings. */
export function expandForEach(value: HclValue, most: number): Expansion {
  const { data, type } = value;
  if (data === null) {
    throw new EvaluationError(
      'The given "for_each" argument value is null. A map, or set of strings is allowed.',
    );
  }
  if (!value.isKnown) return open("each", value, value.unknown?.reason ?? "for_each is not known");
  const isMap = type.kind === "map" || type.kind === "object";
  if (!isMap && type.kind !== "set") {
    throw new EvaluationError(
      `The given "for_each" argument value is unsuitable: it must be a map, or set of strings, and you have provided a value of type ${type.kind}.`,
    );
  }
  const items = isMap ? [...(data as Entries)] : setItems(data as Elements);
  if (items === undefined) return open("each", value, "for_each is a set with values that are not known");
  if (items.length > most) {
    return tooMany("each", value, `a for_each with ${String(items.length)} keys`, most);
  }
  const instances = new Map<InstanceKey, InstanceNames>();
  for (const [key, held] of items) {
    const own = withMarksOf(held, value);
    instances.set(
      key,
      new Map([
        [
          "each",
          object([
            ["key", text(key)],
            ["value", isMap ? own : text(key)],
          ]),
        ],
      ]),
    );
  }
  return { kind: "for_each", instances };
}

function setItems(elements: Elements): (readonly [string, HclValue])[] | undefined {
  const items: (readonly [string, HclValue])[] = [];
  for (const element of elements) {
    if (!element.isKnown) return undefined;
    if (typeof element.data !== "string") {
      throw new EvaluationError('The given "for_each" set value contains elements that are no strings.');
    }
    items.push([element.data, element]);
  }
  return items;
}

/** An expansion about which nothing is known for this reason. */
export function openExpansion(by: "count" | "for_each", reason: string): Expansion {
  return open(by === "count" ? "count" : "each", undefined, reason);
}

function tooMany(name: "count" | "each", value: HclValue, what: string, most: number): Expansion {
  const opened = open(name, value, `${what} is more than genoscan evaluates (${String(most)})`);
  return opened.kind === "open" ? { ...opened, isLimit: true } : opened;
}

function open(name: "count" | "each", value: HclValue | undefined, reason: string): Expansion {
  const told = `how many there are is not known: ${reason}`;
  const sources = value === undefined ? [] : [value];
  if (name === "count") {
    const index = unknownAmong(NUMBER, [], told, { notNull: true, mayFail: false });
    return { kind: "open", reason: told, names: new Map([["count", object([["index", index]])]]) };
  }
  const element = value !== undefined && isCollection(value.type) ? value.type.element : ANY;
  const key = unknownAmong(STRING, [], told, { notNull: true, mayFail: false });
  const each = object([
    ["key", key],
    ["value", unknownAmong(element, sources, told)],
  ]);
  return { kind: "open", reason: told, names: new Map([["each", each]]) };
}
