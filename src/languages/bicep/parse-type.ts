import type { Expression, ObjectType, ObjectTypeMember, TupleType, TypeExpression } from "./ast.ts";
import { BicepSyntaxError } from "./bicep-syntax-error.ts";
import { parseDecorators } from "./parse-decorators.ts";
import { parseExpression, parseText } from "./parse-expression.ts";
import { parseList, parseSeparated } from "./parse-list.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** The type of a parameter, variable, output or function: `resource '…'` may stand there too. */
export function parseDeclaredType(cursor: TokenCursor): TypeExpression {
  const { start } = cursor;
  const isResource = cursor.word === "resource" && cursor.peek(1) !== "<";
  if (!isResource) return parseType(cursor);
  cursor.next();
  const isNamed = cursor.is("string") || cursor.is("string start");
  const type = isNamed ? parseText(cursor, "the type of a resource") : undefined;
  return { kind: "resource-type", type, start, end: cursor.lastEnd };
}

/** A type: one, or several with `|` between them, which may begin their lines. */
export function parseType(cursor: TokenCursor): TypeExpression {
  return cursor.inside(() => {
    const { start } = cursor;
    const leads = skipBar(cursor);
    const first = parseSuffixed(cursor);
    if (!leads && !isBar(cursor)) return first;
    const members = [first];
    let { height } = cursor;
    while (skipBar(cursor)) {
      members.push(parseSuffixed(cursor));
      height = Math.max(height, cursor.height);
    }
    cursor.grow(height + 1);
    return { kind: "union-type", members, start, end: cursor.lastEnd };
  });
}

function isBar(cursor: TokenCursor): boolean {
  return cursor.is("|") || (cursor.is("newline") && cursor.peek(1) === "|");
}

function skipBar(cursor: TokenCursor): boolean {
  if (!isBar(cursor)) return false;
  cursor.skipNewlines();
  cursor.next();
  return true;
}

function parseSuffixed(cursor: TokenCursor): TypeExpression {
  let type = parseSigned(cursor);
  while (cursor.is("?") || cursor.is("!")) {
    const nullable = cursor.is("?");
    cursor.next();
    cursor.grow(cursor.height + 1);
    type = { kind: "nullable-type", type, nullable, start: type.start, end: cursor.lastEnd };
  }
  return type;
}

function parseSigned(cursor: TokenCursor): TypeExpression {
  const { kind, start } = cursor;
  if (kind !== "-" && kind !== "+" && kind !== "!") return parseMembers(cursor);
  cursor.next();
  const type = parseMembers(cursor);
  if (type.kind !== "literal-type") {
    throw new BicepSyntaxError(
      `"${kind}" stands before a number or boolean, and this is none`,
      start,
      type.end,
    );
  }
  const { end } = type;
  cursor.grow(cursor.height + 1);
  return {
    kind: "literal-type",
    value: { kind: "unary", operator: kind, value: type.value, start, end },
    start,
    end,
  };
}

function parseMembers(cursor: TokenCursor): TypeExpression {
  let type = parsePrimary(cursor);
  for (;;) {
    const { height } = cursor;
    const { start } = type;
    if (cursor.skip("[")) type = parseItem(cursor, type);
    else if (cursor.skip(".")) type = parseMember(cursor, type);
    else return type;
    cursor.grow(Math.max(height, cursor.height) + 1);
    type = { ...type, start };
  }
}

/** `[]`, `[*]` or `[0]`, behind its opening bracket. */
function parseItem(cursor: TokenCursor, base: TypeExpression): TypeExpression {
  const { start } = base;
  if (cursor.skip("]")) return { kind: "array-type", item: base, start, end: cursor.lastEnd };
  if (cursor.skip("*")) {
    cursor.expect("]", '"]"');
    return { kind: "type-item", base, index: undefined, start, end: cursor.lastEnd };
  }
  const index = parseExpression(cursor);
  cursor.expect("]", '"]"');
  if (index.kind !== "integer") {
    throw new BicepSyntaxError("an item of a tuple is named by its number", index.start, index.end);
  }
  return { kind: "type-item", base, index: index.value, start, end: cursor.lastEnd };
}

function parseMember(cursor: TokenCursor, base: TypeExpression): TypeExpression {
  const { start } = base;
  const at = cursor.start;
  if (cursor.skip("*")) {
    const name = { name: "*", start: at, end: cursor.lastEnd };
    return { kind: "type-member", base, name, start, end: cursor.lastEnd };
  }
  const name = cursor.name("the name of a type or property");
  if (!cursor.is("<")) return { kind: "type-member", base, name, start, end: name.end };
  const args = parseSeparated(cursor, "<", ">", parseType);
  return { kind: "parameterized-type", name: name.name, args, start, end: cursor.lastEnd };
}

function parsePrimary(cursor: TokenCursor): TypeExpression {
  const { kind, start } = cursor;
  cursor.height = 1;
  switch (kind) {
    case "integer":
      return literal(parseExpressionAtom(cursor));
    case "string":
    case "string start":
      return literal(parseText(cursor, "a string"));
    case "{":
      return parseObjectType(cursor);
    case "[":
      return parseTupleType(cursor);
    case "(":
      return parseParenthesized(cursor);
    case "identifier":
      return parseNamed(cursor, start);
    default:
      throw cursor.expected("a type");
  }
}

/** A number: an expression that has nothing behind it, since `5[]` is an array of fives. */
function parseExpressionAtom(cursor: TokenCursor): Expression {
  const { start, end } = cursor;
  cursor.next();
  return { kind: "integer", value: Number(cursor.text.slice(start, end)), start, end };
}

function literal(value: Expression): TypeExpression {
  return { kind: "literal-type", value, start: value.start, end: value.end };
}

function parseNamed(cursor: TokenCursor, start: number): TypeExpression {
  const { name, end } = cursor.name("a type");
  if (name === "null") return literal({ kind: "null", start, end });
  if (name === "true" || name === "false") {
    return literal({ kind: "boolean", value: name === "true", start, end });
  }
  if (!cursor.is("<")) return { kind: "named-type", name, start, end };
  const args = parseSeparated(cursor, "<", ">", parseType);
  cursor.grow(cursor.height + 1);
  return { kind: "parameterized-type", name, args, start, end: cursor.lastEnd };
}

function parseParenthesized(cursor: TokenCursor): TypeExpression {
  cursor.next();
  const type = parseType(cursor);
  cursor.expect(")", '")"');
  cursor.grow(cursor.height + 1);
  return type;
}

function parseObjectType(cursor: TokenCursor): ObjectType {
  const { start } = cursor;
  cursor.next();
  const members = parseList(cursor, "}", () => parseObjectMember(cursor));
  return { kind: "object-type", members, start, end: cursor.lastEnd };
}

function parseObjectMember(cursor: TokenCursor): ObjectTypeMember {
  const decorators = parseDecorators(cursor);
  const { start } = cursor;
  const name = parseMemberName(cursor);
  cursor.expect(":", '":" and a type');
  const type = parseType(cursor);
  return { decorators, name, type, start, end: type.end };
}

function parseMemberName(cursor: TokenCursor): string | undefined {
  if (cursor.skip("*")) return undefined;
  const { word, start } = cursor;
  if (word !== undefined) {
    cursor.next();
    return word;
  }
  const { segments, holes, end } = parseText(cursor, 'the name of a property or "*"');
  if (holes.length > 0) {
    throw new BicepSyntaxError("the name of a property of a type is plain text", start, end);
  }
  return segments[0] ?? "";
}

function parseTupleType(cursor: TokenCursor): TupleType {
  const { start } = cursor;
  cursor.next();
  const items = parseList(cursor, "]", () => {
    const decorators = parseDecorators(cursor);
    const type = parseType(cursor);
    return { decorators, type, start: type.start, end: type.end };
  });
  return { kind: "tuple-type", items, start, end: cursor.lastEnd };
}
