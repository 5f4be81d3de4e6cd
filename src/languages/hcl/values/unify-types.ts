// Which type values convert to and which types they have in common: each question needs the other.

import { ANY } from "./hcl-value.ts";
import type { CollectionType, ObjectType, TupleType, Type } from "./hcl-value.ts";
import { hasOpen, isCollection, isPrimitive, listOf, mapOf, objectOf, tupleOf, typesEqual } from "./type.ts";

/**
 * The one type that values of all these types are converted to where one type is needed: the two results of a condition,
 * the elements of a list. Nothing when there is none.
 */
export function unifyTypes(types: readonly Type[]): Type | undefined {
  const distinct = distinctTypes(types);
  const [first] = distinct;
  if (first === undefined) return undefined;
  if (distinct.length === 1) return first;
  // beside a type that may be every type, no others are known to be incompatible
  return unifyDistinct(distinct) ?? (types.some(hasOpen) ? ANY : undefined);
}

function unifyDistinct(distinct: readonly Type[]): Type | undefined {
  const kinds = new Set(distinct.map(({ kind }) => kind));
  const special = unifyAlike(distinct, kinds);
  if (special !== "unlike") return special;
  return mostGeneral(distinct);
}

/** Types that are all of one kind may have a type in common that none of them is. */
function unifyAlike(types: readonly Type[], kinds: ReadonlySet<Type["kind"]>): Type | undefined | "unlike" {
  const [kind, other, ...more] = [...kinds].filter((held) => held !== "any");
  if (kind === undefined || more.length > 0) return "unlike";
  if (other !== undefined) return unifyDisguised(types, new Set([kind, other]));
  if (isPrimitive({ kind } as Type)) return "unlike";
  // what the unknown type will be decides how the others unify with it
  if (kinds.has("any")) return ANY;
  if (kind === "object") return unifyObjects(types as ObjectType[]);
  if (kind === "tuple") return unifyTuples(types as TupleType[]);
  return unifyCollections(kind as CollectionType["kind"], types);
}

/** Objects among maps are maps in disguise, tuples among lists are lists. */
function unifyDisguised(
  types: readonly Type[],
  kinds: ReadonlySet<Type["kind"]>,
): Type | undefined | "unlike" {
  if (kinds.has("map") && kinds.has("object")) {
    return unifyWith(types, "object", (objects) => unifyToMap(objects as ObjectType[])) ?? "unlike";
  }
  if (kinds.has("list") && kinds.has("tuple")) {
    return unifyWith(types, "tuple", (tuples) => unifyToList(tuples as TupleType[])) ?? "unlike";
  }
  return kinds.has("object") && kinds.has("tuple") ? undefined : "unlike";
}

function unifyCollections(kind: "map" | "list" | "set", types: readonly Type[]): Type | undefined {
  const element = unifyTypes(types.filter(isCollection).map((type) => type.element));
  return element === undefined ? undefined : { kind, element };
}

function unifyWith(
  types: readonly Type[],
  kind: "object" | "tuple",
  combine: (types: readonly Type[]) => Type | undefined,
): Type | undefined {
  const combined = combine(types.filter((type) => type.kind === kind));
  if (combined === undefined) return undefined;
  const unified = unifyTypes([...types.filter((type) => type.kind !== kind), combined]);
  return unified?.kind === combined.kind ? unified : undefined;
}

function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const names = [...(types[0]?.attributes.keys() ?? [])];
  const isSame = types.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!isSame) return unifyToMap(types);
  const unified = new Map<string, Type>();
  for (const name of names) {
    const type = unifyTypes(types.map(({ attributes }) => attributes.get(name) ?? ANY));
    if (type === undefined) return undefined;
    unified.set(name, type);
  }
  return objectOf(unified);
}

function unifyTuples(types: readonly TupleType[]): Type | undefined {
  const length = types[0]?.elements.length ?? 0;
  if (types.some(({ elements }) => elements.length !== length)) return unifyToList(types);
  const unified: Type[] = [];
  for (let index = 0; index < length; index += 1) {
    const type = unifyTypes(types.map(({ elements }) => elements[index] ?? ANY));
    if (type === undefined) return undefined;
    unified.push(type);
  }
  return tupleOf(unified);
}

function unifyToMap(types: readonly ObjectType[]): Type | undefined {
  const element = unifyTypes(types.flatMap(({ attributes }) => [...attributes.values()]));
  if (element === undefined) return undefined;
  const unified = mapOf(element);
  return types.every((type) => canConvert(type, unified)) ? unified : undefined;
}

function unifyToList(types: readonly TupleType[]): Type | undefined {
  const element = unifyTypes(types.flatMap(({ elements }) => elements));
  if (element === undefined) return undefined;
  const unified = listOf(element);
  return types.every((type) => canConvert(type, unified)) ? unified : undefined;
}

/** The first of the types, the more general ones before, that all the others convert to. */
function mostGeneral(types: readonly Type[]): Type | undefined {
  return orderByGenerality(types).find((wanted) => types.every((type) => canConvert(type, wanted)));
}

function orderByGenerality(types: readonly Type[]): readonly Type[] {
  const waiting = new Set(types);
  const ordered: Type[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((type) => ![...waiting].some((other) => isMoreGeneral(other, type)));
    for (const type of ready.length > 0 ? ready : waiting) {
      ordered.push(type);
      waiting.delete(type);
    }
  }
  return ordered;
}

function isMoreGeneral(left: Type, right: Type): boolean {
  if (left.kind === "any" || right.kind === "any") return left.kind !== "any";
  if (isPrimitive(left) && isPrimitive(right)) return left.kind === "string" && right.kind !== "string";
  if (isCollection(left) && left.kind === right.kind) return isMoreGeneral(left.element, right.element);
  if (left.kind === "list") return right.kind === "set" || right.kind === "tuple";
  if (left.kind === "tuple") return right.kind === "set";
  if (left.kind === "map") return right.kind === "object";
  return false;
}

function distinctTypes(types: readonly Type[]): readonly Type[] {
  const distinct: Type[] = [];
  for (const type of types) {
    if (!distinct.some((other) => typesEqual(other, type))) distinct.push(type);
  }
  return distinct;
}

/**
 * Values of one type may convert to the other: the types fit, though a single value (the string "a" to a number, a map
 * that lacks a required key) may still fail.
 */
export function canConvert(from: Type, to: Type): boolean {
  if (from.kind === "any" || to.kind === "any" || typesEqual(from, to)) return true;
  if (isPrimitive(from)) return to.kind === "string" || (from.kind === "string" && isPrimitive(to));
  switch (to.kind) {
    case "list":
    case "set":
      if (from.kind === "list" || from.kind === "set") return canConvert(from.element, to.element);
      return from.kind === "tuple" && elementTypeFor(from.elements, to.element) !== undefined;
    case "map":
      if (from.kind === "map") return canConvert(from.element, to.element);
      return from.kind === "object" && mapElementType(from, to.element) !== undefined;
    case "tuple":
      return from.kind === "tuple" && fitsTuple(from, to);
    case "object":
      return fitsObject(from, to);
    default:
      return false;
  }
}

function fitsTuple(from: TupleType, to: TupleType): boolean {
  return (
    from.elements.length === to.elements.length &&
    from.elements.every((element, index) => canConvert(element, to.elements[index] ?? ANY))
  );
}

function fitsObject(from: Type, to: ObjectType): boolean {
  for (const [name, wanted] of to.attributes) {
    const isOptional = to.optional?.has(name) ?? false;
    if (from.kind === "map") {
      if (!isOptional && !canConvert(from.element, wanted)) return false;
    } else if (from.kind !== "object") {
      return false;
    } else {
      const held = from.attributes.get(name);
      if (held === undefined ? !isOptional : !canConvert(held, wanted)) return false;
    }
  }
  return from.kind === "map" || from.kind === "object";
}

/** What the elements of a tuple become in a list or set of the wanted type, or nothing when they cannot. */
export function elementTypeFor(elements: readonly Type[], wanted: Type): Type | undefined {
  if (elements.length === 0) return wanted;
  const type = wanted.kind === "any" ? commonType(elements) : wanted;
  if (type === undefined) return undefined;
  return elements.every((element) => canConvert(element, type)) ? type : undefined;
}

/** What the attributes of an object become in a map of the wanted type, or nothing when they cannot. */
export function mapElementType(from: ObjectType, wanted: Type): Type | undefined {
  const types = [...from.attributes.values()];
  const typed = types.filter((type) => type.kind !== "any" || type.isOpen === true);
  // a null beside objects of one type is one of them, which in a list it is not
  return elementTypeFor(distinctTypes(typed).length === 1 ? typed : types, wanted);
}

/** One type for all elements; `any` only when nothing but nulls without a type, or unknowns, are among them. */
function commonType(elements: readonly Type[]): Type | undefined {
  const unified = unifyTypes(elements);
  if (unified?.kind !== "any" || elements.every(({ kind }) => kind === "any")) return unified;
  return elements.some(hasOpen) ? ANY : undefined;
}
