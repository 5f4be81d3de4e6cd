/** A range of addresses. */
export interface IpPrefix {
  /** Its first address. */
  readonly network: bigint;
  readonly length: number;
  /** 32 or 128. */
  readonly bits: number;
}

/** `10.0.0.0/8`, `2001:db8::/32`; nothing for any other text. Zeros may stand before the numbers, as Terraform has it. */
export function parsePrefix(source: string): IpPrefix | undefined {
  const [address = "", length = "", ...more] = source.split("/");
  if (more.length > 0 || !/^\d{1,3}$/u.test(length)) return undefined;
  const bits = address.includes(":") ? 128 : 32;
  const value = bits === 32 ? parseIpv4(address) : parseIpv6(address);
  if (value === undefined || Number(length) > bits) return undefined;
  const hostBits = BigInt(bits - Number(length));
  return { network: (value >> hostBits) << hostBits, length: Number(length), bits };
}

export function formatPrefix({ network, length, bits }: IpPrefix): string {
  return `${formatAddress(network, bits)}/${String(length)}`;
}

export function formatAddress(address: bigint, bits: number): string {
  if (bits === 32) return split(address, 4, 8).map(String).join(".");
  const groups = split(address, 8, 16);
  // an IPv4 address in IPv6 is written as IPv4, as Go does
  if (address >> 32n === 0xffffn) return formatAddress(address & 0xffffffffn, 32);
  const { start, end } = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (end - start < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(end).join(":")}`;
}

function parseIpv4(source: string): bigint | undefined {
  const parts = source.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d+$/u.test(part) && Number(part) <= 255)) {
    return undefined;
  }
  let value = 0n;
  for (const part of parts) value = (value << 8n) | BigInt(Number(part));
  return value;
}

function parseIpv6(source: string): bigint | undefined {
  const [head = "", tail, ...more] = source.split("::");
  if (more.length > 0) return undefined;
  const before = parseGroups(head, tail === undefined);
  const after = parseGroups(tail ?? "", true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  let value = 0n;
  for (const group of [...before, ...Array.from({ length: missing }, () => 0), ...after]) {
    value = (value << 16n) | BigInt(group);
  }
  return value;
}

/** Groups of 16 bits; the last one may be an IPv4 address where the text may end with one. */
function parseGroups(source: string, mayEnd: boolean): readonly number[] | undefined {
  if (source === "") return [];
  const groups: number[] = [];
  const parts = source.split(":");
  for (const [index, part] of parts.entries()) {
    const isLast = mayEnd && index === parts.length - 1;
    const ipv4 = isLast && part.includes(".") ? parseIpv4(part) : undefined;
    if (ipv4 !== undefined) groups.push(Number(ipv4 >> 16n), Number(ipv4 & 0xffffn));
    else if (/^[\da-fA-F]{1,4}$/u.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

function split(address: bigint, count: number, size: number): readonly number[] {
  const mask = (1n << BigInt(size)) - 1n;
  return Array.from({ length: count }, (_, index) =>
    Number((address >> BigInt((count - 1 - index) * size)) & mask),
  );
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > best.end - best.start) best = { start, end };
  }
  return best;
}
