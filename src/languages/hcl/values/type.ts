import { ANY } from "./hcl-value.ts";
import type { CollectionType, ObjectType, TupleType, Type } from "./hcl-value.ts";

export function listOf(element: Type): CollectionType {
  return { kind: "list", element };
}

export function setOf(element: Type): CollectionType {
  return { kind: "set", element };
}

export function mapOf(element: Type): CollectionType {
  return { kind: "map", element };
}

export function tupleOf(elements: readonly Type[]): TupleType {
  return { kind: "tuple", elements };
}

export function objectOf(attributes: ReadonlyMap<string, Type>): ObjectType {
  return { kind: "object", attributes };
}

export function isPrimitive(type: Type): boolean {
  return type.kind === "string" || type.kind === "number" || type.kind === "bool";
}

export function isCollection(type: Type): type is CollectionType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** A list, set or tuple. */
export function isSequence(type: Type): boolean {
  return type.kind === "list" || type.kind === "set" || type.kind === "tuple";
}

/** The one type that all these have, or `any`. */
export function sharedType([first, ...others]: readonly Type[], none: Type): Type {
  if (first === undefined) return none;
  return others.every((type) => typesEqual(type, first)) ? first : ANY;
}

/** The same type; which attributes are optional does not count. */
export function typesEqual(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  if (isCollection(left)) return typesEqual(left.element, (right as CollectionType).element);
  if (left.kind === "tuple") return sameElements(left.elements, (right as TupleType).elements);
  if (left.kind === "object") return sameAttributes(left.attributes, (right as ObjectType).attributes);
  return true;
}

function sameElements(left: readonly Type[], right: readonly Type[]): boolean {
  return left.length === right.length && left.every((type, index) => typesEqual(type, right[index] ?? ANY));
}

function sameAttributes(left: ReadonlyMap<string, Type>, right: ReadonlyMap<string, Type>): boolean {
  if (left.size !== right.size) return false;
  for (const [name, type] of left) {
    const other = right.get(name);
    if (other === undefined || !typesEqual(type, other)) return false;
  }
  return true;
}

/** Something in the type is `any`. */
export function hasAny(type: Type): boolean {
  return someType(type, ({ kind }) => kind === "any");
}

/** Something in the type is that of an unknown value, and may be every type. */
export function hasOpen(type: Type): boolean {
  return someType(type, (part) => part.kind === "any" && part.isOpen === true);
}

/** The constraint has attributes that may be left out. */
export function hasOptional(type: Type): boolean {
  return someType(type, (part) => part.kind === "object" && part.optional !== undefined);
}

function someType(type: Type, test: (type: Type) => boolean): boolean {
  if (test(type)) return true;
  if (isCollection(type)) return someType(type.element, test);
  if (type.kind === "tuple") return type.elements.some((element) => someType(element, test));
  if (type.kind === "object") return [...type.attributes.values()].some((part) => someType(part, test));
  return false;
}

/** The type of the values that a constraint lets through: without a word about what is optional. */
export function withoutOptional(type: Type): Type {
  if (!hasOptional(type)) return type;
  if (isCollection(type)) return { kind: type.kind, element: withoutOptional(type.element) };
  if (type.kind === "tuple") return tupleOf(type.elements.map(withoutOptional));
  if (type.kind !== "object") return type;
  return objectOf(new Map([...type.attributes].map(([name, part]) => [name, withoutOptional(part)])));
}

/** A type in words: `list of string`, `object`, `tuple`. */
export function describeType(type: Type): string {
  if (type.kind === "any") return "dynamic";
  if (!isCollection(type)) return type.kind;
  if (type.element.kind === "any") return `${type.kind} of any single type`;
  return `${type.kind} of ${describeType(type.element)}`;
}
