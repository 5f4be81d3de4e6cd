import type { Expression } from "./ast.ts";

/** The value of an expression that is written out, as JSON has it; `undefined` when something in it is computed. */
export function literalValue(expression: Expression): unknown {
  switch (expression.kind) {
    case "null":
      return null;
    case "string":
    case "boolean":
    case "number":
      return expression.value;
    case "parentheses":
      return literalValue(expression.inner);
    case "unary": {
      const value = expression.operator === "-" ? literalValue(expression.operand) : undefined;
      return typeof value === "number" ? -value : undefined;
    }
    case "tuple": {
      const items = expression.items.map(literalValue);
      return items.includes(undefined) ? undefined : items;
    }
    case "object": {
      const entries = new Map<string, unknown>();
      for (const { key, value } of expression.items) {
        const name = key.kind === "key-name" ? key.name : key.kind === "string" ? key.value : undefined;
        const held = literalValue(value);
        if (name === undefined || held === undefined) return undefined;
        entries.set(name, held);
      }
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}
