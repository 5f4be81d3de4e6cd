import type { Resource } from "../model/resource.ts";
import { both } from "../model/truth.ts";
import type { Truth } from "../model/truth.ts";
import { isFullyKnown, plain } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/** Whether a setting of one account in one region holds where the other resource lies. */
export function inSamePlace(one: Resource, other: Resource): Truth {
  return both(sameText(one.placement?.region, other.placement?.region), inSameAccount(one, other));
}

export function inSameAccount(one: Resource, other: Resource): Truth {
  return sameText(one.placement?.account, other.placement?.account);
}

/** Where the input says nothing of a place, all of it goes to the same one. */
function sameText(left: Value | undefined, right: Value | undefined): Truth {
  if (left === undefined && right === undefined) return true;
  if (left === undefined || right === undefined || !isFullyKnown(left) || !isFullyKnown(right)) {
    return "unknown";
  }
  return plain(left) === plain(right);
}
