import type { Truth } from "../model/truth.ts";
import { Unknown, describeReference, plain, referencesOf } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Relation } from "./clause.ts";
import { compileRead } from "./read-scope.ts";
import type { Evaluate } from "./rule.ts";
import { equalValues } from "./schema/equal-values.ts";

interface Comparison {
  readonly at: string;
  readonly is: Relation;
  readonly to: string;
}

/** Two values of one resource in a relation. Order is for numbers only; two references to one attribute are equal. */
export function compileCompare({ at, is, to }: Comparison): Evaluate {
  const left = compileRead(at);
  const right = compileRead(to);
  return (scope) => {
    const first = left(scope);
    const second = right(scope);
    const truth = compareValues(first, is, second);
    const evidence =
      scope.resource === undefined
        ? []
        : [
            {
              resource: scope.resource,
              pointer: scope.base + at,
              value: first,
              expected: `${is} ${scope.base}${to}`,
            },
          ];
    return { truth, evidence, reasons: truth === "unknown" ? [`${at} or ${to} is not known`] : [] };
  };
}

function compareValues(first: Value | undefined, is: Relation, second: Value | undefined): Truth {
  if (first === undefined || second === undefined) return false;
  if (is === "equal" || is === "different") {
    const equal = sameValue(first, second);
    return equal === "unknown" ? "unknown" : equal === (is === "equal");
  }
  const left = plain(first);
  const right = plain(second);
  if (left instanceof Unknown || right instanceof Unknown) return "unknown";
  if (typeof left !== "number" || typeof right !== "number") return false;
  switch (is) {
    case "less":
      return left < right;
    case "at-most":
      return left <= right;
    case "more":
      return left > right;
    case "at-least":
      return left >= right;
  }
}

function sameValue(first: Value, second: Value): Truth {
  const equal = equalValues(first, second);
  if (equal !== "unknown") return equal;
  const [a, ...moreA] = referencesOf(first);
  const [b, ...moreB] = referencesOf(second);
  if (a === undefined || b === undefined || moreA.length > 0 || moreB.length > 0) return "unknown";
  return describeReference(a) === describeReference(b) ? true : "unknown";
}
