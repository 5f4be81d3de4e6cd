import { HclSyntaxError } from "./hcl-syntax-error.ts";

export interface Escape {
  readonly value: string;
  /** The offset behind it. */
  readonly end: number;
}

/** Reads the escape whose backslash stands at the offset. */
export function decodeEscape(text: string, at: number): Escape {
  const selector = text[at + 1];
  if (selector === "u") return decodeCodePoint(text, at, 4);
  if (selector === "U") return decodeCodePoint(text, at, 8);
  const value = selector === undefined ? undefined : SIMPLE.get(selector);
  if (value !== undefined) return { value, end: at + 2 };
  const character = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20);
  throw new HclSyntaxError(
    `${JSON.stringify(`\\${character}`).slice(2, -1)} is no escape; a backslash is written \\\\`,
    at,
    at + 1 + character.length,
  );
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

function decodeCodePoint(text: string, at: number, digits: 4 | 8): Escape {
  const end = at + 2 + digits;
  const written = text.slice(at + 2, end);
  if (written.length < digits || !/^[0-9a-fA-F]+$/.test(written)) {
    throw new HclSyntaxError(
      `${text.slice(at, at + 2)} is followed by ${digits} hexadecimal digits`,
      at,
      at + 2,
    );
  }
  const codePoint = Number.parseInt(written, 16);
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    throw new HclSyntaxError(`${text.slice(at, end)} is no character of Unicode`, at, end);
  }
  return { value: String.fromCodePoint(codePoint), end };
}
