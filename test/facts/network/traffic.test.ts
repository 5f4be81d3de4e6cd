import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasPorts, meetTraffic, parseProtocol, withoutTraffic } from "../../../src/facts/network/traffic.ts";
import type { Span, Traffic } from "../../../src/facts/network/traffic.ts";

const span = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most))
    .map(([left, right]): Span => ({ from: Math.min(left, right), to: Math.max(left, right) }));

const traffic = fc.tuple(span(3), span(3), span(3)).map(([protocols, ports, { from, to }]): Traffic => ({
  protocols,
  ports,
  addresses: { family: 4, from: BigInt(from), to: BigInt(to) },
}));

function holds(
  { protocols, ports, addresses }: Traffic,
  [protocol, port, address]: readonly number[],
): boolean {
  const inside = ({ from, to }: Span, value = 0): boolean => from <= value && value <= to;
  return (
    inside(protocols, protocol) &&
    inside(ports, port) &&
    addresses.from <= (address ?? 0) &&
    (address ?? 0) <= addresses.to
  );
}

describe("traffic", () => {
  it("a packet is in what two have in common when it is in both, and in the rest when it is in the first alone", () => {
    fc.assert(
      fc.property(traffic, traffic, fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), (left, right, packet) => {
        const common = meetTraffic(left, right);
        const inBoth = holds(left, packet) && holds(right, packet);
        expect(common !== undefined && holds(common, packet)).toBe(inBoth);
        const parts = withoutTraffic(left, right).filter((part) => holds(part, packet));
        expect(parts.length).toBe(holds(left, packet) && !holds(right, packet) ? 1 : 0);
      }),
    );
  });

  it.each([
    ["-1", { from: 0, to: 255 }],
    [-1, { from: 0, to: 255 }],
    ["all", { from: 0, to: 255 }],
    ["tcp", { from: 6, to: 6 }],
    ["TCP", { from: 6, to: 6 }],
    ["17", { from: 17, to: 17 }],
    [50, { from: 50, to: 50 }],
    ["icmpv6", { from: 58, to: 58 }],
    ["256", undefined],
    ["http", undefined],
  ])("the protocol %s", (written, expected) => {
    expect(parseProtocol(written)).toEqual(expected);
  });

  it("only TCP and UDP have ports", () => {
    expect(
      ["tcp", "udp", "icmp", "-1"].map((name) => hasPorts(parseProtocol(name) ?? { from: 0, to: 0 })),
    ).toEqual([true, true, false, false]);
  });
});
