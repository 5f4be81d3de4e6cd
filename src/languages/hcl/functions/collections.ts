import { compareEqual } from "../values/equals.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, BOOL, NUMBER, STRING } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { convert, convertArgument } from "../values/convert.ts";
import { EMPTY_TUPLE, bool, list, nullOf, number, tuple } from "../values/make-value.ts";
import { withMarks, withMarksOfAll } from "../values/marks.ts";
import { valueKey } from "../values/sort-set.ts";
import { describeType, isCollection, isSequence, listOf } from "../values/type.ts";
import { unifyTypes } from "../values/unify-types.ts";
import { isWritten } from "../values/is-written.ts";
import { mayBeWritten } from "../values/may-be-written.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { countGraphemes } from "./graphemes.ts";
import { coalesce, coalescelist } from "./coalesce.ts";
import { argument, elementsOf, entriesOf, integerOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions over lists and tuples, and those that take every kind of collection. */
export const COLLECTION_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  length: { compute: ([value]) => length(value), marks: "surface", takesUnknown: true },
  element: { compute: element, marks: "surface", takesUnknown: true },
  chunklist: { compute: chunklist, marks: "surface" },
  coalesce: { compute: coalesce, takesUnknown: true },
  coalescelist: { compute: coalescelist, takesUnknown: true },
  compact: { compute: compact },
  concat: { compute: concat, marks: "surface", takesUnknown: true },
  contains: { compute: contains, takesUnknown: true },
  distinct: { compute: distinct },
  flatten: { compute: flatten, marks: "own", takesUnknown: true },
  index: { compute: index },
  one: { compute: one, takesUnknown: true },
  reverse: { compute: reverse, marks: "surface" },
  slice: { compute: slice, marks: "surface" },
  alltrue: { compute: (args) => everyOrSome(args, false) },
  anytrue: { compute: (args) => everyOrSome(args, true) },
  matchkeys: { compute: matchkeys },
};

const NO_LENGTH = "argument must be a string, a collection type, or a structural type";

function length(value: HclValue | undefined): HclValue {
  if (value === undefined) throw new EvaluationError(NO_LENGTH);
  const { type, data } = value;
  if (type.kind === "tuple") return number(type.elements.length);
  if (type.kind === "object") return number(type.attributes.size);
  if (type.kind === "number" || type.kind === "bool") throw new EvaluationError(NO_LENGTH);
  if (!value.isKnown) return unknownFrom(NUMBER, [value], { notNull: true, mayFail: type.kind === "any" });
  if (typeof data === "string") return number(countGraphemes(data));
  if (isCollection(type) && type.kind === "map") return number(entriesOf(value).size);
  const { length: count } = elementsOf(value);
  // elements that are unknown may turn out to be the same
  if (type.kind !== "set" || count <= 1 || value.isWhollyKnown) return number(count);
  return unknownFrom(NUMBER, [value], { notNull: true, mayFail: false });
}

function element(args: readonly HclValue[]): HclValue {
  const from = argument(args, 0);
  const at = argument(args, 1);
  if (from.type.kind !== "any" && from.type.kind !== "list" && from.type.kind !== "tuple") {
    throw new EvaluationError(`cannot read elements from ${describeType(from.type)}`);
  }
  const type = from.type.kind === "list" ? from.type.element : ANY;
  if (!from.isKnown) return unknownFrom(type, args, {}, [from]);
  const elements = elementsOf(from);
  if (elements.length === 0) throw new EvaluationError("cannot use element function with an empty list");
  if (!at.isKnown) {
    return unknownFrom(type, [at, ...elements], { mayBeWritten: mayBeWritten(elements) }, elements);
  }
  const position = integerOf(at) % elements.length;
  if (position >= 0) return argument(elements, position);
  // a list counts from its end, and for a tuple Terraform 1.11 fails
  if (from.type.kind === "tuple") {
    throw new EvaluationError("cannot use element function with a negative index");
  }
  return argument(elements, position + elements.length);
}

function chunklist(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  const elements = elementsOf(whole);
  const size = integerOf(argument(args, 1));
  if (size < 0) throw new EvaluationError("the size argument must be positive");
  const type = elementType(whole);
  if (elements.length === 0) return list(listOf(type), []);
  if (size === 0) return list(listOf(type), [whole]);
  const chunks: HclValue[] = [];
  for (let start = 0; start < elements.length; start += size) {
    chunks.push(list(type, elements.slice(start, start + size)));
  }
  return list(listOf(type), chunks);
}

function compact(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!whole.isKnown || elementsOf(whole).some((element) => !element.isKnown && !isWritten(element))) {
    return unknownFrom(listOf(STRING), [whole], { notNull: true, mayFail: false }, [whole]);
  }
  return list(
    STRING,
    elementsOf(whole).filter(({ data }) => data !== null && data !== ""),
  );
}

function concat(args: readonly HclValue[]): HclValue {
  if (args.length === 0) throw new EvaluationError("at least one argument is required");
  for (const { type } of args) {
    if (type.kind === "list" || type.kind === "tuple" || type.kind === "any") continue;
    throw new EvaluationError(`all arguments must be lists or tuples; got ${describeType(type)}`);
  }
  if (args.some((arg) => !arg.isKnown)) return concatUnknown(args);
  const common = args.every(({ type }) => type.kind === "list")
    ? unifyTypes(args.map(({ type }) => type))
    : undefined;
  if (common?.kind === "list") {
    return list(
      common.element,
      args.flatMap((arg) => elementsOf(convertArgument(arg, common))),
    );
  }
  return tuple(args.flatMap(elementsOf));
}

/** What is known stands in its place; a list that is not known stands there for its items. */
function concatUnknown(args: readonly HclValue[]): HclValue {
  const items = args.flatMap((arg) => (arg.isKnown ? elementsOf(arg) : (arg.unknown?.items ?? [arg])));
  return unknownFrom(ANY, args, items.length > MAX_ITEMS ? {} : { notNull: true, items }, args);
}

/** More than a list that is written out has. */
const MAX_ITEMS = 10_000;

function contains(args: readonly HclValue[]): HclValue {
  const [within, wanted] = [argument(args, 0), argument(args, 1)];
  if (!isSequence(within.type) && within.type.kind !== "any") {
    throw new EvaluationError("argument must be list, tuple, or set");
  }
  if (!within.isKnown) return unknownFrom(BOOL, args, { notNull: true });
  let isOpen = false;
  for (const held of elementsOf(within)) {
    const truth = compareEqual(wanted, held);
    if (truth === true) return bool(true);
    isOpen ||= truth === "unknown";
  }
  return isOpen ? unknownFrom(BOOL, args, { notNull: true, mayFail: false }) : bool(false);
}

function distinct(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  const elements = elementsOf(whole);
  if (!whole.isWhollyKnown && elements.length > 1) {
    return unknownFrom(whole.type, [whole], { notNull: true, mayFail: false }, [whole]);
  }
  return list(elementType(whole), uniqueElements(elements));
}

function uniqueElements(elements: readonly HclValue[]): readonly HclValue[] {
  const unique = new Map<string, HclValue>();
  for (const held of elements) {
    const key = valueKey(held);
    if (!unique.has(key)) unique.set(key, held);
  }
  return [...unique.values()];
}

function flatten(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!isSequence(whole.type) && whole.type.kind !== "any") {
    throw new EvaluationError("can only flatten lists, sets and tuples");
  }
  const flat: HclValue[] = [];
  const marked: HclValue[] = [];
  const isSettled = flattenInto(whole, flat, marked);
  const result = isSettled ? tuple(flat) : unknownFrom(ANY, [whole], { notNull: true }, [whole]);
  return flat.length === 0 && isSettled && marked.length === 0 ? EMPTY_TUPLE : withMarksOfAll(result, marked);
}

/** Collects what is no sequence, and the sequences that had marks. False when something unknown may be a sequence. */
function flattenInto(value: HclValue, flat: HclValue[], marked: HclValue[]): boolean {
  marked.push(withMarks(value, { reference: undefined }));
  if (!value.isKnown) return false;
  if (value.type.kind === "set" && !value.isWhollyKnown && elementsOf(value).length > 1) return false;
  let isSettled = true;
  for (const held of elementsOf(value)) {
    if (!held.isNull && isSequence(held.type)) isSettled = flattenInto(held, flat, marked) && isSettled;
    else if (!held.isKnown && held.type.kind === "any") isSettled = false;
    else flat.push(held);
  }
  return isSettled;
}

function index(args: readonly HclValue[]): HclValue {
  const [within, wanted] = [argument(args, 0), argument(args, 1)];
  if (within.type.kind !== "list" && within.type.kind !== "tuple") {
    throw new EvaluationError("argument must be a list or tuple");
  }
  const elements = elementsOf(within);
  if (elements.length === 0) throw new EvaluationError("cannot search an empty list");
  for (const [position, held] of elements.entries()) {
    const truth = compareEqual(held, wanted);
    if (truth === "unknown") return unknownFrom(NUMBER, args, { notNull: true });
    if (truth) return number(position);
  }
  throw new EvaluationError("item not found");
}

function one(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!isSequence(whole.type) && whole.type.kind !== "any") throw new EvaluationError(NOT_ONE);
  // of a list that may be empty it is null
  if (!whole.isKnown) return unknownFrom(ANY, [whole], {}, [whole, nullOf(ANY)]);
  const elements = elementsOf(whole);
  const [first] = elements;
  if (first === undefined) return nullOf(whole.type.kind === "tuple" ? ANY : elementType(whole));
  if (elements.length === 1) return first;
  if (whole.type.kind === "set" && !whole.isWhollyKnown) return unknownFrom(elementType(whole), [whole]);
  throw new EvaluationError(NOT_ONE);
}

const NOT_ONE = "must be a list, set, or tuple value with either zero or one elements";

function reverse(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!isSequence(whole.type)) {
    throw new EvaluationError(`can only reverse list or tuple values, not ${describeType(whole.type)}`);
  }
  const reversed = elementsOf(whole).toReversed();
  return whole.type.kind === "tuple" ? tuple(reversed) : list(elementType(whole), reversed);
}

function slice(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (whole.type.kind !== "list" && whole.type.kind !== "tuple") {
    throw new EvaluationError(`cannot slice a ${describeType(whole.type)}; a list or tuple is required`);
  }
  const elements = elementsOf(whole);
  const [start, end] = [integerOf(argument(args, 1)), integerOf(argument(args, 2))];
  if (start < 0 || end < 0 || start > end || end > elements.length) {
    throw new EvaluationError(
      `from ${String(start)} to ${String(end)} is no part of ${String(elements.length)} elements`,
    );
  }
  const part = elements.slice(start, end);
  return whole.type.kind === "tuple" ? tuple(part) : list(elementType(whole), part);
}

/** `alltrue` looks for a false one, `anytrue` for a true one; null is false for the first and nothing for the second. */
function everyOrSome(args: readonly HclValue[], wanted: boolean): HclValue {
  let isOpen = false;
  for (const held of elementsOf(argument(args, 0))) {
    if (held.data === wanted || (held.isNull && !wanted)) return bool(wanted);
    isOpen ||= !held.isKnown;
  }
  return isOpen ? unknownFrom(BOOL, args, { notNull: true, mayFail: false }) : bool(!wanted);
}

function matchkeys(args: readonly HclValue[]): HclValue {
  const [values, keys, wanted] = [argument(args, 0), argument(args, 1), argument(args, 2)];
  const type = unifyTypes([keys.type, wanted.type]);
  if (type === undefined) throw new EvaluationError("keys and searchset must be of the same type");
  const held = elementsOf(values);
  const searched = elementsOf(convert(keys, type));
  const searchset = elementsOf(convert(wanted, type));
  if (held.length !== searched.length) throw new EvaluationError("length of keys and values should be equal");
  if (searchset.length === 0) return list(elementType(values), []);
  if (!keys.isWhollyKnown || !wanted.isWhollyKnown) return unknownFrom(values.type, args, { notNull: true });
  const wantedKeys = new Set(searchset.map(valueKey));
  return list(
    elementType(values),
    held.filter((_, position) => wantedKeys.has(valueKey(argument(searched, position)))),
  );
}

function elementType({ type }: HclValue): Type {
  return isCollection(type) ? type.element : ANY;
}
