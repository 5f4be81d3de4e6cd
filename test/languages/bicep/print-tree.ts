import type { Expression, Spread, TypeExpression } from "../../../src/languages/bicep/ast.ts";
import { parseBicep } from "../../../src/languages/bicep/parse-bicep.ts";

/** The tree of an expression in a line: `(+ 1 (* 2 3))`. Throws for a text with a problem. */
export function treeOf(text: string): string {
  const { statements, problems } = parseBicep(`var x = ${text}\n`, "main.bicep", "template");
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem.message);
  const [statement] = statements;
  if (statement?.kind !== "var") throw new Error("no variable");
  return print(statement.value);
}

/** The tree of a type in a line. */
export function typeTreeOf(text: string): string {
  const { statements, problems } = parseBicep(`type x = ${text}\n`, "main.bicep", "template");
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem.message);
  const [statement] = statements;
  if (statement?.kind !== "type") throw new Error("no type");
  return printType(statement.type);
}

function print(node: Expression | Spread): string {
  switch (node.kind) {
    case "null":
      return "null";
    case "boolean":
    case "integer":
      return String(node.value);
    case "text":
      return node.holes.length === 0
        ? JSON.stringify(node.segments[0])
        : list(
            "text",
            ...node.segments.flatMap((segment, index) => [
              JSON.stringify(segment),
              ...holeAt(node.holes, index),
            ]),
          );
    case "variable":
      return node.name;
    case "call":
      return list(`call ${node.name}`, ...node.args.map(print));
    case "method":
      return list(`method ${node.name}`, print(node.base), ...node.args.map(print));
    case "property":
      return list(node.safe ? ".?" : ".", print(node.base), node.name.name);
    case "index":
      return list(`[${node.safe ? "?" : ""}${node.fromEnd ? "^" : ""}]`, print(node.base), print(node.index));
    case "nested":
      return list("::", print(node.base), node.name.name);
    case "not-null":
      return list("not-null", print(node.value));
    case "unary":
      return list(node.operator, print(node.value));
    case "binary":
      return list(node.operator, print(node.left), print(node.right));
    case "ternary":
      return list("?", print(node.condition), print(node.whenTrue), print(node.whenFalse));
    case "array":
      return `[${node.items.map(print).join(" ")}]`;
    case "object":
      return `{${node.entries.map((entry) => (entry.kind === "spread" ? print(entry) : `${print(entry.key)}:${print(entry.value)}`)).join(" ")}}`;
    case "spread":
      return list("...", print(node.value));
    case "for": {
      const { item, index, list: over } = node.loop;
      return list(
        "for",
        index === undefined ? item.name : `${item.name},${index.name}`,
        print(over),
        print(node.body),
      );
    }
    case "lambda":
      return list("=>", node.params.map(({ name }) => name).join(","), print(node.body));
    case "parentheses":
      return list("group", print(node.value));
  }
}

function printType(node: TypeExpression): string {
  switch (node.kind) {
    case "named-type":
      return node.name;
    case "literal-type":
      return print(node.value);
    case "nullable-type":
      return list(node.nullable ? "nullable" : "not-null", printType(node.type));
    case "array-type":
      return list("array", printType(node.item));
    case "tuple-type":
      return `[${node.items.map((item) => `${decorators(item)}${printType(item.type)}`).join(" ")}]`;
    case "object-type":
      return `{${node.members.map((member) => `${decorators(member)}${member.name ?? "*"}:${printType(member.type)}`).join(" ")}}`;
    case "union-type":
      return list("|", ...node.members.map(printType));
    case "type-member":
      return list(".", printType(node.base), node.name.name);
    case "type-item":
      return list("[]", printType(node.base), String(node.index ?? "*"));
    case "parameterized-type":
      return list(node.name, ...node.args.map(printType));
    case "resource-type":
      return list("resource", node.type === undefined ? "" : print(node.type));
  }
}

function decorators(node: { readonly decorators: readonly { readonly name: string }[] }): string {
  return node.decorators.map(({ name }) => `@${name} `).join("");
}

function holeAt(holes: readonly Expression[], index: number): readonly string[] {
  const hole = holes[index];
  return hole === undefined ? [] : [print(hole)];
}

function list(...parts: readonly string[]): string {
  return `(${parts.join(" ")})`;
}
