import { meetRanges, withoutRange } from "./address-range.ts";
import type { AddressRange } from "./address-range.ts";

/** Numbers from the first to the last, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Packets of these protocols (by number) to these ports and addresses. */
export interface Traffic {
  readonly protocols: Span;
  readonly ports: Span;
  readonly addresses: AddressRange;
}

export const ALL_PROTOCOLS: Span = { from: 0, to: 255 };
export const ALL_PORTS: Span = { from: 0, to: 65_535 };

const TCP = 6;
const UDP = 17;
const BY_NAME: Readonly<Record<string, number>> = { icmp: 1, tcp: TCP, udp: UDP, icmpv6: 58 };

export function allTraffic(addresses: AddressRange): Traffic {
  return { protocols: ALL_PROTOCOLS, ports: ALL_PORTS, addresses };
}

/** The protocols that EC2 means by a name, a number or -1; undefined for other text. */
export function parseProtocol(written: string | number): Span | undefined {
  const text = String(written).toLowerCase();
  if (text === "-1" || text === "all") return ALL_PROTOCOLS;
  const number = BY_NAME[text] ?? (/^\d{1,3}$/.test(text) ? Number(text) : 256);
  return number > 255 ? undefined : { from: number, to: number };
}

/** Ports are told only for TCP and UDP; for others the numbers are types and codes. */
export function hasPorts({ from, to }: Span): boolean {
  return from === to && (from === TCP || from === UDP);
}

/** The packets that are in both. */
export function meetTraffic(left: Traffic, right: Traffic): Traffic | undefined {
  const protocols = meetSpans(left.protocols, right.protocols);
  const ports = meetSpans(left.ports, right.ports);
  const addresses = meetRanges(left.addresses, right.addresses);
  return protocols === undefined || ports === undefined || addresses === undefined
    ? undefined
    : { protocols, ports, addresses };
}

/** The packets of the one that are not in the other. */
export function withoutTraffic(traffic: Traffic, taken: Traffic): readonly Traffic[] {
  const common = meetTraffic(traffic, taken);
  if (common === undefined) return [traffic];
  return [
    ...withoutSpan(traffic.protocols, common.protocols).map((protocols) => ({ ...traffic, protocols })),
    ...withoutSpan(traffic.ports, common.ports).map((ports) => ({
      ...traffic,
      protocols: common.protocols,
      ports,
    })),
    ...withoutRange(traffic.addresses, common.addresses).map((addresses) => ({ ...common, addresses })),
  ];
}

function meetSpans(left: Span, right: Span): Span | undefined {
  const from = Math.max(left.from, right.from);
  const to = Math.min(left.to, right.to);
  return from > to ? undefined : { from, to };
}

function withoutSpan(span: Span, taken: Span): readonly Span[] {
  const rest: Span[] = [];
  if (span.from < taken.from) rest.push({ from: span.from, to: taken.from - 1 });
  if (taken.to < span.to) rest.push({ from: taken.to + 1, to: span.to });
  return rest;
}
