import { Unknown, plain } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Evaluate } from "../evaluation.ts";
import { textOf } from "../join-text.ts";

const MOST_BLOCKS = 256;

/**
 * `Fn::Cidr: [block, count, host bits]`
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
 */
export const cidr: Evaluate = (stack, argument, offset) => {
  const items = argument.kind === "list" ? argument.items : [];
  const values = items.map((item) => stack.present(item, "an argument of Fn::Cidr"));
  const open = values.map((value) => plain(value)).find((value) => value instanceof Unknown);
  if (open instanceof Unknown) return new Unknown(open.reason);
  const blocks = splitBlock(textOf(values[0]) ?? "", Number(textOf(values[1])), bitsOf(values[2]));
  if (blocks !== undefined) return blocks;
  stack.report("cloudformation-arguments", "Fn::Cidr takes a block, a count and host bits that fit", offset);
  return new Unknown("the arguments of Fn::Cidr do not fit");
};

function bitsOf(value: Value | undefined): number | undefined {
  return value === undefined ? undefined : Number(textOf(value));
}

interface Block {
  readonly isV6: boolean;
  readonly width: number;
  readonly start: bigint;
  readonly length: number;
}

function splitBlock(
  text: string,
  count: number,
  hostBits: number | undefined,
): readonly string[] | undefined {
  const block = parseBlock(text);
  if (block === undefined || !Number.isInteger(count) || count < 1 || count > MOST_BLOCKS) return undefined;
  const { isV6, width, start, length } = block;
  const bits = hostBits ?? (isV6 ? 64 : 8);
  if (!Number.isInteger(bits) || bits < 1 || bits > width - length) return undefined;
  const size = 1n << BigInt(bits);
  if (BigInt(count) * size > 1n << BigInt(width - length)) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const at = start + BigInt(index) * size;
    return `${isV6 ? formatV6(at) : formatV4(at)}/${String(width - bits)}`;
  });
}

function parseBlock(text: string): Block | undefined {
  const [address = "", lengthText = ""] = text.split("/");
  const isV6 = address.includes(":");
  const width = isV6 ? 128 : 32;
  const parsed = isV6 ? parseV6(address) : parseV4(address);
  const length = Number(lengthText);
  if (parsed === undefined || !/^\d{1,3}$/u.test(lengthText) || length > width) return undefined;
  const hosts = BigInt(width - length);
  return { isV6, width, length, start: (parsed >> hosts) << hosts };
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256)) {
    return undefined;
  }
  let value = 0n;
  for (const part of parts) value = (value << 8n) + BigInt(part);
  return value;
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
}

function parseV6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (!groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return undefined;
  let value = 0n;
  for (const group of groups) value = (value << 16n) + BigInt(`0x${group}`);
  return value;
}

/** The longest run of zeros is left out (RFC 5952). */
function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  const runs = groups.map((_, start) => {
    const end = groups.findIndex((group, at) => at >= start && group !== "0");
    return (end < 0 ? groups.length : end) - start;
  });
  const longest = Math.max(...runs);
  if (longest < 2) return groups.join(":");
  const start = runs.indexOf(longest);
  return `${groups.slice(0, start).join(":")}::${groups.slice(start + longest).join(":")}`;
}
