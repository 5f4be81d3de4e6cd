import type { KeywordCheck, KeywordCompiler } from "./check.ts";

type Comparison = (value: number, bound: number) => boolean;

/** A keyword about numbers; every other type passes, as the standard says. */
function numberKeyword(holds: Comparison): KeywordCompiler {
  return (argument): KeywordCheck => {
    const bound = argument as number;
    return (value) => typeof value !== "number" || holds(value, bound);
  };
}

/** Keywords about numbers. `multipleOf` divides as ajv does: 0.0075 is a multiple of 0.0001, an infinite quotient is none. */
export const NUMBER_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  minimum: numberKeyword((value, bound) => value >= bound),
  maximum: numberKeyword((value, bound) => value <= bound),
  exclusiveMinimum: numberKeyword((value, bound) => value > bound),
  exclusiveMaximum: numberKeyword((value, bound) => value < bound),
  multipleOf: numberKeyword((value, bound) => Number.isInteger(value / bound)),
};
