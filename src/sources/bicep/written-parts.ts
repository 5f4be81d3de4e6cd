import type { BicepFile, Body, Expression, ObjectExpression, Statement } from "../../languages/bicep/ast.ts";
import type { WrittenPart } from "../read-annotations.ts";

/** What is written in a file, in the order of the text; what holds others comes before them. */
export function writtenParts({ statements }: BicepFile): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const statement of statements) visitStatement(statement, parts);
  return parts;
}

function visitStatement(statement: Statement, parts: WrittenPart[]): void {
  const { start, end } = statement;
  parts.push({ name: nameOf(statement), start, end });
  // a comment may stand between the decorators and the declaration
  const declared = "name" in statement ? statement.name.start : undefined;
  if (declared !== undefined && statement.decorators.length > 0) {
    parts.push({ name: nameOf(statement), start: declared, end });
  }
  switch (statement.kind) {
    case "resource":
    case "module":
      visitBody(statement.body, parts);
      break;
    case "param":
    case "var":
    case "output":
    case "param-assignment":
      if (statement.value !== undefined) visitItems(statement.value, parts);
      break;
    default:
  }
}

function nameOf(statement: Statement): string {
  if (!("name" in statement)) return statement.kind;
  const { name } = statement.name;
  return statement.kind === "resource"
    ? name
    : `${statement.kind === "param-assignment" ? "param" : statement.kind} ${name}`;
}

function visitBody({ object }: Body, parts: WrittenPart[]): void {
  visitObject(object, parts);
}

function visitObject({ entries, resources }: ObjectExpression, parts: WrittenPart[]): void {
  const held = [...entries, ...resources].sort((left, right) => left.start - right.start);
  for (const part of held) {
    if (part.kind === "resource") visitStatement(part, parts);
    else if (part.kind === "entry") {
      parts.push({ name: part.key.segments.join("…"), start: part.start, end: part.end });
      visitItems(part.value, parts);
    } else visitItems(part.value, parts);
  }
}

/** Arrays and objects that are written out, at every depth; the parser bounds how deep they are. */
function visitItems(value: Expression, parts: WrittenPart[]): void {
  switch (value.kind) {
    case "array":
      for (const item of value.items) {
        parts.push({ name: "an item", start: item.start, end: item.end });
        visitItems(item.kind === "spread" ? item.value : item, parts);
      }
      break;
    case "object":
      visitObject(value, parts);
      break;
    case "for":
    case "lambda":
      visitItems(value.body, parts);
      break;
    case "parentheses":
    case "not-null":
      visitItems(value.value, parts);
      break;
    case "ternary":
      visitItems(value.whenTrue, parts);
      visitItems(value.whenFalse, parts);
      break;
    case "call":
      for (const argument of value.args) visitItems(argument, parts);
      break;
    default:
  }
}
