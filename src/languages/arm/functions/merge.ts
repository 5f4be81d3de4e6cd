import type { Truth } from "../../../model/truth.ts";
import { MAX_ITEMS } from "../limits.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, Secure, bare, isArray } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { equals } from "../values/equals.ts";
import { openFrom } from "../values/open-call.ts";
import { print, printAccess, printCall } from "../values/print.ts";
import { withSecureMembers } from "../evaluator/secure-parts.ts";
import type { Known } from "./built-in.ts";
import { kindOf } from "./take-argument.ts";

type Value = Known | Open;

/**
 * `union`: of arrays the items, each once; of objects the members, those of later ones before, objects in them merged in
 * the same way. `undefined` when it is not known which of both they are.
 */
export function mergeAll(values: readonly Value[]): ArmValue | undefined {
  if (values.some(isArray)) {
    const arrays = values.filter(isArray);
    return arrays.length === values.length ? distinct(arrays) : undefined;
  }
  if (!values.some((value) => value instanceof ArmObject)) {
    const wrong = values.find((value) => !(value instanceof Open) && value !== null);
    if (wrong !== undefined) throw new ArmError(`union does not take ${kindOf(wrong)}`);
    return undefined;
  }
  const expression = printCall("union", values);
  let merged: ArmObject | Open = new ArmObject(new Map());
  for (const value of values) {
    if (value instanceof Open || value instanceof ArmObject) merged = mergeTwo(merged, value, expression);
    else if (value !== null) throw new ArmError(`union does not take ${kindOf(value)} beside objects`);
  }
  return merged;
}

function mergeTwo(base: ArmObject | Open, patch: ArmObject | Open, expression: string): ArmObject | Open {
  if (patch instanceof Open) {
    return base instanceof Open ? openFrom([base, patch], expression) : overlaid(base, patch, expression);
  }
  if (base instanceof Open) {
    const members = new Map<string, ArmMember>();
    for (const [key, member] of patch.members) {
      const text = printAccess(expression, member.key);
      members.set(key, { ...member, value: mergedInto(base, member.value, text) });
    }
    return new ArmObject(members, base);
  }
  return mergeObjects(base, patch, expression);
}

/** What a value becomes that is merged into something unknown: an object may get more members. */
function mergedInto(base: Open, value: ArmValue, expression: string): ArmValue {
  const inner = bare(value);
  if (!(inner instanceof ArmObject)) return value;
  return new ArmObject(inner.members, inner.rest ?? openFrom([base], expression));
}

/** Every member of the base may be replaced. */
function overlaid(base: ArmObject, patch: Open, expression: string): ArmObject {
  const members = new Map<string, ArmMember>();
  for (const [key, member] of base.members) {
    const open = openFrom([patch], printAccess(expression, member.key));
    members.set(key, { ...member, value: open });
  }
  return new ArmObject(members, patch);
}

function mergeObjects(base: ArmObject, patch: ArmObject, expression: string): ArmObject {
  let start = base;
  if (patch.rest !== undefined) start = overlaid(base, patch.rest, expression);
  const members = new Map(start.members);
  for (const member of patch.members.values()) {
    const before = start.member(member.key);
    const key = before?.key ?? member.key;
    members.set(key, mergeMember(before, member, expression, start.rest));
  }
  return new ArmObject(members, start.rest ?? patch.rest);
}

function mergeMember(
  before: ArmMember | undefined,
  member: ArmMember,
  whole: string,
  rest: Open | undefined,
): ArmMember {
  // most members are what they are, and printing each one would take longer than all else
  const text = (): string => printAccess(whole, before?.key ?? member.key);
  if (before === undefined) {
    return rest === undefined ? member : { ...member, value: mergedInto(rest, member.value, text()) };
  }
  const merged = {
    key: before.key,
    value: member.value,
    written: member.written,
    maybe: before.maybe === true ? member.maybe : undefined,
  };
  if (member.maybe === true) {
    return { ...merged, value: openFrom([member.value, before.value], text()), maybe: before.maybe };
  }
  const value = mergeValues(before.value, member.value, text);
  const isSecret = before.value instanceof Secure && value !== member.value;
  return { ...merged, value: isSecret || member.value instanceof Secure ? new Secure(value) : value };
}

function mergeValues(before: ArmValue, after: ArmValue, text: () => string): ArmValue {
  const [old, next] = [bare(before), bare(after)];
  if (old instanceof ArmObject && next instanceof ArmObject) return mergeObjects(old, next, text());
  // what is not known may be an object, and is merged then
  if (next instanceof Open && old instanceof ArmObject) return openFrom([next], text());
  return old instanceof Open && next instanceof ArmObject ? mergedInto(old, next, text()) : after;
}

/** Members of later objects before those of earlier ones, whole. */
export function mergeShallow(values: readonly ArmValue[]): ArmValue {
  const expression = printCall("shallowMerge", [values]);
  let merged = new ArmObject(new Map());
  for (const part of values) {
    const value = part instanceof Secure ? withSecureMembers(part) : part;
    if (value instanceof Open) merged = withRest(merged, value, expression);
    else if (value instanceof ArmObject) merged = withMembers(merged, value, expression);
    else if (value !== null) {
      throw new ArmError(`an object is put together of objects, not of ${kindOf(value)}`);
    }
  }
  return merged;
}

/** An object over which something is laid of which no member is known. */
function withRest({ members, rest }: ArmObject, open: Open, expression: string): ArmObject {
  const both = rest === undefined ? open : openFrom([rest, open], printCall("shallowMerge", [[rest, open]]));
  return new ArmObject(overlaid(new ArmObject(members, rest), open, expression).members, both);
}

function withMembers(base: ArmObject, patch: ArmObject, expression: string): ArmObject {
  const before = patch.rest === undefined ? base : withRest(base, patch.rest, expression);
  const members = new Map(before.members);
  for (const member of patch.members.values()) {
    const old = before.member(member.key);
    const key = old?.key ?? member.key;
    const isUnsure = member.maybe === true && old !== undefined;
    const found = isUnsure ? openFrom([member.value], printAccess(expression, key)) : member.value;
    members.set(key, { ...member, key, value: found, maybe: isUnsure ? old.maybe : member.maybe });
  }
  return new ArmObject(members, before.rest);
}

/** An object with one more member, whose key is not known: it may be any of those before. */
export function withOpenKey(base: ArmObject, key: Open, value: ArmValue): ArmObject {
  const member = openFrom([key, value], `{${print(key)}: ${print(value)}}`);
  const merged = mergeShallow([base, member]);
  return merged instanceof ArmObject ? merged : base;
}

/** The same arrays, unless they have more items than genoscan evaluates. */
export function bounded(arrays: readonly (readonly ArmValue[])[]): readonly (readonly ArmValue[])[] {
  let count = 0;
  for (const array of arrays) count += array.length;
  if (count > MAX_ITEMS) {
    throw new ArmError(
      `the array has ${String(count)} items, and genoscan evaluates at most ${String(MAX_ITEMS)}`,
    );
  }
  return arrays;
}

/** The items of arrays, each once; `undefined` when it is not known whether two are the same. */
export function distinct(arrays: readonly (readonly ArmValue[])[]): readonly ArmValue[] | undefined {
  const found: ArmValue[] = [];
  const texts = new Set<ArmValue>();
  for (const item of bounded(arrays).flat()) {
    // most items are texts, and looking each one up among all others would take for ever
    if (typeof item === "string" || typeof item === "number") {
      if (texts.has(item)) continue;
      texts.add(item);
    }
    let same: Truth = false;
    for (const other of found) {
      if (typeof item !== "object" && typeof other !== "object") continue;
      const truth = equals(other, item);
      if (truth === "unknown") return undefined;
      if (truth) same = true;
    }
    if (typeof item === "boolean") same = found.includes(item);
    if (!same) found.push(item);
  }
  return found;
}

/** What is in all of them. */
export function intersect(values: readonly Known[]): ArmValue {
  const [first, ...others] = values;
  if (first !== undefined && isArray(first)) {
    if (!others.every(isArray)) throw new ArmError("intersection takes arrays or objects, not both");
    const items = distinct([first]) ?? [];
    return items.filter((item) => others.every((other) => other.some((one) => equals(one, item) === true)));
  }
  if (!(first instanceof ArmObject)) throw new ArmError("intersection takes arrays or objects");
  const members = new Map<string, ArmMember>();
  for (const [key, member] of first.members) {
    const isInAll = others.every((other) => {
      const found = other instanceof ArmObject ? other.members.get(key) : undefined;
      return found !== undefined && equals(found.value, member.value) === true;
    });
    if (isInAll) members.set(key, member);
  }
  return new ArmObject(members);
}
