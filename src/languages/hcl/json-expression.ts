import type { Expression, ObjectItem, ObjectKey } from "./ast.ts";
import { normalize } from "./build-template.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import type { JsonNode, JsonNumber, JsonObject, JsonString } from "./json-node.ts";
import { parseEmbedded } from "./parse-embedded.ts";
import { parseExpression, parseWholeExpression } from "./parse-expression.ts";
import { parseBare } from "./parse-template.ts";
import { readNumber } from "./read-number.ts";

/** What a string of JSON means: a template, an expression in native syntax, or nothing but its text. */
export type JsonMode = "template" | "expression" | "literal";

/** The expression that a JSON value is. Throws an HclSyntaxError about the text of a string. */
export function jsonExpression(text: string, node: JsonNode, mode: JsonMode): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case "string":
      return stringExpression(text, node, mode);
    case "number":
      return numberExpression(text, node);
    case "keyword":
      return node.value === null
        ? { kind: "null", start, end }
        : { kind: "boolean", value: node.value, start, end };
    case "array":
      return { kind: "tuple", items: node.items.map((item) => jsonExpression(text, item, mode)), start, end };
    case "object":
      return objectExpression(text, node, mode);
  }
}

function objectExpression(text: string, { members, start, end }: JsonObject, mode: JsonMode): Expression {
  const names = new Set<string>();
  const items = members.map(({ name, value }): ObjectItem => {
    const key = asKey(stringExpression(text, name, mode));
    if (names.has(name.value)) {
      throw new HclSyntaxError(`"${name.value}" stands twice in the same object`, name.start, name.end);
    }
    names.add(name.value);
    return { kind: "item", key, value: jsonExpression(text, value, mode), start: name.start, end: value.end };
  });
  return { kind: "object", items, start, end };
}

/** A bare name, which only text that holds an expression can be: `"providers": {"aws": "aws.west"}`. */
function asKey(expression: Expression): ObjectKey {
  if (expression.kind !== "reference" || expression.steps.length > 0) return expression;
  return { kind: "key-name", name: expression.root, start: expression.start, end: expression.end };
}

/** JSON has negative numbers, native syntax has a sign before a number. */
function numberExpression(text: string, { start, end }: JsonNumber): Expression {
  if (text[start] !== "-") return readNumber(text, start, end);
  return { kind: "unary", operator: "-", operand: readNumber(text, start + 1, end), start, end };
}

function stringExpression(text: string, node: JsonString, mode: JsonMode): Expression {
  const { value, start, end } = node;
  if (mode === "expression") return parseEmbedded(text, node, parseWholeExpression);
  const isPlain = mode === "literal" || !/[$%]\{|\r/.test(value);
  if (isPlain) return { kind: "string", form: "json", value: normalize(value), start, end };
  const template = parseEmbedded(text, node, (scanner) => parseBare(scanner, "json", parseExpression));
  return { ...template, start, end };
}
