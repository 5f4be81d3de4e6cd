import { EvaluationError } from "./evaluation-error.ts";
import { HclNumber } from "./hcl-number.ts";
import { ANY, HclUnknown, HclValue } from "./hcl-value.ts";
import type { Data, Elements, Entries, ObjectType, TupleType, Type } from "./hcl-value.ts";
import { bool, list, map, nullOf, number, object, set, text, tuple } from "./make-value.ts";
import { withFallibility, withFallibleTypes } from "./fallible.ts";
import { withMarks, withMarksOf } from "./marks.ts";
import {
  describeType,
  hasAny,
  hasOpen,
  hasOptional,
  isCollection,
  objectOf,
  sharedType,
  tupleOf,
  typesEqual,
  withoutOptional,
} from "./type.ts";
import { canConvert, elementTypeFor, mapElementType, unifyTypes } from "./unify-types.ts";

/**
 * The value in the type: as Terraform converts an argument, a variable or a local to its type constraint. Attributes that
 * are missing or null take their defaults. Marks stay; an unknown stays unknown, in the type.
 * Throws `EvaluationError` when it cannot be.
 */
export function convert(value: HclValue, type: Type): HclValue {
  if (type.kind === "any" || (typesEqual(value.type, type) && !hasOptional(type))) return value;
  if (!canConvert(value.type, type)) throw mismatch(value, type);
  return convertFitting(value, type);
}

/** `convert` for an argument of a function: whether an unknown of unknown type converts is not certain. */
export function convertArgument(value: HclValue, type: Type): HclValue {
  return convert(type.kind === "any" ? value : withFallibleTypes(value), type);
}

function convertFitting(value: HclValue, type: Type): HclValue {
  if (type.kind === "any") return value;
  if (value.data === null || value.data instanceof HclUnknown) {
    const data = withoutItems(value.data);
    const converted = new HclValue(fillAny(value.type, withoutOptional(type)), data, value.marks);
    const isParsed = value.type.kind === "string" && (type.kind === "number" || type.kind === "bool");
    return isParsed ? withFallibility(converted, true) : converted;
  }
  const converted = convertKnown(value, value.data, type);
  return withMarks(withMarksOf(converted, value), { reference: value.marks.reference });
}

/** The items are of the type that they had. */
function withoutItems(data: null | HclUnknown): null | HclUnknown {
  if (data?.items === undefined) return data;
  const { reason, candidates, notNull, mayFail, mayBeWritten } = data;
  return new HclUnknown(reason, candidates, { notNull, mayFail, mayBeWritten });
}

function convertKnown(value: HclValue, data: Exclude<Data, null | HclUnknown>, type: Type): HclValue {
  switch (type.kind) {
    case "string":
      return toText(value);
    case "number":
      return toNumber(value);
    case "bool":
      return toBool(value);
    case "list":
      return toList(value.type, data as Elements, type.element);
    case "set":
      return toSet(value.type, data as Elements, type.element);
    case "map":
      return toMap(value.type, data as Entries, type.element);
    case "tuple":
      return toTuple(data as Elements, type);
    case "object":
      return toObject(data as Entries, type);
    case "any":
      return value;
  }
}

function toText(value: HclValue): HclValue {
  const { data } = value;
  if (data instanceof HclNumber) return text(data.toString());
  return typeof data === "boolean" ? text(String(data)) : value;
}

function toNumber(value: HclValue): HclValue {
  if (value.data instanceof HclNumber) return value;
  const parsed = typeof value.data === "string" ? HclNumber.parse(value.data) : undefined;
  if (parsed === undefined) throw new EvaluationError("a number is required");
  return number(parsed);
}

function toBool(value: HclValue): HclValue {
  if (value.data === true || value.data === "true" || value.data === "1") return bool(true);
  if (value.data === false || value.data === "false" || value.data === "0") return bool(false);
  throw new EvaluationError('a bool is required; only the strings "true" and "false" convert to one');
}

function toList(from: Type, elements: Elements, wanted: Type): HclValue {
  const type = elementType(from, wanted);
  const converted = alike(
    elements.map((element) => convertFitting(element, type)),
    type,
  );
  return list(sharedType(converted.map(typeOf), emptyType(from, type)), converted);
}

function toSet(from: Type, elements: Elements, wanted: Type): HclValue {
  const type = elementType(from, wanted);
  const converted = elements.map((element) => convertFitting(element, type));
  const types = converted.map(typeOf);
  const shared = sharedType(types, emptyType(from, type));
  if (shared === ANY && types.some(({ kind }) => kind !== "any") && !types.some(hasOpen)) {
    throw new EvaluationError("element types must all match for conversion to set");
  }
  return set(shared, converted);
}

function toMap(from: Type, entries: Entries, wanted: Type): HclValue {
  const type = elementType(from, wanted);
  const keys = [...entries.keys()];
  const converted = alike(
    [...entries.values()].map((entry) => convertFitting(entry, type)),
    type,
  );
  const named = converted.map((entry, index) => [keys[index] ?? "", entry] as const);
  return map(sharedType(converted.map(typeOf), emptyType(from, type)), named);
}

function toTuple(elements: Elements, type: TupleType): HclValue {
  return tuple(elements.map((element, index) => convertFitting(element, type.elements[index] ?? ANY)));
}

function toObject(entries: Entries, type: ObjectType): HclValue {
  const converted = new Map<string, HclValue>();
  for (const [name, wanted] of type.attributes) {
    const held = entries.get(name);
    const fallback = type.optional?.get(name);
    if ((held === undefined || held.isNull) && fallback !== undefined) {
      converted.set(name, convert(fallback, wanted));
    } else if (held !== undefined) converted.set(name, convert(held, wanted));
    else if (type.optional?.has(name) === true) converted.set(name, nullOf(withoutOptional(wanted)));
    else throw new EvaluationError(`attribute ${JSON.stringify(name)} is required`);
  }
  return object(converted);
}

function typeOf(value: HclValue): Type {
  return value.type;
}

/** What elements convert to when the constraint says `any`: the one type that all of them have in common. */
function elementType(from: Type, wanted: Type): Type {
  if (isCollection(from)) return wanted;
  if (from.kind === "object") return mapElementType(from, wanted) ?? wanted;
  return from.kind === "tuple" ? (elementTypeFor(from.elements, wanted) ?? wanted) : wanted;
}

/** Elements that were converted to a type with `any` in it, each by itself, made of one type. */
function alike(elements: Elements, type: Type): Elements {
  if (!hasAny(type) || elements.length === 0) return elements;
  const unified = unifyTypes(elements.map((element) => element.type));
  if (unified === undefined) throw new EvaluationError("cannot find a common base type for all elements");
  return elements.map((element) => convert(element, unified));
}

function emptyType(from: Type, wanted: Type): Type {
  return wanted.kind === "any" && isCollection(from) ? from.element : withoutOptional(wanted);
}

/** The type with each `any` in it replaced by what stands there in the type that is converted. */
function fillAny(from: Type, to: Type): Type {
  if (from.kind === "any" || !hasAny(to)) return to;
  if (to.kind === "any") return from;
  if (isCollection(to)) return { kind: to.kind, element: fillAny(partType(from), to.element) };
  if (to.kind === "tuple") {
    const parts = from.kind === "tuple" ? from.elements : [];
    return tupleOf(to.elements.map((element, index) => fillAny(parts[index] ?? ANY, element)));
  }
  if (to.kind !== "object") return to;
  const filled = [...to.attributes].map(([name, type]) => {
    const held = from.kind === "object" ? from.attributes.get(name) : partType(from);
    return [name, fillAny(held ?? ANY, type)] as const;
  });
  return objectOf(new Map(filled));
}

function partType(type: Type): Type {
  if (isCollection(type)) return type.element;
  if (type.kind === "tuple") return unifyTypes(type.elements) ?? ANY;
  if (type.kind === "object") return unifyTypes([...type.attributes.values()]) ?? ANY;
  return ANY;
}

function mismatch(value: HclValue, type: Type): EvaluationError {
  if (type.kind === "string" || type.kind === "number" || type.kind === "bool") {
    return new EvaluationError(`${type.kind} required, but have ${describeType(value.type)}`);
  }
  return new EvaluationError(`cannot convert ${describeType(value.type)} to ${describeType(type)}`);
}
