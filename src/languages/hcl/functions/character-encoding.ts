import { decodeUtf8 } from "./decode-utf8.ts";

/** Text to bytes and back; nothing where the encoding lacks a character or a byte. */
export interface CharacterEncoding {
  readonly encode: (text: string) => Uint8Array | undefined;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

const UTF8: CharacterEncoding = {
  encode: (text) => Buffer.from(text, "utf8"),
  decode: (bytes) => withoutReplacement(decodeUtf8(bytes)),
};
const UTF16LE: CharacterEncoding = {
  encode: (text) => Buffer.from(text, "utf16le"),
  decode: (bytes) => decodeUtf16(bytes),
};
const UTF16BE: CharacterEncoding = {
  encode: (text) => Buffer.from(text, "utf16le").swap16(),
  decode: (bytes) => (bytes.length % 2 === 0 ? decodeUtf16(Buffer.from(bytes).swap16()) : undefined),
};
const UTF16: CharacterEncoding = {
  encode: (text) => UTF16BE.encode(`\ufeff${text}`),
  decode: (bytes) => {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF16LE.decode(bytes.subarray(2));
    return UTF16BE.decode(bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2) : bytes);
  },
};
/** From 0x80 to 0x9f; the rest is as in Latin 1. Node before 24 takes the whole table for Latin 1. */
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
const ASCII = oneByte(Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)));
const LATIN1_TABLE = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
const LATIN1 = oneByte(LATIN1_TABLE);

/** By IANA's names in lower case. */
const ENCODINGS: ReadonlyMap<string, CharacterEncoding> = new Map([
  ["utf-8", UTF8],
  ["utf-16", UTF16],
  ["utf-16le", UTF16LE],
  ["utf-16be", UTF16BE],
  ["us-ascii", ASCII],
  ["iso-8859-1", LATIN1],
  ["latin1", LATIN1],
  ["windows-1252", oneByte(LATIN1_TABLE.toSpliced(0x80, 0x20, ...WINDOWS_1252.split("")))],
]);
/** Tables that browsers and IANA agree upon; browsers take other names (iso-8859-9) for a table with more characters. */
const ONE_BYTE = /^(?:windows-125[013-8]|iso-8859-(?:[2-8]|1[03-6])|koi8-r)$/u;
const tables = new Map<string, CharacterEncoding>();

/** The encoding of that name; nothing for those that are not computed, and for names that are none. */
export function findCharacterEncoding(name: string): CharacterEncoding | undefined {
  const lower = name.toLowerCase();
  const known = ENCODINGS.get(lower) ?? tables.get(lower);
  if (known !== undefined || !ONE_BYTE.test(lower)) return known;
  const decoder = new TextDecoder(lower);
  const characters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  // browsers fill the holes of these tables with control characters
  const isHole = (character: string) => lower.startsWith("windows") && /[\u0080-\u009f]/u.test(character);
  const encoding = oneByte(characters.map((character) => (isHole(character) ? "\ufffd" : character)));
  tables.set(lower, encoding);
  return encoding;
}

function oneByte(characters: readonly string[]): CharacterEncoding {
  const bytes = new Map(characters.map((character, byte) => [character, byte]));
  return {
    encode: (text) => {
      const encoded = Array.from(text, (character) => bytes.get(character) ?? -1);
      return encoded.includes(-1) ? undefined : Uint8Array.from(encoded);
    },
    decode: (encoded) =>
      withoutReplacement(Array.from(encoded, (byte) => characters[byte] ?? "\ufffd").join("")),
  };
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const decoded = Buffer.from(bytes).toString("utf16le");
  return /\p{Surrogate}/u.test(decoded) ? undefined : withoutReplacement(decoded);
}

function withoutReplacement(text: string | undefined): string | undefined {
  return text?.includes("\ufffd") === true ? undefined : text;
}
