import type {
  ArrayExpression,
  BinaryOperator,
  Expression,
  ForExpression,
  Lambda,
  Loop,
  Name,
  ObjectExpression,
  Property,
  ResourceStatement,
  Spread,
  TextExpression,
  UnaryOperator,
} from "./ast.ts";
import { BicepSyntaxError } from "./bicep-syntax-error.ts";
import { parseArguments, parseList } from "./parse-list.ts";
import type { TokenCursor } from "./token-cursor.ts";
import type { TokenKind } from "./token-kind.ts";

/** From the loosest to the tightest. An operator stands on the line of its left side, or there is none. */
const PRECEDENCE: ReadonlyMap<TokenKind, number> = new Map([
  ["??", 1],
  ["||", 2],
  ["&&", 3],
  ["==", 4],
  ["!=", 4],
  ["=~", 4],
  ["!~", 4],
  ["<", 5],
  ["<=", 5],
  [">", 5],
  [">=", 5],
  ["+", 6],
  ["-", 6],
  ["*", 7],
  ["/", 7],
  ["%", 7],
]);

/** Reads the resources that may stand inside of the body of a resource; nothing where none may. */
export type ReadNested = (() => ResourceStatement) | undefined;

export function parseExpression(cursor: TokenCursor): Expression {
  return cursor.inside(() => {
    const condition = parseBinary(cursor, 0);
    if (!cursor.comesNext("?")) return condition;
    let height = cursor.height;
    cursor.skipNewlines();
    cursor.next();
    const whenTrue = parseExpression(cursor);
    height = Math.max(height, cursor.height);
    if (cursor.comesNext(":")) cursor.skipNewlines();
    cursor.expect(":", 'a ":" and what holds when the condition before the "?" does not');
    const whenFalse = parseExpression(cursor);
    cursor.grow(Math.max(height, cursor.height) + 1);
    return { kind: "ternary", condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
  });
}

function parseBinary(cursor: TokenCursor, above: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const operator = cursor.kind;
    const precedence = PRECEDENCE.get(operator) ?? 0;
    if (precedence <= above) return left;
    const { height } = cursor;
    cursor.next();
    const right = cursor.inside(() => parseBinary(cursor, precedence));
    cursor.grow(Math.max(height, cursor.height) + 1);
    const { start } = left;
    left = { kind: "binary", operator: operator as BinaryOperator, left, right, start, end: right.end };
  }
}

function parseUnary(cursor: TokenCursor): Expression {
  const { kind, start } = cursor;
  if (kind !== "!" && kind !== "-" && kind !== "+") return parseMember(cursor);
  cursor.next();
  const value = cursor.inside(() => parseUnary(cursor));
  cursor.grow(cursor.height + 1);
  return { kind: "unary", operator: kind satisfies UnaryOperator, value, start, end: value.end };
}

function parseMember(cursor: TokenCursor): Expression {
  let base = parsePrimary(cursor);
  for (;;) {
    const member = parseStep(cursor, base, cursor.height);
    if (member === undefined) return base;
    base = member;
  }
}

function parseStep(cursor: TokenCursor, base: Expression, height: number): Expression | undefined {
  const { start } = base;
  if (cursor.skip("[")) {
    const safe = cursor.skip("?");
    const fromEnd = cursor.skip("^");
    const index = parseExpression(cursor);
    cursor.expect("]", '"]" behind the index');
    cursor.grow(Math.max(height, cursor.height) + 1);
    return { kind: "index", base, index, safe, fromEnd, start, end: cursor.lastEnd };
  }
  if (cursor.skip("::")) {
    const name = cursor.name("the name of a nested resource");
    cursor.grow(height + 1);
    return { kind: "nested", base, name, start, end: name.end };
  }
  if (cursor.skip("!")) {
    cursor.grow(height + 1);
    return { kind: "not-null", value: base, start, end: cursor.lastEnd };
  }
  if (!cursor.skip(".")) return undefined;
  const safe = cursor.skip("?");
  const name = cursor.name("the name of a property or function");
  if (!cursor.is("(")) {
    cursor.grow(height + 1);
    return { kind: "property", base, name, safe, start, end: name.end };
  }
  if (safe) throw new BicepSyntaxError('".?" reads a property and calls no function', name.start, name.end);
  const args = parseArguments(cursor, parseExpression);
  cursor.grow(Math.max(height, cursor.height) + 1);
  return { kind: "method", base, name: name.name, args, start, end: cursor.lastEnd };
}

function parsePrimary(cursor: TokenCursor): Expression {
  const { kind, start, end } = cursor;
  cursor.height = 1;
  switch (kind) {
    case "integer":
      return parseInteger(cursor);
    case "string":
    case "string start":
      return parseText(cursor, "a string");
    case "{":
      return parseObject(cursor, undefined);
    case "[":
      return cursor.wordAt(cursor.afterNewlines(cursor.index + 1)) === "for"
        ? parseFor(cursor)
        : parseArray(cursor);
    case "(":
      return parseParentheses(cursor);
    case "identifier":
      return parseName(cursor, start, end);
    default:
      throw cursor.expected("a value");
  }
}

function parseInteger(cursor: TokenCursor): Expression {
  const { start, end } = cursor;
  const digits = cursor.text.slice(start, end);
  if (BigInt(digits.slice(0, 25)) > 18446744073709551615n) {
    throw new BicepSyntaxError(`${digits.slice(0, 30)} is larger than a number can be`, start, end);
  }
  cursor.next();
  return { kind: "integer", value: Number(digits), start, end };
}

function parseName(cursor: TokenCursor, start: number, end: number): Expression {
  const name = cursor.word ?? "";
  if (name === "true" || name === "false" || name === "null") {
    cursor.next();
    return name === "null"
      ? { kind: "null", start, end }
      : { kind: "boolean", value: name === "true", start, end };
  }
  cursor.next();
  if (cursor.is("(")) {
    const args = parseArguments(cursor, parseExpression);
    cursor.grow(cursor.height + 1);
    return { kind: "call", name, args, start, end: cursor.lastEnd };
  }
  if (cursor.skip("=>")) return parseLambdaBody(cursor, [{ name, start, end }], start);
  return { kind: "variable", name, start, end };
}

/** A string, with the expressions in it. */
export function parseText(cursor: TokenCursor, what: string): TextExpression {
  const { start } = cursor;
  if (!cursor.is("string") && !cursor.is("string start")) throw cursor.expected(what);
  const segments: string[] = [];
  const holes: Expression[] = [];
  let height = 0;
  for (;;) {
    segments.push(cursor.tokens.texts.get(cursor.index) ?? "");
    const { kind } = cursor;
    cursor.next();
    if (kind === "string" || kind === "string end") break;
    holes.push(parseExpression(cursor));
    height = Math.max(height, cursor.height);
    if (!cursor.is("string middle") && !cursor.is("string end")) {
      throw cursor.expected('"}" behind the expression in the string');
    }
  }
  cursor.grow(height + 1);
  return { kind: "text", segments, holes, start, end: cursor.lastEnd };
}

/** `(value)`, or the names of a lambda. */
export function parseParentheses(cursor: TokenCursor): Expression {
  const { start } = cursor;
  const isLambda = startsLambda(cursor);
  cursor.next();
  cursor.skipNewlines();
  if (isLambda) return parseLambda(cursor, start);
  const value = parseExpression(cursor);
  cursor.skipNewlines();
  if (cursor.is(",")) throw cursor.expected('")": parentheses hold one value');
  cursor.expect(")", '")"');
  cursor.grow(cursor.height + 1);
  return { kind: "parentheses", value, start, end: cursor.lastEnd };
}

/** True when only names, commas and line ends stand between here and a `) =>`. */
function startsLambda({ tokens, index }: TokenCursor): boolean {
  let at = index + 1;
  while (tokens.kinds[at] === "identifier" || tokens.kinds[at] === "," || tokens.kinds[at] === "newline") {
    at += 1;
  }
  return tokens.kinds[at] === ")" && tokens.kinds[at + 1] === "=>";
}

function parseLambda(cursor: TokenCursor, start: number): Lambda {
  const params: Name[] = [];
  while (!cursor.is(")")) {
    params.push(cursor.name("the name of a variable"));
    cursor.skipNewlines();
    if (!cursor.is(")")) cursor.expect(",", '"," or ")"');
    cursor.skipNewlines();
  }
  cursor.next();
  cursor.expect("=>", '"=>"');
  return parseLambdaBody(cursor, params, start);
}

function parseLambdaBody(cursor: TokenCursor, params: readonly Name[], start: number): Lambda {
  cursor.skipNewlines();
  const body = parseExpression(cursor);
  cursor.grow(cursor.height + 1);
  return { kind: "lambda", params, body, start, end: body.end };
}

function parseArray(cursor: TokenCursor): ArrayExpression {
  const { start } = cursor;
  cursor.next();
  const items = parseList(cursor, "]", () => parseSpread(cursor) ?? parseExpression(cursor));
  return { kind: "array", items, start, end: cursor.lastEnd };
}

function parseSpread(cursor: TokenCursor): Spread | undefined {
  const { start } = cursor;
  if (!cursor.skip("...")) return undefined;
  const value = parseExpression(cursor);
  return { kind: "spread", value, start, end: value.end };
}

/** An object; `readNested` reads the resources in the body of one. */
export function parseObject(cursor: TokenCursor, readNested: ReadNested): ObjectExpression {
  const { start } = cursor;
  cursor.expect("{", '"{"');
  const resources: ResourceStatement[] = [];
  const entries: (Property | Spread)[] = [];
  parseList(cursor, "}", () => {
    const isNested = cursor.is("@") || (cursor.word === "resource" && cursor.peek(1) === "identifier");
    if (readNested !== undefined && isNested) resources.push(readNested());
    else entries.push(parseSpread(cursor) ?? parseProperty(cursor));
  });
  return { kind: "object", entries, resources, start, end: cursor.lastEnd };
}

function parseProperty(cursor: TokenCursor): Property {
  const key = parseKey(cursor);
  const keyHeight = cursor.height;
  cursor.expect(":", '":" behind the name of the property');
  const value = parseExpression(cursor);
  cursor.grow(Math.max(keyHeight, cursor.height));
  return { kind: "entry", key, value, start: key.start, end: value.end };
}

function parseKey(cursor: TokenCursor): TextExpression {
  const { word, start, end } = cursor;
  if (word === undefined) return parseText(cursor, "the name of a property");
  cursor.next();
  cursor.height = 1;
  return { kind: "text", segments: [word], holes: [], start, end };
}

/** `[for (item, index) in list: value]` */
function parseFor(cursor: TokenCursor): ForExpression {
  const { start } = cursor;
  const loop = parseLoop(cursor);
  const listHeight = cursor.height;
  const body = parseExpression(cursor);
  closeLoop(cursor, listHeight);
  return { kind: "for", loop, body, start, end: cursor.lastEnd };
}

/** `[for item in list:`, up to what is repeated. */
export function parseLoop(cursor: TokenCursor): Loop {
  const { start } = cursor;
  cursor.next();
  cursor.skipNewlines();
  cursor.expectWord("for");
  const isPair = cursor.skip("(");
  const item = cursor.name("the name of the item");
  let index: Name | undefined;
  if (isPair) {
    cursor.expect(",", '"," and the name of the index');
    index = cursor.name("the name of the index");
    cursor.expect(")", '")"');
  }
  cursor.expectWord("in");
  const list = parseExpression(cursor);
  cursor.expect(":", '":" and what is repeated');
  return { item, index, list, start, end: list.end };
}

export function closeLoop(cursor: TokenCursor, height: number): void {
  cursor.skipNewlines();
  cursor.expect("]", '"]" at the end of the loop');
  cursor.grow(Math.max(height, cursor.height) + 1);
}
