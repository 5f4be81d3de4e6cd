import { ArmObject, Open, Secure, bare, isArray } from "./arm-value.ts";
import type { ArmMember, ArmValue } from "./arm-value.ts";
import { equals } from "./equals.ts";
import { openFrom, readsOf } from "./open-call.ts";
import { printAccess, printCall } from "./print.ts";

/**
 * What is known of `if(condition, one, other)` when the condition is not: what both agree on. Of two objects each member
 * is joined by itself; one that only one of them has may be there.
 */
export function joinAlternatives(condition: ArmValue, one: ArmValue, other: ArmValue): ArmValue {
  return join(condition, one, other, printCall("if", [condition, one, other]));
}

function join(condition: ArmValue, one: ArmValue, other: ArmValue, expression: string): ArmValue {
  if (one instanceof Secure || other instanceof Secure) {
    return new Secure(join(condition, bare(one), bare(other), expression));
  }
  if (one === other || (!hasMembers(one) && equals(one, other) === true)) return one;
  if (one instanceof ArmObject && other instanceof ArmObject) {
    return joinObjects(condition, one, other, expression);
  }
  if (isArray(one) && isArray(other) && one.length === other.length) {
    return one.map((item, index) =>
      join(condition, item, other[index] ?? null, printAccess(expression, index)),
    );
  }
  const open = openFrom([condition, one, other], expression);
  const isReadOfBoth = readsOf([one]).length > 0 && readsOf([other]).length > 0;
  // it names both resources or none: one of them alone would say which it is
  return new Open(causeOfChoice(condition, open), expression, isReadOfBoth ? readsOf([one, other]) : []);
}

function causeOfChoice(condition: ArmValue, open: Open): string {
  const decided = bare(condition);
  return decided instanceof Open ? decided.cause : open.cause;
}

function hasMembers(value: ArmValue): boolean {
  return value instanceof ArmObject || isArray(value);
}

function joinObjects(condition: ArmValue, one: ArmObject, other: ArmObject, expression: string): ArmObject {
  const members = new Map<string, ArmMember>();
  for (const [key, member] of one.members) {
    const found = other.members.get(key);
    const text = printAccess(expression, member.key);
    members.set(
      key,
      found === undefined
        ? { ...member, value: mayBe(condition, member.value, text), maybe: true }
        : {
            ...member,
            value: join(condition, member.value, found.value, text),
            maybe: isMaybe(member, found),
          },
    );
  }
  for (const [key, member] of other.members) {
    if (one.members.has(key)) continue;
    const text = printAccess(expression, member.key);
    members.set(key, { ...member, value: mayBe(condition, member.value, text), maybe: true });
  }
  return new ArmObject(members, one.rest ?? other.rest);
}

function isMaybe(one: ArmMember, other: ArmMember): boolean | undefined {
  return one.maybe === true || other.maybe === true ? true : undefined;
}

/** A member that only one of the two has: it names nothing, for that would say that it is there. */
function mayBe(condition: ArmValue, value: ArmValue, expression: string): ArmValue {
  const decided = bare(condition);
  const cause = decided instanceof Open ? decided.cause : "it is not known whether it is there";
  const open = new Open(cause, expression);
  return value instanceof Secure ? new Secure(open) : open;
}
