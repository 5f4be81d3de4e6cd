import { ArmObject, Secure } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";

/** Parts of a value, each a secret where the whole is. */
export function partsOf(whole: ArmValue, parts: readonly ArmValue[]): readonly ArmValue[] {
  return whole instanceof Secure ? parts.map((part) => new Secure(part)) : parts;
}

/** The object in a secret, with a secret for each member. */
export function withSecureMembers({ value }: Secure): Exclude<ArmValue, Secure> {
  if (!(value instanceof ArmObject)) return value;
  const members = [...value.members].map(
    ([key, member]) => [key, { ...member, value: new Secure(member.value) }] as const,
  );
  return new ArmObject(new Map(members), value.rest);
}
