import type { Attribute, Block, Body, Label } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseQuotedText } from "./parse-template.ts";
import type { Scanner } from "./scanner.ts";

/** Parses a whole text as a body; the scanner stands before its first token. */
export function parseFileBody(scanner: Scanner): Body {
  const { start } = scanner;
  scanner.next();
  const content = emptyContent();
  while (!scanner.is("end of text")) parseItem(scanner, content);
  return bodyOf(content, start, scanner.end);
}

/** The attributes and blocks of one body as they come. No class: bodies are many, and most are read once by a young process. */
interface Content {
  attributes: Map<string, Attribute> | undefined;
  blocks: Block[] | undefined;
}

function emptyContent(): Content {
  return { attributes: undefined, blocks: undefined };
}

const NO_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map();
const NO_BLOCKS: readonly Block[] = [];

function bodyOf(content: Content, start: number, end: number): Body {
  const attributes = content.attributes ?? NO_ATTRIBUTES;
  const blocks = content.blocks ?? NO_BLOCKS;
  return { kind: "body", syntax: "native", attributes, blocks, start, end };
}

/** An attribute or a block on lines of its own, or an empty line. */
function parseItem(scanner: Scanner, content: Content): void {
  const { kind, start, end } = scanner;
  if (kind === "newline") {
    scanner.next();
    return;
  }
  if (kind !== "identifier") throw noItem(scanner);
  const name = scanner.text.slice(start, end);
  if (scanner.skipAssignment()) {
    addAttribute(content, parseAttribute(scanner, name, start, end));
    if (scanner.kind === ",") {
      throw new HclSyntaxError(
        "attributes are separated by line ends, not by commas",
        scanner.start,
        scanner.end,
      );
    }
  } else {
    scanner.next();
    const block = parseBlock(scanner, name, start, end);
    if (content.blocks === undefined) content.blocks = [block];
    else content.blocks.push(block);
  }
  const { kind: after } = scanner;
  if (after !== "newline" && after !== "end of text") throw scanner.expected("the end of the line");
  scanner.next();
}

function addAttribute(content: Content, attribute: Attribute): void {
  const attributes = (content.attributes ??= new Map<string, Attribute>());
  const { name } = attribute;
  const known = attributes.size;
  attributes.set(name, attribute);
  if (attributes.size === known) {
    const { start, nameEnd } = attribute;
    throw new HclSyntaxError(`the attribute "${name}" is set twice in the same block`, start, nameEnd);
  }
}

/** `name = value` on the line of the block's braces. */
function parseOnlyAttribute(scanner: Scanner, content: Content): void {
  const { start, end } = scanner;
  if (!scanner.is("identifier")) throw scanner.expected('an attribute or "}"');
  const name = scanner.text.slice(start, end);
  if (!scanner.skipAssignment()) {
    scanner.next();
    throw scanner.expected('"=" (an inner block starts on a line of its own)');
  }
  addAttribute(content, parseAttribute(scanner, name, start, end));
}

function noItem(scanner: Scanner): HclSyntaxError {
  if (!scanner.is("quote")) return scanner.expected("an attribute or a block");
  const { start, end } = scanner;
  return new HclSyntaxError("the name of an attribute is written without quotation marks", start, end);
}

function parseAttribute(scanner: Scanner, name: string, start: number, nameEnd: number): Attribute {
  const value = parseExpression(scanner);
  return { kind: "attribute", name, nameEnd, value, start, end: value.end };
}

function parseBlock(scanner: Scanner, type: string, start: number, typeEnd: number): Block {
  const labels: Label[] = [];
  while (scanner.kind !== "{") labels.push(parseLabel(scanner, type));
  const body = parseBlockBody(scanner);
  return { kind: "block", type, typeSpan: { start, end: typeEnd }, labels, body, start, end: body.end };
}

function parseLabel(scanner: Scanner, type: string): Label {
  const { kind, start, end, text } = scanner;
  if (kind === "quote") {
    const { value, end: labelEnd } = parseQuotedText(scanner);
    return { kind: "label", value, quoted: true, start, end: labelEnd };
  }
  if (kind !== "identifier") throw scanner.expected(`"=" and a value, or labels and "{", after "${type}"`);
  scanner.next();
  return { kind: "label", value: text.slice(start, end), quoted: false, start, end };
}

function unclosedBlock(start: number, end: number): HclSyntaxError {
  return new HclSyntaxError('this block is not closed by "}"', start, end);
}

function parseBlockBody(scanner: Scanner): Body {
  const { start, end } = scanner;
  scanner.enter();
  scanner.next();
  const content = emptyContent();
  const { kind } = scanner;
  if (kind === "newline" || kind === "}" || kind === "end of text") {
    while (!scanner.is("}")) {
      if (scanner.kind === "end of text") throw unclosedBlock(start, end);
      parseItem(scanner, content);
    }
  } else {
    parseOnlyAttribute(scanner, content);
    if (!scanner.is("}")) throw scanner.expected('"}" (several attributes stand on lines of their own)');
  }
  const bodyEnd = scanner.end;
  scanner.next();
  scanner.leave();
  return bodyOf(content, start, bodyEnd);
}
