import type { Truth } from "../../../model/truth.ts";
import { anyTruth, either } from "../../../model/truth.ts";
import { MAX_ITEMS } from "../limits.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, OpenText, Secure, WORD, bare, isArray } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { equals, mayHaveKey } from "../values/equals.ts";
import { partsOf } from "../evaluator/secure-parts.ts";
import { openFrom } from "../values/open-call.ts";
import { printCall } from "../values/print.ts";
import { isWord, joinText } from "../values/text.ts";
import { argument, lazy, loose, strict, structural } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { bounded, distinct, intersect, mergeAll, mergeShallow, withOpenKey } from "./merge.ts";
import { kindOf, takeArray, takeInteger, takeText } from "./take-argument.ts";

type Value = Known | Open;

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object
 */
export const COLLECTIONS: readonly BuiltIn[] = [
  structural("array", [1], ([value = null]) => {
    if (isArray(value)) return value;
    return value instanceof Open && !(value instanceof OpenText) ? undefined : [value];
  }),
  lazy("createArray", [0, "many"], (site) => site.call.arguments.map((_, index) => argument(site, index))),
  lazy("createObject", [0, "many"], (site) =>
    createObject(site.call.arguments.map((_, index) => argument(site, index))),
  ),
  structural("concat", [1, "many"], concat),
  loose("contains", [2], ([container = null, item = null]) => settle(contains(container, item))),
  loose("empty", [1], ([value = null]) => settle(isEmpty(value))),
  loose("length", [1], ([value = null]) => lengthOf(value)),
  structural("first", [1], ([value = null]) => end(value, 0)),
  structural("last", [1], ([value = null]) => end(value, -1)),
  structural("take", [2], ([value = null, count]) => part("take", value, count)),
  structural("skip", [2], ([value = null, count]) => part("skip", value, count)),
  loose("indexOf", [2], ([value = null, item = null]) => position(value, item, false)),
  loose("lastIndexOf", [2], ([value = null, item = null]) => position(value, item, true)),
  structural("flatten", [1], ([value = null]) => flatten(value)),
  strict("range", [2], ([start, count]) => range(takeInteger(start, "range"), takeInteger(count, "range"))),
  structural("union", [1, "many"], (values) => mergeAll(values)),
  structural("distinct", [1], ([value = null]) => (isArray(value) ? distinct([value]) : undefined)),
  loose(
    "shallowMerge",
    [1],
    ([values = null]) => (isArray(values) ? mergeShallow(values) : undefined),
    undefined,
    // the keys of a secret are secrets, too
    (value) => value instanceof Secure || (isArray(value) && value.some((one) => one instanceof Secure)),
  ),
  strict("intersection", [2, "many"], intersect),
  structural("items", [1], ([value = null]) => items(value)),
  loose("objectKeys", [1], ([value = null]) => {
    const sorted = sortedMembers(value, "objectKeys");
    return sorted?.map(({ key }) => key);
  }),
];

function settle(truth: Truth): boolean | undefined {
  return truth === "unknown" ? undefined : truth;
}

function createObject(values: readonly ArmValue[]): ArmValue {
  if (values.length % 2 !== 0) throw new ArmError("createObject takes keys and values by turns");
  let members = new Map<string, ArmMember>();
  let rest: Open | undefined;
  let isSecret = false;
  for (let index = 0; index < values.length; index += 2) {
    const written = values[index] ?? null;
    const key = bare(written);
    isSecret ||= written instanceof Secure;
    const value = values[index + 1] ?? null;
    if (key instanceof Open) {
      const merged = withOpenKey(new ArmObject(members, rest), key, value);
      members = new Map(merged.members);
      ({ rest } = merged);
      continue;
    }
    const name = takeText(key, "createObject");
    members.set(name, { key: name, value });
  }
  const object = new ArmObject(members, rest);
  return isSecret ? new Secure(object) : object;
}

/** Arrays with arrays; texts, numbers and bools become one text. */
function concat(values: readonly Value[]): ArmValue | undefined {
  if (values.every(isArray)) return bounded(values).flat();
  const isText = values.some(
    (value) =>
      !isArray(value) && (!(value instanceof Open) || value.traits.isText === true) && value !== null,
  );
  if (!isText) return undefined;
  const wrong = values.find((value) => isArray(value) || value instanceof ArmObject);
  if (wrong !== undefined) throw new ArmError(`concat does not put ${kindOf(wrong)} into a text`);
  return joinText(values);
}

function contains(container: Value, item: Value): Truth {
  if (isArray(container)) return anyTruth(container.map((one) => equals(one, item)));
  if (container instanceof ArmObject) return hasKey(container, item);
  if (container instanceof OpenText) {
    const isThere =
      typeof item === "string" &&
      container.pieces.some((piece) => typeof piece === "string" && piece.includes(item));
    return isThere ? true : "unknown";
  }
  if (container instanceof Open || item instanceof Open) return "unknown";
  return takeText(container, "contains").includes(takeText(item, "contains"));
}

function hasKey(object: ArmObject, item: Value): Truth {
  if (item instanceof Open) return mayHaveKey(object, item) ? "unknown" : false;
  const member = object.member(typeof item === "number" ? String(item) : takeText(item, "contains"));
  if (member !== undefined) return member.maybe === true ? "unknown" : true;
  return object.rest === undefined ? false : "unknown";
}

function isEmpty(value: Value): Truth {
  if (value === null) return true;
  if (value instanceof OpenText) {
    return value.pieces.some((piece) => typeof piece === "string" || piece.traits.isWord === true)
      ? false
      : "unknown";
  }
  if (value instanceof Open) return value.traits.isWord === true ? false : "unknown";
  if (isArray(value)) return value.length === 0;
  if (value instanceof ArmObject) {
    let mayBe: Truth = value.rest === undefined ? false : "unknown";
    for (const { maybe } of value.members.values()) {
      if (maybe !== true) return false;
      mayBe = either(mayBe, "unknown");
    }
    return mayBe === false ? true : "unknown";
  }
  return takeText(value, "empty") === "";
}

function lengthOf(value: Value): number | undefined {
  if (value instanceof Open) return undefined;
  if (isArray(value)) return value.length;
  if (value instanceof ArmObject) return value.isClosed ? value.members.size : undefined;
  return value === null ? 0 : takeText(value, "length").length;
}

function end(value: Value, index: 0 | -1): ArmValue | undefined {
  if (value === null) return null;
  if (value instanceof OpenText) {
    const piece = value.pieces.at(index);
    return typeof piece === "string" ? piece.at(index) : undefined;
  }
  if (value instanceof Open) return undefined;
  if (isArray(value)) return value.at(index) ?? null;
  return takeText(value, index === 0 ? "first" : "last").at(index) ?? "";
}

function part(name: "take" | "skip", value: Value, count: Value | undefined): ArmValue | undefined {
  if (value === null) return null;
  if (count instanceof Open) return undefined;
  const number = Math.max(0, takeInteger(count, name));
  if (value instanceof OpenText && name === "take") {
    const [start] = value.pieces;
    if (typeof start === "string" && start.length >= number) return start.slice(0, number);
  }
  if (name === "take" && number > 0 && isWord(value)) {
    return openFrom([value], printCall(name, [value, number]), WORD);
  }
  if (value instanceof Open) return undefined;
  if (isArray(value)) return name === "take" ? value.slice(0, number) : value.slice(number);
  const text = takeText(value, name);
  return name === "take" ? text.slice(0, number) : text.slice(number);
}

/** In an array equal items with their case; in a text without regard to case. */
function position(value: Value, item: Value, isLast: boolean): number | undefined {
  if (value === null) return -1;
  if (isArray(value)) {
    const order = [...value.keys()];
    for (const index of isLast ? order.toReversed() : order) {
      const truth = equals(value[index] ?? null, item);
      if (truth === "unknown") return undefined;
      if (truth) return index;
    }
    return -1;
  }
  if (value instanceof Open || item instanceof Open) return undefined;
  const text = takeText(value, "indexOf").toLowerCase();
  const wanted = takeText(item, "indexOf").toLowerCase();
  return isLast ? text.lastIndexOf(wanted) : text.indexOf(wanted);
}

function flatten(value: Value): ArmValue | undefined {
  if (value instanceof Open) return undefined;
  const arrays = takeArray(value, "flatten");
  if (arrays.some((array) => bare(array) instanceof Open)) return undefined;
  return bounded(arrays.map((array) => partsOf(array, takeArray(array, "flatten")))).flat();
}

function range(start: number, count: number): readonly number[] {
  if (count < 0 || count > 10_000) throw new ArmError("range makes between 0 and 10000 numbers");
  return Array.from({ length: count }, (_, index) => start + index);
}

function items(value: Value): ArmValue | undefined {
  return sortedMembers(value, "items")?.map((member) => {
    const entry = new Map<string, ArmMember>();
    entry.set("key", { key: "key", value: member.key, written: member.written });
    entry.set("value", { key: "value", value: member.value, written: member.written });
    return new ArmObject(entry);
  });
}

/** By their keys, without regard to case, as .NET orders them by code. */
function sortedMembers(value: Value, name: string): readonly ArmMember[] | undefined {
  if (value instanceof Open) return undefined;
  if (!(value instanceof ArmObject)) throw new ArmError(`${name} takes an object, and gets ${kindOf(value)}`);
  if (!value.isClosed) return undefined;
  const members = [...value.members.values()];
  if (members.length > MAX_ITEMS) throw new ArmError("the object has more keys than genoscan evaluates");
  return members
    .map((member) => ({ member, order: member.key.toUpperCase() }))
    .sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ member }) => member);
}
