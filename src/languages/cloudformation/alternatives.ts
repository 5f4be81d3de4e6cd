import {
  Reference,
  Sensitive,
  Unknown,
  UnknownChoice,
  UnknownPresence,
  describeReference,
  emptyMap,
  isValueList,
  isValueMap,
  put,
  referencesOf,
} from "../../model/value.ts";
import type { Scalar, Value, ValueMap } from "../../model/value.ts";
import { MAX_ALTERNATIVES, MAX_CANDIDATES } from "./limits.ts";

/**
 * What is known of a value that is one of several: what all of them agree on. A part that one of them does not have may
 * be absent, so it is unknown and names nothing; one that is a reference in all of them names each of those.
 */
export function joinAlternatives(
  alternatives: readonly (Value | undefined)[],
  reason: string,
): Value | undefined {
  const [first, ...others] = alternatives;
  let joined = first;
  for (const other of others) joined = join(joined, other, reason);
  return joined;
}

function join(one: Value | undefined, other: Value | undefined, reason: string): Value | undefined {
  if (one === other) return one;
  // it may be absent: a candidate would say that it is there
  if (mayBeAbsent(one) || mayBeAbsent(other)) return new UnknownPresence(reason);
  if (one instanceof Sensitive || other instanceof Sensitive) return new Sensitive(new Unknown(reason));
  if (isValueMap(one) && isValueMap(other)) return joinMaps(one, other, reason);
  if (isValueList(one) && isValueList(other) && one.length === other.length) {
    return one.map((item, index) => join(item, other[index], reason) ?? new Unknown(reason));
  }
  if (isSameReference(one, other)) return one;
  return joinChoices(one, other, reason) ?? joinReferences(one, other, reason);
}

function mayBeAbsent(value: Value | undefined): value is UnknownPresence | undefined {
  return value === undefined || value instanceof UnknownPresence;
}

function joinReferences(one: Value, other: Value, reason: string): Unknown {
  return new Unknown(reason, namesSomething(one) && namesSomething(other) ? candidatesOf([one, other]) : []);
}

/** What a value may be, when that is known. */
function choicesOf(value: Value): readonly Scalar[] | undefined {
  if (value instanceof UnknownChoice) return value.choices;
  return typeof value === "object" && value !== null ? undefined : [value];
}

function joinChoices(one: Value, other: Value, reason: string): Value | undefined {
  const [mine, theirs] = [choicesOf(one), choicesOf(other)];
  if (mine === undefined || theirs === undefined) return undefined;
  const choices = [...new Set([...mine, ...theirs])];
  const [only] = choices;
  if (only !== undefined && choices.length === 1) return only;
  return choices.length > MAX_ALTERNATIVES ? new Unknown(reason) : new UnknownChoice(reason, choices);
}

function joinMaps(one: ValueMap, other: ValueMap, reason: string): ValueMap {
  const map = emptyMap();
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const joined = join(own(one, key), own(other, key), reason);
    if (joined !== undefined) put(map, key, joined);
  }
  return map;
}

function own(map: ValueMap, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isSameReference(one: Value, other: Value): boolean {
  return (
    one instanceof Reference &&
    other instanceof Reference &&
    describeReference(one) === describeReference(other)
  );
}

/** Candidates are all there is to choose from: beside a text they would not be. */
function namesSomething(value: Value): boolean {
  return referencesOf(value).length > 0;
}

function candidatesOf(values: readonly Value[]): readonly Reference[] {
  const named = new Map<string, Reference>();
  for (const value of values) {
    for (const reference of referencesOf(value)) named.set(describeReference(reference), reference);
  }
  return [...named.values()].slice(0, MAX_CANDIDATES);
}
