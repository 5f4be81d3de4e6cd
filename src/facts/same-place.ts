import type { Resource } from "../model/resource.ts";
import { both } from "../model/truth.ts";
import type { Truth } from "../model/truth.ts";
import { isFullyKnown, plain } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/** Whether a setting of one account in one region holds where the other resource lies. */
export function inSamePlace(one: Resource, other: Resource): Truth {
  return both(inSameRegion(one, other), inSameAccount(one, other));
}

export function inSameAccount(one: Resource, other: Resource): Truth {
  return sameDeployment(one, other) || sameText(one.placement?.account, other.placement?.account);
}

/** True when both certainly lie in one account, whichever it is. */
export function sameDeployment(one: Resource, other: Resource): boolean {
  const deployment = one.placement?.deployment;
  return deployment !== undefined && deployment === other.placement?.deployment;
}

/** What names no region of its own has the placement of its deployment, which has one region, whichever it is. */
function inSameRegion(one: Resource, other: Resource): Truth {
  const isShared = one.placement === other.placement && sameDeployment(one, other);
  return isShared || sameText(one.placement?.region, other.placement?.region);
}

/** Where the input says nothing of a place, all of it goes to the same one. */
function sameText(left: Value | undefined, right: Value | undefined): Truth {
  if (left === undefined && right === undefined) return true;
  if (left === undefined || right === undefined || !isFullyKnown(left) || !isFullyKnown(right)) {
    return "unknown";
  }
  return plain(left) === plain(right);
}
