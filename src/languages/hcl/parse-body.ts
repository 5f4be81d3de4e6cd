import type { Attribute, Block, Body, Label } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseQuotedText } from "./parse-template.ts";
import type { Scanner } from "./scanner.ts";

/** Parses a whole text as a body; the scanner stands before its first token. */
export function parseFileBody(scanner: Scanner): Body {
  const { start } = scanner;
  scanner.next();
  const content = new BodyContent(scanner);
  while (!scanner.is("end of text")) content.parseItem();
  return content.body(start, scanner.end);
}

const NO_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map();

/** The attributes and blocks of one body as they come. */
class BodyContent {
  readonly #scanner: Scanner;
  #attributes: Map<string, Attribute> | undefined;
  readonly #blocks: Block[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  body(start: number, end: number): Body {
    const attributes = this.#attributes ?? NO_ATTRIBUTES;
    return { kind: "body", syntax: "native", attributes, blocks: this.#blocks, start, end };
  }

  /** An attribute or a block on lines of its own, or an empty line. */
  parseItem(): void {
    const scanner = this.#scanner;
    if (scanner.skip("newline")) return;
    const { start, end } = scanner;
    if (scanner.is("quote")) {
      throw new HclSyntaxError("the name of an attribute is written without quotation marks", start, end);
    }
    if (!scanner.is("identifier")) throw scanner.expected("an attribute or a block");
    const name = scanner.text.slice(start, end);
    scanner.next();
    if (scanner.is("=")) {
      this.#add(parseAttribute(scanner, name, start, end));
      if (scanner.is(",")) {
        throw new HclSyntaxError(
          "attributes are separated by line ends, not by commas",
          scanner.start,
          scanner.end,
        );
      }
    } else this.#blocks.push(parseBlock(scanner, name, start, end));
    if (!scanner.is("newline") && !scanner.is("end of text")) throw scanner.expected("the end of the line");
    scanner.next();
  }

  #add(attribute: Attribute): void {
    const { name, start, nameEnd } = attribute;
    this.#attributes ??= new Map();
    if (this.#attributes.has(name)) {
      throw new HclSyntaxError(`the attribute "${name}" is set twice in the same block`, start, nameEnd);
    }
    this.#attributes.set(name, attribute);
  }

  /** `name = value` on the line of the block's braces. */
  parseOnlyAttribute(): void {
    const scanner = this.#scanner;
    const { start, end } = scanner;
    if (!scanner.is("identifier")) throw scanner.expected('an attribute or "}"');
    const name = scanner.text.slice(start, end);
    scanner.next();
    if (!scanner.is("=")) throw scanner.expected('"=" (an inner block starts on a line of its own)');
    this.#add(parseAttribute(scanner, name, start, end));
  }
}

function parseAttribute(scanner: Scanner, name: string, start: number, nameEnd: number): Attribute {
  scanner.next();
  const value = parseExpression(scanner);
  return { kind: "attribute", name, nameEnd, value, start, end: value.end };
}

function parseBlock(scanner: Scanner, type: string, start: number, typeEnd: number): Block {
  const labels: Label[] = [];
  while (!scanner.is("{")) labels.push(parseLabel(scanner, type));
  const body = parseBlockBody(scanner);
  return { kind: "block", type, typeSpan: { start, end: typeEnd }, labels, body, start, end: body.end };
}

function parseLabel(scanner: Scanner, type: string): Label {
  const { start, end, text } = scanner;
  if (scanner.is("identifier")) {
    scanner.next();
    return { kind: "label", value: text.slice(start, end), quoted: false, start, end };
  }
  if (!scanner.is("quote")) {
    throw scanner.expected(`"=" and a value, or labels and "{", after "${type}"`);
  }
  const { value, end: labelEnd } = parseQuotedText(scanner);
  return { kind: "label", value, quoted: true, start, end: labelEnd };
}

function parseBlockBody(scanner: Scanner): Body {
  const { start, end } = scanner;
  scanner.enter();
  scanner.next();
  const content = new BodyContent(scanner);
  if (scanner.is("newline") || scanner.is("}") || scanner.is("end of text")) {
    while (!scanner.is("}")) {
      if (scanner.is("end of text")) throw new HclSyntaxError('this block is not closed by "}"', start, end);
      content.parseItem();
    }
  } else {
    content.parseOnlyAttribute();
    if (!scanner.is("}")) throw scanner.expected('"}" (several attributes stand on lines of their own)');
  }
  const bodyEnd = scanner.end;
  scanner.next();
  scanner.leave();
  return content.body(start, bodyEnd);
}
