import { joinText } from "../values/concatenate.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { HclUnknown, STRING } from "../values/hcl-value.ts";
import type { Elements, Entries, HclValue } from "../values/hcl-value.ts";
import { MAX_TEXT } from "../values/limits.ts";
import { unknown } from "../values/make-value.ts";

/** Longer keys are written in another form, which is not worth its code. */
const LONGEST_KEY = 128;
/** A blank beyond this column becomes a line break. */
const WIDTH = 80;

/**
 * The YAML text of a value that is wholly known: blocks, strings and keys in double quotes, strings of several lines
 * as literal blocks, long lines folded.
 */
export function writeYaml(value: HclValue): HclValue {
  const writer = new YamlWriter();
  writer.write(value, -2, false);
  if (writer.reason !== undefined) return unknown(STRING, writer.reason, [], { notNull: true });
  // a document that is one bare word needs a mark for its end
  const isBare = !value.isNull && typeof value.data !== "boolean" && !(value.data instanceof HclNumber);
  return joinText([...writer.pieces, writer.isAtLineStart ? "" : "\n", isBare ? "" : "...\n"]);
}

class YamlWriter {
  readonly pieces: string[] = [];
  /** Why the text is not computed. */
  reason: string | undefined;
  private column = 0;
  private length = 0;

  get isAtLineStart(): boolean {
    return this.pieces.length > 0 && this.column === 0;
  }

  /** `indent` is that of the collection that the value is in; `isEntry` says that a key and a colon stand before it. */
  write(value: HclValue, indent: number, isEntry: boolean): void {
    const { data } = value;
    if (this.reason !== undefined) return;
    if (data instanceof HclUnknown) throw new TypeError("an unknown has no YAML text");
    if (Array.isArray(data)) this.writeElements(data as Elements, indent, isEntry);
    else if (data instanceof Map) this.writeEntries(data as Entries, indent);
    else if (typeof data === "string") {
      this.writeText(data, Math.max(indent + 2, 2), isEntry || this.column > 0);
    } else this.put(this.gap() + bareWord(data as HclNumber | boolean | null));
  }

  private writeElements(elements: Elements, indent: number, isEntry: boolean): void {
    if (elements.length === 0) {
      this.put(`${this.gap()}[]`);
      return;
    }
    // a list in a map stands below its key, not deeper
    const own = isEntry ? indent : indent + 2;
    for (const element of elements) {
      this.startLine(own);
      this.put("-");
      this.write(element, own, false);
    }
  }

  private writeEntries(entries: Entries, indent: number): void {
    if (entries.size === 0) {
      this.put(`${this.gap()}{}`);
      return;
    }
    const own = indent + 2;
    for (const [key, held] of entries) {
      if (key.includes("\n") || Buffer.byteLength(key) > LONGEST_KEY) {
        this.reason = "YAML with such a key is not computed";
      }
      this.startLine(own);
      this.put(`${this.gap()}${quoteYaml(key)}:`);
      this.write(held, own, true);
    }
  }

  private writeText(value: string, indent: number, hasGap: boolean): void {
    if (value.includes("\n") && isBlock(value)) this.writeLiteral(value, indent);
    else this.writeQuoted(value, indent, hasGap);
  }

  private writeLiteral(value: string, indent: number): void {
    const body = value.replace(/\n$/u, "");
    const chomping = body === value ? "-" : body === "" || body.endsWith("\n") ? "+" : "";
    this.put(`${this.gap()}|${/^[ \n]/u.test(value) ? "2" : ""}${chomping}`);
    for (const line of body.split("\n")) this.put(line === "" ? "\n" : `\n${" ".repeat(indent)}${line}`);
    if (body !== value) this.put("\n");
  }

  private writeQuoted(value: string, indent: number, hasGap: boolean): void {
    this.put(`${hasGap ? this.gap() : ""}"`);
    const letters = Array.from(value);
    let afterBlank = false;
    for (const [index, letter] of letters.entries()) {
      const mayBreak =
        letter === " " && !afterBlank && this.column > WIDTH && index > 0 && index < letters.length - 1;
      if (mayBreak) this.put(`\n${" ".repeat(indent)}${letters[index + 1] === " " ? "\\" : ""}`);
      else this.put(escapeYaml(letter));
      afterBlank = letter === " ";
    }
    this.put('"');
  }

  private startLine(indent: number): void {
    if (this.column === indent && this.column > 0) return;
    const last = this.pieces.at(-1);
    // the first key or dash of what stands in a list follows the dash on its line
    if (last === "-" && this.column < indent) {
      this.put(" ".repeat(indent - this.column));
      return;
    }
    if (this.column > 0) this.put("\n");
    if (indent > 0) this.put(" ".repeat(indent));
  }

  /** The blank after a dash or a colon. */
  private gap(): string {
    const last = this.pieces.at(-1);
    return this.column === 0 || last === undefined || last.endsWith(" ") ? "" : " ";
  }

  private put(piece: string): void {
    if (piece === "" || this.reason !== undefined) return;
    this.length += piece.length;
    if (this.length > MAX_TEXT) this.reason = `YAML of more than ${String(MAX_TEXT)} characters`;
    this.pieces.push(piece);
    const lineBreak = piece.lastIndexOf("\n");
    const tail = Array.from(piece.slice(lineBreak + 1)).length;
    this.column = lineBreak === -1 ? this.column + tail : tail;
  }
}

function bareWord(data: HclNumber | boolean | null): string {
  return data instanceof HclNumber ? data.toString() : String(data);
}

/** The text may be a literal block: nothing in it must be escaped, and no blanks stand before line breaks or at the end. */
function isBlock(value: string): boolean {
  return (
    !value.includes(" \n") &&
    !value.endsWith(" ") &&
    Array.from(value).every(
      (letter) => letter === "\n" || escapeYaml(letter) === letter || letter === '"' || letter === "\\",
    )
  );
}

function quoteYaml(value: string): string {
  return `"${Array.from(value, escapeYaml).join("")}"`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\0", "0"],
  ["\u0007", "a"],
  ["\b", "b"],
  ["\t", "t"],
  ["\n", "n"],
  ["\u000b", "v"],
  ["\f", "f"],
  ["\r", "r"],
  ["\u001b", "e"],
  ['"', '"'],
  ["\\", "\\"],
  ["\u0085", "N"],
  ["\u2028", "L"],
  ["\u2029", "P"],
]);

function escapeYaml(letter: string): string {
  const short = ESCAPES.get(letter);
  if (short !== undefined) return `\\${short}`;
  const code = letter.codePointAt(0) ?? 0;
  if (isPrintable(code)) return letter;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** What YAML prints as it is; Terraform's writer takes nothing beyond the basic plane for printable. */
function isPrintable(code: number): boolean {
  if (code < 0xa0) return code >= 0x20 && code <= 0x7e;
  return code <= 0xfffd && code !== 0xfeff && (code < 0xd800 || code > 0xdfff);
}
