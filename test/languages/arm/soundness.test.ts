import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { FUNCTION_CASES } from "./function-cases.ts";

const ROWS = Object.values(FUNCTION_CASES).flat();

/** The expression with one of its literals replaced by a parameter without a value, as often as it has literals. */
function maskedForms(expression: string): readonly string[] {
  const names = new Set(
    [...expression.matchAll(/lambdaVariables\('(\w+)'\)/gu)].map(([, name]) => `'${name ?? ""}'`),
  );
  const forms: string[] = [];
  for (const { 0: literal, index } of expression.matchAll(/'(?:[^']|'')*'|-?\b\d+\b(?!\])/gu)) {
    // the names of lambda parameters are no values
    if (names.has(literal) || (expression.includes("lambda(") && /^'\w'$/u.test(literal))) continue;
    const mask = literal.startsWith("'") ? "parameters('openString')" : "parameters('openInt')";
    forms.push(expression.slice(0, index) + mask + expression.slice(index + literal.length));
  }
  return forms;
}

/** Whether a value of which not everything is known may turn out to be another one. */
function mayBe(open: unknown, known: unknown): boolean {
  if (isObject(open)) {
    if (typeof open["open"] === "string") return fits(open["open"], known);
    if (!isObject(known)) return false;
    const keys = Object.keys(open).filter((key) => key !== "...");
    const isWithin = "..." in open || Object.keys(known).every((key) => key in open || `${key}?` in open);
    return (
      isWithin &&
      keys.every(
        (key) =>
          (key.endsWith("?") && !(key.slice(0, -1) in known)) ||
          mayBe(open[key], known[key.replace(/\?$/u, "")]),
      )
    );
  }
  if (Array.isArray(open)) {
    return (
      Array.isArray(known) &&
      open.length === known.length &&
      open.every((item, index) => mayBe(item, known[index]))
    );
  }
  return open === known;
}

/** A text with gaps begins and ends as it says; anything else that is open may be anything. */
function fits(open: string, known: unknown): boolean {
  if (!/^'.*\$\{.*'$/su.test(open) || !open.startsWith("'")) return true;
  if (isObject(known) && typeof known["open"] === "string") return true;
  const start = open.slice(1, open.indexOf("${"));
  return typeof known === "string" && known.startsWith(start);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

describe("with one of its arguments hidden, a function says nothing that the argument could make wrong", () => {
  it.each(ROWS)("%s", (expression, known) => {
    for (const form of maskedForms(expression)) {
      const { value, problems } = evaluate(form);
      expect({ form, problems }).toEqual({ form, problems: [] });
      expect({ form, value, fits: mayBe(value, known) }).toEqual({ form, value, fits: true });
    }
  });
});
