import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, STRING } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { convertArgument } from "../values/convert.ts";
import { EMPTY_OBJECT, list, map, object, text, tuple } from "../values/make-value.ts";
import { withMarksOf, withMarksOfAll } from "../values/marks.ts";
import { describeType, isCollection, listOf, mapOf, typesEqual } from "../values/type.ts";
import { canConvert } from "../values/unify-types.ts";
import { mayBeWritten } from "../values/may-be-written.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { compareText } from "../values/compare-text.ts";
import { argument, elementsOf, entriesOf, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions over maps and objects. */
export const MAP_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  keys: { compute: ([value]) => keys(value), marks: "surface", takesUnknown: true },
  values: { compute: values, marks: "surface" },
  lookup: { compute: lookup, marks: "own", takesUnknown: true },
  merge: { compute: merge, marks: "surface", takesUnknown: true },
  zipmap: { compute: zipmap, marks: "own", takesUnknown: true },
  transpose: { compute: transpose },
};

function keys(value: HclValue | undefined): HclValue {
  const type = value?.type ?? ANY;
  if (value === undefined || !isMapLike(type)) throw new EvaluationError("must have map or object type");
  if (type.kind === "object") return tuple([...type.attributes.keys()].map(text));
  if (!value.isKnown) {
    return unknownKeys(value);
  }
  return list(STRING, [...entriesOf(value).keys()].map(text));
}

/** A list for a map, and a tuple for an object. */
function unknownKeys(value: HclValue): HclValue {
  if (value.type.kind === "any") return unknownFrom(ANY, [value], { notNull: true });
  return unknownFrom(listOf(STRING), [value], { notNull: true, mayFail: false });
}

function values(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!isMapLike(whole.type)) throw new EvaluationError("values() requires a map as the first argument");
  const held = [...entriesOf(whole).values()];
  return isCollection(whole.type) ? list(whole.type.element, held) : tuple(held);
}

function lookup(args: readonly HclValue[]): HclValue {
  if (args.length > 3) {
    throw new EvaluationError(`lookup() takes two or three arguments, got ${String(args.length)}`);
  }
  const [within, key] = [argument(args, 0), argument(args, 1)];
  const fallback = args[2];
  if (!isMapLike(within.type)) throw new EvaluationError("lookup() requires a map as the first argument");
  const elementType = isCollection(within.type) ? within.type.element : ANY;
  if (fallback !== undefined && !canConvert(fallback.type, elementType)) {
    throw new EvaluationError("the default value must have the same type as the map elements");
  }
  if (!within.isKnown || !key.isKnown) return lookupUnknown(within, key, fallback, elementType);
  const held = entriesOf(within).get(textOf(key));
  if (held !== undefined) return withMarksOf(held, within, key);
  if (fallback !== undefined) return withMarksOf(convertArgument(fallback, elementType), within, key);
  const name = key.hasMarks ? "(sensitive value)" : JSON.stringify(textOf(key));
  throw new EvaluationError(`lookup failed to find key ${name}`);
}

function lookupUnknown(
  within: HclValue,
  key: HclValue,
  fallback: HclValue | undefined,
  type: Type,
): HclValue {
  const sources = [within, key, ...(fallback === undefined ? [] : [fallback])];
  const held = fallback === undefined ? [within] : [within, fallback];
  return unknownFrom(
    type,
    sources,
    {
      mayFail: fallback === undefined || within.type.kind === "any",
      mayBeWritten: mayBeWritten(held),
    },
    held,
  );
}

function merge(args: readonly HclValue[]): HclValue {
  const [first] = args;
  if (first === undefined) return EMPTY_OBJECT;
  for (const { type, isNull } of args) {
    if (isMapLike(type) || isNull) continue;
    throw new EvaluationError(`arguments must be maps or objects, got ${describeType(type)}`);
  }
  if (args.some((arg) => !arg.isKnown)) {
    const isSure = args.every(({ type, isKnown }) => isKnown || type.kind !== "any");
    return unknownFrom(ANY, args, { notNull: true, mayFail: !isSure });
  }
  const merged = new Map<string, HclValue>();
  for (const arg of args) {
    if (arg.isNull) continue;
    for (const [key, held] of entriesOf(arg)) merged.set(key, held);
  }
  const type = isCollection(first.type) ? first.type : undefined;
  const isMap = type !== undefined && args.every((arg) => typesEqual(arg.type, type));
  return isMap ? map(type.element, merged) : object(merged);
}

function zipmap(args: readonly HclValue[]): HclValue {
  const [names, held] = [argument(args, 0), argument(args, 1)];
  if (held.type.kind !== "list" && held.type.kind !== "tuple" && held.type.kind !== "any") {
    throw new EvaluationError("values argument must be a list or tuple value");
  }
  if (!names.isWhollyKnown || !held.isKnown) return unknownFrom(ANY, args, { notNull: true });
  const keyed = elementsOf(names);
  const elements = elementsOf(held);
  if (keyed.length !== elements.length) {
    throw new EvaluationError(
      `number of keys (${String(keyed.length)}) does not match number of values (${String(elements.length)})`,
    );
  }
  const entries = keyed.map((key, position) => [keyText(key), argument(elements, position)] as const);
  const zipped = held.type.kind === "list" ? map(held.type.element, entries) : object(entries);
  return withMarksOfAll(zipped, [names, held, ...keyed]);
}

function keyText(key: HclValue): string {
  if (key.isNull) throw new EvaluationError("keys must not be null");
  return textOf(key);
}

function transpose(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  const type = mapOf(listOf(STRING));
  if (!whole.isWhollyKnown) return unknownFrom(type, [whole], { notNull: true });
  const transposed = new Map<string, string[]>();
  for (const [key, held] of entriesOf(whole)) {
    if (held.isNull) throw new EvaluationError("input must not contain null list");
    for (const element of elementsOf(held)) {
      if (element.isNull) throw new EvaluationError("input list must not contain null string");
      const keysOfElement = transposed.get(textOf(element)) ?? [];
      keysOfElement.push(key);
      transposed.set(textOf(element), keysOfElement);
    }
  }
  const entries = [...transposed].map(
    ([key, held]) => [key, list(STRING, held.sort(compareText).map(text))] as const,
  );
  return map(listOf(STRING), entries);
}

function isMapLike({ kind }: Type): boolean {
  return kind === "map" || kind === "object" || kind === "any";
}
