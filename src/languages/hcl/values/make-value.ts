import type { Reference } from "../../../model/value.ts";
import { compareText } from "./compare-text.ts";
import { HclNumber } from "./hcl-number.ts";
import { ANY, BOOL, HclUnknown, HclValue, NUMBER, STRING } from "./hcl-value.ts";
import type { Entries, Knowledge, Type } from "./hcl-value.ts";
import { MAX_DEPTH, MAX_PARTS, MAX_TEXT } from "./limits.ts";
import { sortSet } from "./sort-set.ts";
import { listOf, mapOf, objectOf, setOf, tupleOf } from "./type.ts";

export const TRUE = new HclValue(BOOL, true);
export const FALSE = new HclValue(BOOL, false);
export const NULL = new HclValue(ANY, null);
export const EMPTY_TUPLE = new HclValue(tupleOf([]), []);
export const EMPTY_OBJECT = new HclValue(objectOf(new Map()), new Map());

/** A string, in Unicode's normal form C as everywhere in Terraform. */
export function text(value: string): HclValue {
  if (value.length > MAX_TEXT) return unknown(STRING, `text of more than ${String(MAX_TEXT)} characters`);
  return new HclValue(STRING, normalizeText(value));
}

function normalizeText(value: string): string {
  // half a surrogate pair has no UTF-8; what reads it puts a replacement character in its place
  return value.replaceAll(/\p{Surrogate}/gu, "\ufffd").normalize("NFC");
}

/** A number; a JavaScript number is a count, and must be an integer. */
export function number(value: HclNumber | number): HclValue {
  return new HclValue(NUMBER, typeof value === "number" ? HclNumber.count(value) : value);
}

export function bool(value: boolean): HclValue {
  return value ? TRUE : FALSE;
}

export function nullOf(type: Type): HclValue {
  return type === ANY ? NULL : new HclValue(type, null);
}

export function unknown(
  type: Type,
  reason: string,
  candidates: readonly Reference[] = [],
  knowledge: Knowledge = {},
): HclValue {
  return new HclValue(type, new HclUnknown(reason, candidates, knowledge));
}

/** What `[a, b]` makes. */
export function tuple(elements: readonly HclValue[]): HclValue {
  return bounded(new HclValue(tupleOf(elements.map(({ type }) => type)), elements));
}

/** What `{ a = b }` makes. */
export function object(entries: Entries | Iterable<readonly [string, HclValue]>): HclValue {
  const sorted = sortEntries(entries);
  return bounded(
    new HclValue(objectOf(new Map([...sorted].map(([name, { type }]) => [name, type]))), sorted),
  );
}

/** The elements must be of the type. */
export function list(type: Type, elements: readonly HclValue[]): HclValue {
  return bounded(new HclValue(listOf(type), elements));
}

/** The values must be of the type. */
export function map(type: Type, entries: Entries | Iterable<readonly [string, HclValue]>): HclValue {
  return bounded(new HclValue(mapOf(type), sortEntries(entries)));
}

/** The elements must be of the type; each one once and in the order of a set. Their marks become marks of the set. */
export function set(type: Type, elements: readonly HclValue[]): HclValue {
  const { sorted, marks } = sortSet(elements);
  return bounded(new HclValue(setOf(type), sorted, marks));
}

function sortEntries(entries: Entries | Iterable<readonly [string, HclValue]>): Entries {
  // a key is normalised like every string; the last one of two that are alike counts
  const normalised = new Map<string, HclValue>();
  for (const [key, value] of entries) normalised.set(normalizeText(key), value);
  return new Map([...normalised].sort(([left], [right]) => compareText(left, right)));
}

function bounded(value: HclValue): HclValue {
  if (!value.isTooLarge) return value;
  const reason =
    value.parts > MAX_PARTS
      ? `more than ${String(MAX_PARTS)} values in one`
      : `nested more than ${String(MAX_DEPTH)} levels deep`;
  return unknown(ANY, reason);
}
