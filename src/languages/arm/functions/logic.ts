import { ArmError } from "../values/arm-error.ts";
import { Open, Secure, bare, holdsSecure } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { equals } from "../values/equals.ts";
import { joinAlternatives } from "../values/join.ts";
import { openCall } from "../values/open-call.ts";
import { argument, lazy, loose, strict } from "./built-in.ts";
import type { BuiltIn, CallSite } from "./built-in.ts";
import { kindOf } from "./take-argument.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical */
export const LOGIC: readonly BuiltIn[] = [
  lazy("if", [3], (site) => {
    const condition = argument(site, 0);
    const decided = takeBoolean(condition, "if");
    if (!(decided instanceof Open)) return argument(site, decided ? 1 : 2);
    return site.evaluation.speculate(() => joinAlternatives(condition, argument(site, 1), argument(site, 2)));
  }),
  lazy("and", [2, "many"], (site) => decide(site, false)),
  lazy("or", [2, "many"], (site) => decide(site, true)),
  loose("not", [1], ([value = null]) => {
    const decided = takeBoolean(value, "not");
    return decided instanceof Open ? undefined : !decided;
  }),
  strict("true", [0], () => true),
  strict("false", [0], () => false),
  strict("null", [0], () => null),
  strict("bool", [1], ([value = null]) => toBoolean(value)),
  lazy("coalesce", [1, "many"], coalesce),
  loose("equals", [2], ([left = null, right = null]) => {
    const truth = equals(left, right);
    return truth === "unknown" ? undefined : truth;
  }),
];

/** `and` ends with the first false, `or` with the first true: a later one may not be evaluable then. */
function decide(site: CallSite, end: boolean): ArmValue {
  const undecided: ArmValue[] = [];
  for (let index = 0; index < site.call.arguments.length; index += 1) {
    const value =
      undecided.length > 0 ? site.evaluation.speculate(() => argument(site, index)) : argument(site, index);
    const decided = takeBoolean(value, site.name);
    if (decided === end) return end;
    if (decided instanceof Open) undecided.push(value);
  }
  const [only, ...more] = undecided;
  if (only === undefined) return !end;
  return more.length === 0 ? only : openCall(site.name, undecided);
}

/** The first value that is not null. One that may be null leaves it open which one that is. */
function coalesce(site: CallSite): ArmValue {
  const possible: ArmValue[] = [];
  for (let index = 0; index < site.call.arguments.length; index += 1) {
    const value =
      possible.length > 0 ? site.evaluation.speculate(() => argument(site, index)) : argument(site, index);
    const inner = bare(value);
    if (inner === null) continue;
    possible.push(value);
    if (!(inner instanceof Open) || inner.traits.isPresent === true) break;
  }
  const [only, ...more] = possible;
  if (only === undefined) return null;
  if (more.length === 0) return only;
  const open = openCall("coalesce", possible);
  return possible.some(holdsSecure) ? new Secure(open) : open;
}

function takeBoolean(value: ArmValue, name: string): boolean | Open {
  const inner = bare(value);
  if (typeof inner === "boolean" || inner instanceof Open) return inner;
  throw new ArmError(`${name} takes a bool, and gets ${kindOf(inner)}`);
}

function toBoolean(value: ArmValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") {
    const word = value.trim().toLowerCase();
    if (word === "true" || word === "1") return true;
    if (word === "false" || word === "0") return false;
  }
  throw new ArmError(`bool cannot convert ${kindOf(value)}`);
}
