import { createHash } from "node:crypto";
import { WORD } from "../values/arm-value.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { strict } from "./built-in.ts";
import { takeTextOrNull } from "./take-argument.ts";

export const HASHES: readonly BuiltIn[] = [
  strict("uniqueString", [1, "many"], (values) => uniqueString(join(values, "uniqueString")), WORD),
  strict("guid", [1, "many"], (values) => nameBasedGuid(join(values, "guid")), WORD),
];

function join(values: readonly Known[], name: string): string {
  return values.map((value) => takeTextOrNull(value, name)).join("-");
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** The 64 bits of the hash, five at a time, the last letter with four and a zero. */
function uniqueString(text: string): string {
  let hash = murmurHash64(new TextEncoder().encode(text));
  let result = "";
  for (let count = 0; count < 13; count += 1) {
    result += LETTERS[Number((hash >> 59n) & 31n)] ?? "";
    hash = (hash << 5n) & 0xffff_ffff_ffff_ffffn;
  }
  return result;
}

/**
 * A MurmurHash 3 of two lanes of 32 bits, as ARM has it. Public vectors: `hello-world` is a7wkljktk6wne, `tyeth` is
 * zcztcwvu6iyg6.
 */
function murmurHash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let high = 0;
  let low = 0;
  for (let at = 0; at < whole; at += 8) {
    low ^= mixFirst(view.getUint32(at, true));
    low = (Math.imul((rotate(low, 19) + high) | 0, 5) + 0x561ccd1b) | 0;
    high ^= mixSecond(view.getUint32(at + 4, true));
    high = (Math.imul((rotate(high, 13) + low) | 0, 5) + 0x0bcaa747) | 0;
  }
  if (bytes.length > whole) low ^= mixFirst(readTail(bytes, whole));
  if (bytes.length > whole + 4) high ^= mixSecond(readTail(bytes, whole + 4));
  let one = (low ^ bytes.length) | 0;
  let two = (high ^ bytes.length) | 0;
  one = (one + two) | 0;
  two = (two + one) | 0;
  one = finish(one);
  two = finish(two);
  one = (one + two) | 0;
  two = (two + one) | 0;
  return (BigInt(two >>> 0) << 32n) | BigInt(one >>> 0);
}

const FIRST = 0x239b961b;
const SECOND = 0xab0e9789;

function mixFirst(block: number): number {
  return Math.imul(rotate(Math.imul(block, FIRST), 15), SECOND);
}

function mixSecond(block: number): number {
  return Math.imul(rotate(Math.imul(block, SECOND), 17), FIRST);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Up to four bytes, the first one lowest. */
function readTail(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let index = Math.min(3, bytes.length - 1 - start); index >= 0; index -= 1) {
    value = (value << 8) | (bytes[start + index] ?? 0);
  }
  return value;
}

/** ARM's namespace of name-based GUIDs. */
const NAMESPACE = "11fb06fb712d4ddd98c7e71bbd588830";

/** A UUID of version 5 (RFC 9562), in lower case. */
function nameBasedGuid(name: string): string {
  const bytes = createHash("sha1").update(Buffer.from(NAMESPACE, "hex")).update(name, "utf8").digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
