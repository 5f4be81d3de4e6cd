import { Reference, Sensitive, Unknown, isValueList, isValueMap, plain } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";

/** True when a value that the plan tells can be what the folder says: what either leaves open agrees with everything. */
export function agrees(told: unknown, written: Value | undefined): boolean {
  const planned = told instanceof Reference || told instanceof Sensitive ? plain(told) : told;
  const value = plain(written);
  if (planned === undefined || planned instanceof Unknown || value instanceof Unknown) return true;
  if (value === undefined || value === null) return true;
  if (planned === null) return isNothing(value);
  if (typeof planned !== "object") return typeof value !== "object" && isSameText(planned, value);
  const held = planned as Readonly<Record<string, unknown>>;
  if (Array.isArray(planned)) {
    // a set has another order in the plan
    return (
      isValueList(value) &&
      value.length === planned.length &&
      value.every((item) => planned.some((other: unknown) => agrees(other, item)))
    );
  }
  return (
    isValueMap(value) &&
    Object.entries(value).every(([key, part]) => !Object.hasOwn(held, key) || agrees(held[key], part))
  );
}

/** What a provider shows as null when it is written. */
function isNothing(value: Value): boolean {
  return value === "" || value === false || value === 0 || (isValueList(value) && value.length === 0);
}

function isSameText(planned: unknown, value: unknown): boolean {
  const [one, other] = [String(planned).trim(), String(value).trim()];
  return one === other || one.toLowerCase() === other.toLowerCase() || isSameJson(one, other);
}

/** Providers write JSON in their own way, and IAM reads a list of one like its item. */
function isSameJson(one: string, other: string): boolean {
  if (!/^[[{]/u.test(one) || !/^[[{]/u.test(other)) return false;
  try {
    return agrees(withoutLists(JSON.parse(one)), withoutLists(JSON.parse(other)) as Value);
  } catch {
    return false;
  }
}

function withoutLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? withoutLists(value[0]) : value.map(withoutLists);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutLists(part)]));
}
