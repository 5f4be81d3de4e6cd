import { Unknown, UnknownDocument, isValueList, isValueMap, plain } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";

/**
 * Whether the JSON text of a plan says what the folder says: in another order, with a list of one for its item, an account
 * for its root, as providers write policies again. What the folder leaves open agrees with everything. `undefined` when
 * one of them is no JSON.
 */
export function isSameDocument(told: Value, said: Value): boolean | undefined {
  const planned = parsed(plain(told));
  const open = plain(said);
  const written = open instanceof UnknownDocument ? open.document : parsed(open);
  return planned === undefined || written === undefined ? undefined : isSame(planned, written);
}

function parsed(text: Value | undefined): Value | undefined {
  if (typeof text !== "string" || !/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function isSame(told: Value, said: Value): boolean {
  const [one, other] = [alone(told), alone(said)];
  if (one instanceof Unknown || other instanceof Unknown) return true;
  if (isValueList(one) || isValueList(other)) return isSameList(listed(one), listed(other));
  if (isValueMap(one) && isValueMap(other)) {
    return keysOf(one, other).every((key) => isSame(own(one, key), own(other, key)));
  }
  if (isValueMap(one) || isValueMap(other)) return isEmpty(one) && isEmpty(other);
  return textOf(one) === textOf(other);
}

function isSameList(told: readonly Value[], said: readonly Value[]): boolean {
  if (told.length !== said.length) return false;
  return (
    said.every((item) => told.some((other) => isSame(other, item))) &&
    told.every((item) => said.some((other) => isSame(item, other)))
  );
}

/** The value, of a list of one its item; what is not there is null. */
function alone(value: Value | undefined): Exclude<Value, undefined> {
  const known = plain(value) ?? null;
  return isValueList(known) && known.length === 1 ? alone(known[0]) : known;
}

function listed(value: Value): readonly Value[] {
  if (isValueList(value)) return value;
  return value === null ? [] : [value];
}

function keysOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function own(map: Readonly<Record<string, Value>>, key: string): Value {
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

function isEmpty(value: Value): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

/** IAM reads true as the text "true", and shows an account as its root. */
function textOf(value: Value): string {
  const text = typeof value === "string" ? value.trim() : JSON.stringify(value);
  return /^arn:[^:]*:iam::(\d{12}):root$/u.exec(text)?.[1] ?? text;
}
