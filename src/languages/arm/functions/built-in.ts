import type { Call, Expression } from "../expression.ts";
import type { Frame } from "../evaluator/frame.ts";
import type { Meter } from "../evaluator/meter.ts";
import { ArmObject, Open, Secure, bare, holdsSecure, isArray, isKnown } from "../values/arm-value.ts";
import type { ArmValue, Scalar, Traits } from "../values/arm-value.ts";
import { concealErrors } from "../values/conceal-errors.ts";
import { openCall } from "../values/open-call.ts";

/** What functions may ask of the evaluation that calls them. */
export interface Evaluation {
  readonly meter: Meter;
  value(expression: Expression, frame: Frame): ArmValue;
  /** Evaluates something that a deployment may not come to: what is wrong with it is not told. */
  speculate<Result>(evaluate: () => Result): Result;
}

/** One call, with its arguments not yet evaluated. */
export interface CallSite {
  readonly evaluation: Evaluation;
  readonly frame: Frame;
  readonly call: Call;
  /** The name as ARM spells it. */
  readonly name: string;
}

/** A function of ARM. It throws an ArmError for arguments that it does not take. */
export interface BuiltIn {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  evaluate(site: CallSite): ArmValue;
}

/** A known value, with known parts. */
export type Known = Scalar | readonly ArmValue[] | ArmObject;

const MANY = Number.POSITIVE_INFINITY;

/** How many arguments there are: `[2]`, `[2, 3]`, `[1, "many"]`. */
export type Count = readonly [least: number, most?: number | "many"];

/** A function that needs its arguments known to the last part. */
export function strict(
  name: string,
  count: Count,
  evaluate: (values: readonly Known[]) => ArmValue,
  traits?: Traits,
): BuiltIn {
  return loose(
    name,
    count,
    (values) => (values.every(isKnown) ? evaluate(values as readonly Known[]) : undefined),
    traits,
  );
}

/** A function that can say something of arguments that are not known; where it cannot it gives `undefined`. */
export function loose(
  name: string,
  [least, most = least]: Count,
  evaluate: (values: readonly (Known | Open)[], site: CallSite) => ArmValue | undefined,
  traits?: Traits,
  hides: (value: ArmValue) => boolean = holdsSecure,
): BuiltIn {
  return {
    name,
    least,
    most: most === "many" ? MANY : most,
    evaluate(site) {
      const values = site.call.arguments.map((argument) => site.evaluation.value(argument, site.frame));
      const isSecret = values.some(hides);
      const found = isSecret
        ? concealErrors(() => evaluate(values.map(bare), site), name, values)
        : evaluate(values.map(bare), site);
      if (found === undefined) return openCall(name, values, traits);
      if (!isWithin(found, site.evaluation.meter)) {
        return new Open(site.evaluation.meter.exceeded ?? "", `${name}(…)`);
      }
      return isSecret ? new Secure(found) : found;
    },
  };
}

/** One that gives parts of its arguments as they are: a secret among these stays one, and the rest need not be. */
export function structural(
  name: string,
  count: Count,
  evaluate: (values: readonly (Known | Open)[], site: CallSite) => ArmValue | undefined,
): BuiltIn {
  return loose(name, count, evaluate, undefined, (value) => value instanceof Secure);
}

/** Counts what functions make grow. */
function isWithin(value: ArmValue, meter: Meter): boolean {
  if (typeof value === "string") return meter.text(value.length);
  if (value instanceof ArmObject) return meter.items(value.members.size);
  return !isArray(value) || meter.items(value.length);
}

/** A function that evaluates its arguments itself, when it needs them. */
export function lazy(
  name: string,
  [least, most = least]: Count,
  evaluate: (site: CallSite) => ArmValue,
): BuiltIn {
  return { name, least, most: most === "many" ? MANY : most, evaluate };
}

/** The value of an argument. */
export function argument(site: CallSite, index: number): ArmValue {
  const expression = site.call.arguments[index];
  return expression === undefined ? null : site.evaluation.value(expression, site.frame);
}
