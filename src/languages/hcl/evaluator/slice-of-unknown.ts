import { integerOf } from "../functions/arguments.ts";
import { convertArgument } from "../values/convert.ts";
import { ANY, NUMBER } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { list, tuple } from "../values/make-value.ts";
import { unknownFrom } from "../values/unknown-from.ts";

/** Availability zones, mostly. */
const LONGEST = 100;

/**
 * The part of a list that is not known itself, `slice(data.aws_availability_zones.all.names, 0, 3)`: where the list does
 * not have it Terraform stops, so there are as many elements as the call says. Nothing when the call does not tell. Not to
 * be asked inside of `try` and `can`, which make something else of the error.
 */
export function sliceOfUnknown(args: readonly HclValue[]): HclValue | undefined {
  const [whole, ...limits] = args;
  if (whole === undefined || whole.isKnown || limits.length !== 2) return undefined;
  const { type } = whole;
  const count = lengthBetween(limits);
  if (count === undefined || (type.kind !== "list" && type.kind !== "any")) return undefined;
  const element = type.kind === "list" ? type.element : ANY;
  const elements = Array.from({ length: count }, () => unknownFrom(element, [whole]));
  return type.kind === "list" ? list(element, elements) : tuple(elements);
}

function lengthBetween(limits: readonly HclValue[]): number | undefined {
  if (limits.some((limit) => !limit.isKnown || limit.isNull || limit.hasMarks)) return undefined;
  const [start = -1, end = -1] = limits.map((limit) => integerOf(convertArgument(limit, NUMBER)));
  const count = end - start;
  return start >= 0 && count >= 1 && count <= LONGEST ? count : undefined;
}
