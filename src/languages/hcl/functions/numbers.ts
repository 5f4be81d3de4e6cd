import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { NUMBER } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { list, number } from "../values/make-value.ts";
import { isSequence } from "../values/type.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { argument, elementsOf, integerOf, numberOf, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions over numbers. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  abs: { compute: (args) => number(first(args).absolute()), marks: "surface", isTotal: true },
  ceil: { compute: (args) => number(first(args).ceil()), isTotal: true },
  floor: { compute: (args) => number(first(args).floor()), isTotal: true },
  signum: { compute: (args) => number(Math.sign(integerOf(argument(args, 0)))) },
  log: { compute: (args) => inDoubles(args, (value, base) => Math.log(value) / Math.log(base)) },
  pow: { compute: (args) => inDoubles(args, (value, power) => value ** power) },
  max: { compute: (args) => extreme(args, 1) },
  min: { compute: (args) => extreme(args, -1) },
  sum: { compute: sum },
  range: { compute: range },
  parseint: { compute: parseint },
};

/** More numbers than this are an error in Terraform too. */
const MAX_RANGE = 1024;

function first(args: readonly HclValue[]): HclNumber {
  return numberOf(argument(args, 0));
}

function inDoubles(args: readonly HclValue[], compute: (left: number, right: number) => number): HclValue {
  const [left, right] = [first(args).toDouble(), numberOf(argument(args, 1)).toDouble()];
  return number(HclNumber.double(compute(left, right)));
}

function extreme(args: readonly HclValue[], direction: 1 | -1): HclValue {
  let best: HclValue | undefined;
  for (const arg of args) {
    if (best === undefined || numberOf(arg).compare(numberOf(best)) * direction > 0) best = arg;
  }
  if (best === undefined) throw new EvaluationError("must pass at least one number");
  return best;
}

const NOT_NUMBERS = "argument must be list, set, or tuple of number values";

function sum(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  if (!isSequence(whole.type)) throw new EvaluationError(NOT_NUMBERS);
  const elements = elementsOf(whole);
  if (elements.length === 0) throw new EvaluationError("cannot sum an empty list");
  if (!whole.isWhollyKnown) return unknownFrom(NUMBER, [whole], { notNull: true });
  let total: HclNumber | undefined;
  for (const element of elements) {
    const addend = addendOf(element);
    total = total === undefined ? addend : total.plus(addend);
  }
  return number(total ?? 0);
}

function addendOf(element: HclValue): HclNumber {
  if (element.isNull) throw new EvaluationError(NOT_NUMBERS);
  try {
    return numberOf(convert(element, NUMBER));
  } catch (error) {
    if (error instanceof EvaluationError) throw new EvaluationError(NOT_NUMBERS, { cause: error });
    throw error;
  }
}

function range(args: readonly HclValue[]): HclValue {
  const { start, end, step } = rangeOf(args.map(numberOf));
  if (step.isZero) throw new EvaluationError("step must not be zero");
  const isDown = step.negative;
  if (isDown ? end.compare(start) > 0 : end.compare(start) < 0) {
    throw new EvaluationError(
      `end must be ${isDown ? "less" : "greater"} than start when step is ${isDown ? "negative" : "positive"}`,
    );
  }
  const numbers: HclValue[] = [];
  for (let at = start; isDown ? at.compare(end) > 0 : at.compare(end) < 0; at = at.plus(step)) {
    if (numbers.length >= MAX_RANGE) {
      throw new EvaluationError(
        "more than 1024 values were generated; either decrease the difference between start and end or use a smaller step",
      );
    }
    numbers.push(number(at));
  }
  return list(NUMBER, numbers);
}

interface Range {
  readonly start: HclNumber;
  readonly end: HclNumber;
  readonly step: HclNumber;
}

function rangeOf([one, two, three, ...more]: readonly HclNumber[]): Range {
  if (one === undefined || more.length > 0) {
    throw new EvaluationError("must have one, two, or three arguments");
  }
  const start = two === undefined ? HclNumber.count(0) : one;
  const end = two ?? one;
  return { start, end, step: three ?? HclNumber.count(end.compare(start) < 0 ? -1 : 1) };
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function parseint(args: readonly HclValue[]): HclValue {
  const source = argument(args, 0);
  if (source.type.kind !== "string") throw new EvaluationError("first argument must be a string");
  const base = integerOf(argument(args, 1));
  if (base < 2 || base > 62) {
    throw new EvaluationError("base must be a whole number between 2 and 62 inclusive");
  }
  const written = textOf(source);
  const parsed = parseInteger(written, base);
  if (parsed === undefined) {
    throw new EvaluationError(`cannot parse ${JSON.stringify(written)} as a base ${String(base)} integer`);
  }
  return number(parsed);
}

function parseInteger(written: string, base: number): HclNumber | undefined {
  const [, sign, digits = ""] = /^([+-]?)([\da-zA-Z]{1,2000})$/u.exec(written) ?? [];
  if (digits === "") return undefined;
  let value = 0n;
  for (const letter of digits) {
    // letters of either case are the same digit until there are not enough of them
    const digit = DIGITS.indexOf(base <= 36 ? letter.toLowerCase() : letter);
    if (digit >= base) return undefined;
    value = value * BigInt(base) + BigInt(digit);
  }
  return HclNumber.integer(sign === "-" ? -value : value, Math.max(64, value.toString(2).length));
}
