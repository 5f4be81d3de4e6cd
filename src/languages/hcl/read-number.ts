import type { NumberLiteral } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";

/** The number that stands there; one whose exponent HashiCorp's parser cannot hold is none for it and for us. */
export function readNumber(text: string, start: number, end: number): NumberLiteral {
  const digits = text.slice(start, end);
  const value = Number(digits);
  const isSane = !Number.isNaN(value) && (digits.length < 10 || hasSaneExponent(digits));
  if (!isSane) throw new HclSyntaxError(`"${digits.slice(0, 60)}" is no number`, start, end);
  return { kind: "number", text: digits, value, start, end };
}

function hasSaneExponent(text: string): boolean {
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  return Math.abs(Number(exponent)) < 2 ** 31 - 1 || !/[1-9]/.test(digits);
}
