import ipaddr from "ipaddr.js";

export type Family = 4 | 6;

/** Addresses from the first to the last, both included. */
export interface AddressRange {
  readonly family: Family;
  readonly from: bigint;
  readonly to: bigint;
}

export const EVERYWHERE: Readonly<Record<Family, AddressRange>> = {
  4: { family: 4, from: 0n, to: 2n ** 32n - 1n },
  6: { family: 6, from: 0n, to: 2n ** 128n - 1n },
};

const PARSED = new Map<string, AddressRange | undefined>();
const MOST_REMEMBERED = 10_000;

/** The range that a text such as `10.0.0.0/8` or `2001:db8::1` stands for; undefined for other text. */
export function parseRange(text: string): AddressRange | undefined {
  if (PARSED.has(text)) return PARSED.get(text);
  const range = readRange(text);
  // the same few texts stand in most rules; a hostile input must not fill the memory with others
  if (PARSED.size < MOST_REMEMBERED) PARSED.set(text, range);
  return range;
}

function readRange(text: string): AddressRange | undefined {
  const cidr = text.includes("/") ? text : `${text}/${text.includes(":") ? "128" : "32"}`;
  const family: Family = cidr.includes(":") ? 6 : 4;
  // ipaddr.js also reads 10.1 and 0x0a000001, which no AWS service takes
  if (family === 4 && !ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) return undefined;
  if (family === 6 && !ipaddr.IPv6.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = family === 4 ? ipaddr.IPv4.parseCIDR(cidr) : ipaddr.IPv6.parseCIDR(cidr);
  let value = 0n;
  for (const byte of address.toByteArray()) value = value * 256n + BigInt(byte);
  const size = 2n ** BigInt((family === 4 ? 32 : 128) - prefix);
  const from = value - (value % size);
  return { family, from, to: from + size - 1n };
}

/** What two ranges have in common; one of them, where the other holds it. */
export function meetRanges(left: AddressRange, right: AddressRange): AddressRange | undefined {
  if (left.family !== right.family) return undefined;
  if (right.from <= left.from && left.to <= right.to) return left;
  if (left.from <= right.from && right.to <= left.to) return right;
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to < right.to ? left.to : right.to;
  return from > to ? undefined : { family: left.family, from, to };
}

/** A range without another one. */
export function withoutRange(range: AddressRange, taken: AddressRange): readonly AddressRange[] {
  const common = meetRanges(range, taken);
  if (common === undefined) return [range];
  const rest: AddressRange[] = [];
  if (range.from < common.from) rest.push({ family: range.family, from: range.from, to: common.from - 1n });
  if (common.to < range.to) rest.push({ family: range.family, from: common.to + 1n, to: range.to });
  return rest;
}

const PUBLIC = new WeakMap<AddressRange, readonly AddressRange[]>();

/** The addresses of a range that are routed on the internet, by the special-purpose registries of IANA. */
export function publicParts(range: AddressRange): readonly AddressRange[] {
  const known = PUBLIC.get(range);
  if (known !== undefined) return known;
  const parts = range.family === 4 ? withoutAll(range, notPublic4()) : publicParts6(range);
  PUBLIC.set(range, parts);
  return parts;
}

function publicParts6(range: AddressRange): readonly AddressRange[] {
  return public6().flatMap((open) => {
    const common = meetRanges(range, open);
    return common === undefined ? [] : withoutAll(common, notPublic6());
  });
}

export function countAddresses(ranges: readonly AddressRange[]): bigint {
  let count = 0n;
  for (const { from, to } of ranges) count += to - from + 1n;
  return count;
}

function withoutAll(range: AddressRange, taken: readonly AddressRange[]): readonly AddressRange[] {
  let rest: readonly AddressRange[] = [range];
  for (const other of taken) rest = rest.flatMap((part) => withoutRange(part, other));
  return rest;
}

const notPublic4 = ranges([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]);

// 64:ff9b::/96 is translated to IPv4
const public6 = ranges(["2000::/3", "64:ff9b::/96"]);
const notPublic6 = ranges(["2001:db8::/32", "3fff::/20"]);

/** Parsed when they are first asked for: most scans meet no range that is public in part. */
function ranges(texts: readonly string[]): () => readonly AddressRange[] {
  let parsed: readonly AddressRange[] | undefined;
  return () => (parsed ??= texts.map(parseRange).filter((range) => range !== undefined));
}
