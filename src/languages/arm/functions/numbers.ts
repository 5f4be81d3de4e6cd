import { ArmError } from "../values/arm-error.ts";
import { isArray } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { loose, strict } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { kindOf, takeInteger, takeNumber, takeText } from "./take-argument.ts";

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison
 */
export const NUMBERS: readonly BuiltIn[] = [
  arithmetic("add", (left, right) => left + right),
  arithmetic("sub", (left, right) => left - right),
  arithmetic("mul", (left, right) => left * right),
  arithmetic("div", (left, right) => {
    if (right === 0n) throw new ArmError("div divides by zero");
    return left / right;
  }),
  arithmetic("mod", (left, right) => {
    if (right === 0n) throw new ArmError("mod divides by zero");
    return left % right;
  }),
  extreme("min", Math.min),
  extreme("max", Math.max),
  strict("int", [1], ([value = null]) => toInteger(value)),
  strict("float", [1], ([value = null]) => {
    const number = typeof value === "string" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number) || value === "") {
      throw new ArmError(`float cannot convert ${kindOf(value)}`);
    }
    return number;
  }),
  comparison("less", (order) => order < 0),
  comparison("lessOrEquals", (order) => order <= 0),
  comparison("greater", (order) => order > 0),
  comparison("greaterOrEquals", (order) => order >= 0),
];

const LARGEST = 2n ** 63n;

/** Integers have 64 bits; division cuts towards zero. */
function arithmetic(name: string, compute: (left: bigint, right: bigint) => bigint): BuiltIn {
  return strict(name, [2], ([left, right]) => {
    const result = compute(BigInt(takeInteger(left, name)), BigInt(takeInteger(right, name)));
    if (result >= LARGEST || result < -LARGEST) throw new ArmError(`${name} leaves the range of 64 bits`);
    return Number(result);
  });
}

function extreme(name: string, choose: (...numbers: number[]) => number): BuiltIn {
  return strict(name, [1, "many"], (values) => {
    const [only, ...more] = values;
    const numbers: readonly ArmValue[] =
      more.length === 0 && only !== undefined && isArray(only) ? only : values;
    if (numbers.length === 0) throw new ArmError(`${name} takes at least one number`);
    // one at a time: an array may be longer than a call can have arguments
    let best = takeInteger(numbers[0], name);
    for (const number of numbers) best = choose(best, takeInteger(number, name));
    return best;
  });
}

function toInteger(value: Known): number {
  if (typeof value === "number") return Math.trunc(value);
  const text = takeText(value, "int").trim();
  if (!/^[-+]?\d{1,19}$/u.test(text)) {
    throw new ArmError(`int cannot convert the text '${text.slice(0, 40)}'`);
  }
  return Number(text);
}

/** Texts are compared as .NET's invariant culture does: by letters first, a lower case one before its upper case. */
const collator = new Intl.Collator("en");

function comparison(name: string, test: (order: number) => boolean): BuiltIn {
  return loose(name, [2], ([left = null, right = null]) => {
    if (typeof left === "string" && typeof right === "string") return test(collator.compare(left, right));
    if (isUnknown(left) || isUnknown(right)) return undefined;
    return test(takeNumber(left, name) - takeNumber(right, name));
  });
}

function isUnknown(value: ArmValue): boolean {
  return typeof value === "object" && kindOf(value) === "what is not known";
}
