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
  const [whole, from, to, ...more] = args;
  if (whole === undefined || from === undefined || to === undefined || more.length > 0) return undefined;
  if (whole.isKnown || (whole.type.kind !== "list" && whole.type.kind !== "any")) return undefined;
  if ([from, to].some((limit) => !limit.isKnown || limit.isNull || limit.hasMarks)) return undefined;
  const [start, end] = [from, to].map((limit) => integerOf(convertArgument(limit, NUMBER)));
  const count = (end ?? 0) - (start ?? 0);
  if (start === undefined || start < 0 || count < 1 || count > LONGEST) return undefined;
  const isList = whole.type.kind === "list";
  const type = whole.type.kind === "list" ? whole.type.element : ANY;
  const elements = Array.from({ length: count }, () => unknownFrom(type, [whole]));
  return isList ? list(type, elements) : tuple(elements);
}
