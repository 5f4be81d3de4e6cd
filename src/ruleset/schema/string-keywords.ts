import { always } from "./check.ts";
import type { KeywordCheck, KeywordCompiler } from "./check.ts";

function compileMinLength(argument: unknown): KeywordCheck {
  const least = argument as number;
  if (least <= 0) return always;
  return (value) => typeof value !== "string" || (value.length >= least && codePoints(value) >= least);
}

function compileMaxLength(argument: unknown): KeywordCheck {
  const most = argument as number;
  return (value) => typeof value !== "string" || value.length <= most || codePoints(value) <= most;
}

function compilePattern(argument: unknown): KeywordCheck {
  const pattern = new RegExp(argument as string, "u");
  return (value) => typeof value !== "string" || pattern.test(value);
}

function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index + 1 < text.length; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      count--;
      index++;
    }
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Keywords about text. Length is counted in code points. */
export const STRING_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  minLength: compileMinLength,
  maxLength: compileMaxLength,
  pattern: compilePattern,
};
