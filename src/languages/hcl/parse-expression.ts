// one file although it is long: the productions of an expression call each other in a circle
/* oxlint-disable max-lines */

import type {
  AttributeStep,
  BinaryOperator,
  Expression,
  IndexStep,
  NumberLiteral,
  ObjectItem,
  ObjectKey,
  Step,
} from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { parseForHead } from "./parse-for-head.ts";
import { parseHeredoc, parsePlainQuoted, parseQuoted } from "./parse-template.ts";
import { readNumber } from "./read-number.ts";
import type { Scanner } from "./scanner.ts";

/** Parses a text that is one expression; the scanner stands before its first token. */
export function parseWholeExpression(scanner: Scanner): Expression {
  scanner.next();
  const expression = parseExpression(scanner);
  if (!scanner.is("end of text")) throw scanner.expected("the end of the expression");
  return expression;
}

/** Parses the expression that starts at the current token, and leaves the scanner behind it. */
export function parseExpression(scanner: Scanner): Expression {
  scanner.enter();
  const plain = scanner.kind === "quote" ? parsePlainQuoted(scanner) : undefined;
  if (plain !== undefined) {
    scanner.leave();
    return plain;
  }
  const first = parseOperation(scanner, 1);
  const expression = scanner.kind === "?" ? parseConditional(scanner, first) : first;
  scanner.leave();
  return expression;
}

function parseConditional(scanner: Scanner, condition: Expression): Expression {
  scanner.next();
  const whenTrue = parseExpression(scanner);
  if (!scanner.is(":")) throw scanner.expected('":" and the other result of the condition');
  scanner.next();
  const whenFalse = parseExpression(scanner);
  return { kind: "conditional", condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
}

/** Operators of one level bind from the left: `a - b - c` is `(a - b) - c`. */
function parseOperation(scanner: Scanner, loosest: number): Expression {
  // a long chain is a deep tree on its left side, although the parser loops: its depth counts like any other
  const outside = scanner.deepest;
  scanner.deepest = scanner.depth;
  let left = parseOperand(scanner);
  for (;;) {
    const { kind: operator, level } = scanner;
    if (level === 0 || level < loosest) break;
    scanner.next();
    const right = parseOperation(scanner, level + 1);
    scanner.deepen(scanner.deepest + 1);
    left = {
      kind: "binary",
      operator: operator as BinaryOperator,
      left,
      right,
      start: left.start,
      end: right.end,
    };
  }
  if (outside > scanner.deepest) scanner.deepest = outside;
  return left;
}

/** A term with its steps, or a sign before one: `-a.b` is `-(a.b)`, and `-1 + 2` is `(-1) + 2`. */
function parseOperand(scanner: Scanner): Expression {
  const { kind: operator, start } = scanner;
  if (operator !== "-" && operator !== "!") return parseSteps(scanner, parseTerm(scanner));
  scanner.enter();
  scanner.next();
  const operand = parseOperand(scanner);
  scanner.leave();
  return { kind: "unary", operator, operand, start, end: operand.end };
}

function parseTerm(scanner: Scanner): Expression {
  switch (scanner.kind) {
    case "identifier":
      return parseNamed(scanner);
    case "quote":
      return parseQuoted(scanner, parseExpression);
    case "number":
      return parseNumber(scanner);
    case "[":
      return parseTuple(scanner);
    case "{":
      return parseObject(scanner);
    case "(":
      return parseParentheses(scanner);
    case "heredoc":
      return parseHeredoc(scanner, parseExpression);
    default:
      throw scanner.expected("a value");
  }
}

function parseNamed(scanner: Scanner): Expression {
  const { start, end } = scanner;
  const name = scanner.text.slice(start, end);
  scanner.next();
  const { kind } = scanner;
  if (kind === "(" || kind === "::") return parseCall(scanner, name, start, end);
  if (name === "true" || name === "false") return { kind: "boolean", value: name === "true", start, end };
  if (name === "null") return { kind: "null", start, end };
  return { kind: "reference", root: name, rootEnd: end, steps: NO_STEPS, start, end };
}

const NO_STEPS: readonly Step[] = [];

function parseNumber(scanner: Scanner): NumberLiteral {
  const { start, end } = scanner;
  const number = readNumber(scanner.text, start, end);
  scanner.next();
  return number;
}

function parseParentheses(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.newlines = false;
  scanner.next();
  const inner = parseExpression(scanner);
  if (!scanner.is(")")) throw unclosed(scanner, start, "parenthesis", ")");
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  return { kind: "parentheses", inner, start, end };
}

/** The opening bracket is told when the text ends without the closing one, else what stands in its place. */
function unclosed(scanner: Scanner, open: number, what: string, closer: string): HclSyntaxError {
  if (scanner.is("end of text")) {
    return new HclSyntaxError(`this ${what} is not closed by "${closer}"`, open, open + 1);
  }
  const isList = what === "call" || what === "list" || what === "object";
  return scanner.expected(isList ? `"," or "${closer}"` : `"${closer}"`);
}

function parseCall(scanner: Scanner, firstName: string, start: number, firstEnd: number): Expression {
  let name = firstName;
  let nameEnd = firstEnd;
  while (scanner.is("::")) {
    scanner.next();
    if (!scanner.is("identifier")) throw scanner.expected('the name of a function after "::"');
    name += `::${scanner.text.slice(scanner.start, scanner.end)}`;
    nameEnd = scanner.end;
    scanner.next();
  }
  if (!scanner.is("(")) throw scanner.expected(`"(" after the name of the function "${name}"`);
  const { newlines, start: open } = scanner;
  scanner.newlines = false;
  scanner.next();
  const args: Expression[] = [];
  let expandLast = false;
  while (!scanner.is(")")) {
    if (scanner.is("end of text")) throw unclosed(scanner, open, "call", ")");
    args.push(parseExpression(scanner));
    if (scanner.skip(",")) continue;
    expandLast = scanner.skip("...");
    if (expandLast && !scanner.is(")")) throw scanner.expected('")" right after "..."');
    if (!scanner.is(")")) throw unclosed(scanner, open, "call", ")");
  }
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  return { kind: "call", name, nameEnd, arguments: args, expandLast, start, end };
}

function parseTuple(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.newlines = false;
  scanner.next();
  if (scanner.isWord("for")) return parseFor(scanner, "]", start, newlines);
  const items: Expression[] = [];
  while (!scanner.is("]")) {
    if (scanner.is("end of text")) throw unclosed(scanner, start, "list", "]");
    items.push(parseExpression(scanner));
    if (scanner.skip(",")) continue;
    if (!scanner.is("]")) throw unclosed(scanner, start, "list", "]");
  }
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  return { kind: "tuple", items, start, end };
}

/** Line ends separate the items of an object, but in front of a `for` they mean nothing. */
function parseObject(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.newlines = false;
  scanner.next();
  if (scanner.isWord("for")) return parseFor(scanner, "}", start, newlines);
  scanner.newlines = true;
  const items: ObjectItem[] = [];
  while (!scanner.is("}")) {
    if (scanner.skip("newline")) continue;
    items.push(parseItem(scanner, start));
    if (scanner.skip(",") || scanner.skip("newline")) continue;
    if (!scanner.is("}")) throw unclosed(scanner, start, "object", "}");
  }
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  return { kind: "object", items, start, end };
}

function parseItem(scanner: Scanner, open: number): ObjectItem {
  if (scanner.is("end of text")) throw unclosed(scanner, open, "object", "}");
  const key = parseKeyName(scanner) ?? parseKey(scanner);
  const value = parseExpression(scanner);
  return { kind: "item", key, value, start: key.start, end: value.end };
}

/** A name as a key, and the sign behind it. */
function parseKeyName(scanner: Scanner): ObjectKey | undefined {
  const { start, end } = scanner;
  if (!scanner.skipAssignment()) return undefined;
  return { kind: "key-name", name: scanner.text.slice(start, end), start, end };
}

function parseKey(scanner: Scanner): ObjectKey {
  const key = asKey(scanner, parseExpression(scanner));
  if (!scanner.is("=") && !scanner.is(":")) throw scanner.expected('"=" and a value after the key');
  scanner.next();
  return key;
}

function asKey(scanner: Scanner, expression: Expression): ObjectKey {
  const isName =
    expression.kind === "boolean" ||
    expression.kind === "null" ||
    (expression.kind === "reference" && expression.steps.length === 0);
  if (!isName) return expression;
  const { start, end } = expression;
  return { kind: "key-name", name: scanner.text.slice(start, end), start, end };
}

function parseFor(scanner: Scanner, closer: "]" | "}", start: number, newlines: boolean): Expression {
  scanner.next();
  const { keyName, valueName, collection } = parseForHead(scanner, parseExpression);
  if (!scanner.is(":")) throw scanner.expected('":" after the collection of the "for"');
  scanner.next();
  const first = parseExpression(scanner);
  const second = scanner.skip("=>") ? parseExpression(scanner) : undefined;
  const ellipsis = { start: scanner.start, end: scanner.end };
  const grouped = scanner.skip("...");
  let condition: Expression | undefined;
  if (scanner.isWord("if")) {
    scanner.next();
    condition = parseExpression(scanner);
  }
  if (!scanner.is(closer)) throw unclosed(scanner, start, '"for" expression', closer);
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  const head = { keyName, valueName, collection, condition, start, end };
  if (closer === "}") {
    if (second === undefined) {
      throw new HclSyntaxError(
        'a "for" in braces gives a key and a value: "key => value"',
        first.start,
        first.end,
      );
    }
    return { kind: "for-object", ...head, key: first, value: second, grouped };
  }
  if (second !== undefined) {
    throw new HclSyntaxError('a "for" in brackets gives a value and no key', first.start, first.end);
  }
  if (grouped) {
    throw new HclSyntaxError(
      '"..." groups by key; a "for" in brackets has none',
      ellipsis.start,
      ellipsis.end,
    );
  }
  return { kind: "for-tuple", ...head, value: first };
}

/** `.a`, `[b]`, `.0`, `.*`, `[*]` behind a term. */
function parseSteps(scanner: Scanner, term: Expression): Expression {
  const { kind } = scanner;
  if (kind !== "." && kind !== "[") return term;
  const steps = parseStepList(scanner);
  const end = steps.at(-1)?.end ?? term.end;
  if (term.kind === "reference") {
    return { kind: "reference", root: term.root, rootEnd: term.rootEnd, steps, start: term.start, end };
  }
  return { kind: "access", source: term, steps, start: term.start, end };
}

function parseStepList(scanner: Scanner): Step[] {
  const steps: Step[] = [];
  for (;;) {
    if (scanner.is(".")) steps.push(parseDot(scanner));
    else if (scanner.is("[")) steps.push(parseBracket(scanner));
    else return steps;
  }
}

function parseDot(scanner: Scanner): Step {
  const { start } = scanner;
  scanner.next();
  if (scanner.kind === "identifier") return parseAfterDot(scanner, start);
  if (!scanner.is("*")) return parseAfterDot(scanner, start);
  let { end } = scanner;
  scanner.next();
  const each: (AttributeStep | IndexStep)[] = [];
  while (scanner.is(".")) {
    const dot = scanner.start;
    scanner.next();
    const step = parseAfterDot(scanner, dot);
    each.push(step);
    end = step.end;
  }
  return { kind: "splat-step", form: "attribute", each, start, end };
}

function parseAfterDot(scanner: Scanner, start: number): AttributeStep | IndexStep {
  if (scanner.is("number")) return parseLegacyIndex(scanner, start);
  if (!scanner.is("identifier")) throw scanner.expected('the name of an attribute after "."');
  const name = scanner.text.slice(scanner.start, scanner.end);
  const { end } = scanner;
  scanner.next();
  return { kind: "attribute-step", name, start, end };
}

function parseLegacyIndex(scanner: Scanner, start: number): IndexStep {
  const key = parseNumber(scanner);
  if (key.text.includes(".")) {
    const [first, second] = key.text.split(".");
    throw new HclSyntaxError(
      `".${key.text}" is read as a fraction; write [${first}][${second}]`,
      key.start,
      key.end,
    );
  }
  return { kind: "index-step", key, legacy: true, start, end: key.end };
}

function parseBracket(scanner: Scanner): Step {
  const { start, newlines } = scanner;
  scanner.next();
  if (scanner.is("*")) return parseFullSplat(scanner, start);
  scanner.newlines = false;
  if (scanner.is("newline")) scanner.next();
  const key = parseExpression(scanner);
  if (!scanner.is("]")) throw unclosed(scanner, start, "index", "]");
  const { end } = scanner;
  scanner.newlines = newlines;
  scanner.next();
  return { kind: "index-step", key, legacy: false, start, end };
}

function parseFullSplat(scanner: Scanner, start: number): Step {
  scanner.next();
  if (!scanner.is("]")) throw scanner.expected('"]" right after "[*"');
  const { end } = scanner;
  scanner.next();
  scanner.enter();
  const each = parseStepList(scanner);
  scanner.leave();
  return { kind: "splat-step", form: "full", each, start, end: each.at(-1)?.end ?? end };
}
