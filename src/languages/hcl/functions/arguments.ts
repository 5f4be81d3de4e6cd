import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import type { Elements, Entries, HclValue } from "../values/hcl-value.ts";

// What `compute` reads from arguments that were converted to their types and are known. A value of another type here is
// a fault of ours and no error of the configuration.

/** The argument at a place that the signature has. */
export function argument(args: readonly HclValue[], index: number): HclValue {
  const value = args[index];
  if (value === undefined) throw new TypeError(`argument ${String(index)} is not there`);
  return value;
}

export function textOf(value: HclValue): string {
  if (typeof value.data !== "string") throw new TypeError("not a known string");
  return value.data;
}

export function numberOf(value: HclValue): HclNumber {
  if (!(value.data instanceof HclNumber)) throw new TypeError("not a known number");
  return value.data;
}

/** A whole number that can be counted with. */
export function integerOf(value: HclValue): number {
  const integer = numberOf(value).toSafeInteger();
  if (integer === undefined) throw new EvaluationError("a whole number is required");
  return integer;
}

/** A whole number of any size. */
export function bigIntegerOf(value: HclValue): bigint {
  const integer = numberOf(value).toBigInt();
  if (integer === undefined) throw new EvaluationError("a whole number is required");
  return integer;
}

/** The elements of a list, set or tuple. */
export function elementsOf(value: HclValue): Elements {
  if (!Array.isArray(value.data)) throw new TypeError("not a known sequence");
  return value.data as Elements;
}

/** The entries of a map or object. */
export function entriesOf(value: HclValue): Entries {
  if (!(value.data instanceof Map)) throw new TypeError("not a known map");
  return value.data as Entries;
}
