import { fixedDigits, shortestDigits, significantDigits } from "./decimal-digits.ts";
import type { Digits } from "./decimal-digits.ts";
import type { HclNumber } from "./hcl-number.ts";

/** `-1.234e+78`: one digit before the point, so many after it. */
export function formatScientific(number: HclNumber, decimals: number): string {
  if (number.infinite) return String(number);
  return sign(number) + scientific(significantDigits(number, decimals + 1), decimals);
}

/** `123.456` with so many digits after the point. */
export function formatFixed(number: HclNumber, decimals: number): string {
  if (number.infinite) return String(number);
  const { digits, exponent } = fixedDigits(number, decimals);
  const isZero = digits === "0";
  const whole = exponent <= 0 || isZero ? "0" : digits.slice(0, exponent).padEnd(exponent, "0");
  const fraction = isZero ? "" : exponent <= 0 ? "0".repeat(-exponent) + digits : digits.slice(exponent);
  return sign(number) + (decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`);
}

/** Whichever is shorter of the two others, with so many significant digits, or as many as needed when none are asked for. */
export function formatGeneral(number: HclNumber, precision?: number): string {
  if (number.infinite) return String(number);
  const found = precision === undefined ? shortestDigits(number) : significantDigits(number, precision);
  const { digits, exponent } = found;
  let limit = precision === undefined ? 6 : Math.max(precision, 1);
  if (precision !== undefined && limit > digits.length && digits.length >= exponent) limit = digits.length;
  const power = digits === "0" ? 0 : exponent - 1;
  if (power < -4 || power >= limit) return sign(number) + scientific(found, digits.length - 1);
  if (exponent <= 0) return `${sign(number)}0.${"0".repeat(-exponent)}${digits}`;
  if (exponent >= digits.length) return sign(number) + digits.padEnd(exponent, "0");
  return `${sign(number)}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

function scientific({ digits, exponent }: Digits, decimals: number): string {
  const power = digits === "0" ? 0 : exponent - 1;
  const fraction = digits.slice(1).padEnd(decimals, "0");
  const mantissa = fraction === "" ? digits.charAt(0) : `${digits.charAt(0)}.${fraction}`;
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function sign(number: HclNumber): string {
  return number.negative ? "-" : "";
}
