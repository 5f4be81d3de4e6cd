import { ArmObject, bare, isArray } from "./arm-value.ts";
import type { ArmValue } from "./arm-value.ts";

const SIZES = new WeakMap<object, number>();

/**
 * How many values there are in a value. A variable that stands twice in another one counts twice, which doubles with each
 * step: what walks through the whole would not come to an end. Each array and object is counted once.
 */
export function sizeOf(value: ArmValue): number {
  const inner = bare(value);
  if (isArray(inner)) return SIZES.get(inner) ?? remember(inner, inner);
  if (!(inner instanceof ArmObject)) return 1;
  const known = SIZES.get(inner);
  if (known !== undefined) return known;
  return remember(
    inner,
    [...inner.members.values()].map((member) => member.value),
  );
}

function remember(whole: object, parts: readonly ArmValue[]): number {
  let size = 1;
  for (const part of parts) size += sizeOf(part);
  SIZES.set(whole, size);
  return size;
}
