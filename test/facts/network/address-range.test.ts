import { describe, expect, it } from "vitest";
import { countAddresses, parseRange, publicParts } from "../../../src/facts/network/address-range.ts";

function publicCount(text: string): bigint | undefined {
  const range = parseRange(text);
  return range === undefined ? undefined : countAddresses(publicParts(range));
}

describe("parseRange", () => {
  it.each([
    ["10.0.0.0/8", 10n * 2n ** 24n, 11n * 2n ** 24n - 1n],
    ["10.1.2.3/8", 10n * 2n ** 24n, 11n * 2n ** 24n - 1n],
    ["1.2.3.4", 16_909_060n, 16_909_060n],
    ["0.0.0.0/0", 0n, 2n ** 32n - 1n],
    ["::/0", 0n, 2n ** 128n - 1n],
    ["::1", 1n, 1n],
    ["2000::/3", 2n ** 125n, 2n ** 126n - 1n],
  ])("%s", (text, from, to) => {
    expect(parseRange(text)).toMatchObject({ from, to });
  });

  it.each([
    "",
    "pl-12345678",
    "10.1",
    "0x0a000001",
    "10.0.0.0/33",
    "300.0.0.1",
    "sg-1",
    "::g/0",
    "10.0.0.0/",
  ])("%s is no range", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

describe("publicParts", () => {
  it.each([
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.1.0/24",
    "100.64.0.0/10",
    "169.254.169.254/32",
    "203.0.113.7/32",
    "224.0.0.0/4",
    "255.255.255.255/32",
    "fd00::/8",
    "fe80::1",
    "2001:db8::/32",
  ])("nothing of %s is on the internet", (text) => {
    expect(publicCount(text)).toBe(0n);
  });

  it.each([
    ["8.8.8.8/32", 1n],
    ["52.0.0.0/8", 2n ** 24n],
    // 192.0.0.0/24, 192.0.2.0/24 and 192.168.0.0/16 are left out
    ["192.0.0.0/8", 2n ** 24n - 2n ** 16n - 512n],
    ["2600::/12", 2n ** 116n],
  ])("of %s are %s addresses", (text, count) => {
    expect(publicCount(text)).toBe(count);
  });

  it("the halves of the internet make the whole", () => {
    expect((publicCount("0.0.0.0/1") ?? 0n) + (publicCount("128.0.0.0/1") ?? 0n)).toBe(
      publicCount("0.0.0.0/0"),
    );
  });
});
