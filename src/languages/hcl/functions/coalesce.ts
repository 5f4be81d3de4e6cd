import { convertArgument } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { withFallibility } from "../values/fallible.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { mayBeWritten } from "../values/may-be-written.ts";
import { unifyTypes } from "../values/unify-types.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { elementsOf } from "./arguments.ts";

/** The first argument that is neither null nor an empty string. */
export function coalesce(args: readonly HclValue[]): HclValue {
  const type = unifyTypes(args.map((value) => value.type));
  if (type === undefined) throw new EvaluationError("all arguments must have the same type");
  const possible: HclValue[] = [];
  for (const arg of args) {
    const value = convertArgument(arg, type);
    if (value.isNull || value.data === "") continue;
    if (possible.length === 0 && (value.isKnown || isSurelySet(value, type))) return value;
    possible.push(value);
    if (value.isKnown) break;
  }
  const [only] = possible;
  if (only === undefined) throw new EvaluationError("no non-null, non-empty-string arguments");
  // the only one that is not known to be empty: if it is empty too, that is an error
  if (possible.length === 1) return withFallibility(only, true);
  return unknownFrom(type, possible, { notNull: true, mayBeWritten: mayBeWritten(possible) }, possible);
}

/** Not known, but neither null nor the empty string. */
function isSurelySet(value: HclValue, type: Type): boolean {
  const { notNull = false, text = [] } = value.unknown ?? {};
  if (!notNull) return false;
  return type.kind !== "string" && type.kind !== "any"
    ? true
    : text.some((piece) => typeof piece === "string");
}

/** The first argument that is neither null nor empty. */
export function coalescelist(args: readonly HclValue[]): HclValue {
  if (args.length === 0) throw new EvaluationError("at least one argument is required");
  for (const [position, arg] of args.entries()) {
    if (!arg.isKnown) {
      const possible = args.slice(position);
      return unknownFrom(ANY, possible, { notNull: true }, possible);
    }
    if (arg.type.kind !== "list" && arg.type.kind !== "tuple") {
      throw new EvaluationError("coalescelist arguments must be lists or tuples");
    }
    if (!arg.isNull && elementsOf(arg).length > 0) return arg;
  }
  throw new EvaluationError("no non-null arguments");
}
