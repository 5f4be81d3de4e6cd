import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { EVERYWHERE, countAddresses, parseRange, publicParts } from "../network/address-range.ts";
import { PORTS } from "../network/administration-ports.ts";

/** How much of the internet one end of a rule is: all of it, some of it, nothing, or not known. */
export type InternetReach = "all" | "broad" | "some" | "none" | Unknown;

/** A /8: the largest block that is given to one holder. */
const BROAD = 2n ** 24n;

/** https://learn.microsoft.com/azure/virtual-network/service-tags-overview: of the tags only this one is the internet. */
const INTERNET = new Set(["*", "any", "internet"]);

/** What one end of a rule (`source`, `destination`) has to do with the internet. */
export function internetReach(properties: ValueMap, end: "source" | "destination"): InternetReach {
  const groups = properties[`${end}ApplicationSecurityGroups`];
  const listed = plain(groups);
  if (isValueList(listed) && listed.length > 0) return "none";
  const reaches = [
    ...prefixes(properties[`${end}AddressPrefix`]),
    ...prefixes(properties[`${end}AddressPrefixes`]),
  ].map(reachOf);
  if (reaches.includes("all")) return "all";
  const unknown = reaches.find((reach) => reach instanceof Unknown);
  if (reaches.includes("broad")) return "broad";
  if (unknown !== undefined) return unknown;
  if (reaches.includes("some")) return "some";
  // two halves of the address space are all of it
  return "none";
}

function prefixes(value: Value | undefined): readonly Value[] {
  const known = plain(value);
  if (known === undefined || known === null || known === "") return [];
  return isValueList(known) ? known : [value ?? null];
}

function reachOf(value: Value): InternetReach {
  const text = plain(value);
  if (text instanceof Unknown) {
    // the range of a network or of a subnet lies inside
    return referencesOf(value).length > 0 && !(value instanceof Unknown) ? "none" : text;
  }
  if (typeof text !== "string") return "none";
  if (INTERNET.has(text.toLowerCase())) return "all";
  const range = parseRange(text);
  if (range === undefined) return "none";
  if (range.from === EVERYWHERE[range.family].from && range.to === EVERYWHERE[range.family].to) return "all";
  const open = publicParts(range);
  if (open.length === 0) return "none";
  return countAddresses(open) >= (range.family === 4 ? BROAD : 2n ** 112n) ? "broad" : "some";
}

/** Whether one end of a rule is every machine of the network; `Unknown` when that is not known. */
export function isWholeNetwork(properties: ValueMap, end: "source" | "destination"): boolean | Unknown {
  const parts = [
    ...prefixes(properties[`${end}AddressPrefix`]),
    ...prefixes(properties[`${end}AddressPrefixes`]),
  ];
  const texts = parts.map((part) => plain(part));
  if (texts.some((text) => typeof text === "string" && NETWORK.has(text.toLowerCase()))) return true;
  const unknown = texts.find((text) => text instanceof Unknown);
  return unknown instanceof Unknown ? unknown : false;
}

const NETWORK = new Set(["*", "any", "virtualnetwork", "0.0.0.0/0"]);

/** Whether a rule is about every protocol and every port of its destination; `Unknown` when that is not known. */
export function isAboutEverything(properties: ValueMap): boolean | Unknown {
  const parts = [
    plain(properties["protocol"]),
    ...portsOf(properties, "destination"),
    ...portsOf(properties, "source"),
  ];
  const unknown = parts.find((part) => part instanceof Unknown);
  const [protocol, ...ports] = parts;
  if (protocol !== "*" && !(protocol instanceof Unknown)) return false;
  if (ports.some((port) => typeof port === "string" && !isEveryPort(port))) return false;
  return unknown instanceof Unknown ? unknown : true;
}

/** The ports by which machines are administered that a rule lets through; `Unknown` when that is not known. */
export function administrationPortsOf(properties: ValueMap): readonly number[] | Unknown {
  const ports = portsOf(properties, "destination");
  const found = new Set<number>();
  for (const part of ports) {
    if (part instanceof Unknown) return part;
    if (typeof part === "string") for (const port of PORTS) if (holdsPort(part, port)) found.add(port);
  }
  return [...found].sort((left, right) => left - right);
}

/** `*`, `22`, `8000-8100`; what nobody says is every port. */
export function portsOf(properties: ValueMap, end: "source" | "destination"): readonly Value[] {
  const parts = [...prefixes(properties[`${end}PortRange`]), ...prefixes(properties[`${end}PortRanges`])];
  return parts.length === 0 ? ["*"] : parts.map((part) => plain(part) ?? part);
}

export function isEveryPort(text: string): boolean {
  return text === "*" || /^[01]-65535$/u.test(text);
}

function holdsPort(text: string, port: number): boolean {
  if (isEveryPort(text)) return true;
  const [, from, to] = /^(\d+)(?:-(\d+))?$/u.exec(text.trim()) ?? [];
  return from !== undefined && Number(from) <= port && port <= Number(to ?? from);
}
