import type { Resource } from "../../model/resource.ts";
import { propertyAt } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import {
  Unknown,
  isOfResources,
  isSensitive,
  isValueList,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Reference, Value, ValueMap } from "../../model/value.ts";
import { EVERYWHERE, countAddresses, parseRange, publicParts } from "./address-range.ts";
import type { AddressRange, Family } from "./address-range.ts";

/**
 * Where a rule lets packets go: `anywhere` on the internet (so many addresses that nobody can vouch for them), some
 * `public` addresses, `private` ones, the `vpc`, a `prefix-list` (of AWS, or not declared in the input), a
 * `security-group`, or nowhere.
 */
export type Reach = "anywhere" | "public" | "private" | "vpc" | "prefix-list" | "security-group" | "none";

export interface Destination {
  readonly reach: Reach | Unknown;
  /** What the rule says, for people. */
  readonly text: Value | undefined;
  /** The addresses that it stands for, when some of them are on the internet. */
  readonly ranges: readonly AddressRange[];
  /** False when `ranges` is only the most that it may be. */
  readonly exact: boolean;
}

const ALL: readonly AddressRange[] = [EVERYWHERE[4], EVERYWHERE[6]];

/** A /8 of IPv4 and a /16 of IPv6: the largest blocks that are given to one holder. */
const BROAD: Readonly<Record<Family, bigint>> = { 4: 2n ** 24n, 6: 2n ** 112n };

/** What a reference beside that to a list may name: it holds no list. */
const WITHOUT_LIST = new Set(["AWS::EC2::SecurityGroup", "AWS::EC2::Subnet", "AWS::EC2::VPC"]);

const VPC_CIDR = /^(cidr_block|ipv6_cidr_block|cidrblock|ipv6cidrblocks?)/i;

/** What a security group rule names as its destination, or as its source. */
export interface NamedByRule {
  readonly cidr: Value | undefined;
  readonly cidrIpv6: Value | undefined;
  readonly list: Value | undefined;
  readonly group: Value | undefined;
}

/** The destination of a security group rule in CloudFormation's words. */
export function destinationOf(graph: ResourceGraph, rule: ValueMap): Destination {
  return reachOf(graph, {
    cidr: rule["CidrIp"],
    cidrIpv6: rule["CidrIpv6"],
    list: rule["DestinationPrefixListId"],
    group: rule["DestinationSecurityGroupId"],
  });
}

/** One of them is set; of both ranges, which people write all the same, the wider one counts. */
export function reachOf(graph: ResourceGraph, { cidr, cidrIpv6, list, group }: NamedByRule): Destination {
  const settled = settledOf(cidr);
  const settledIpv6 = settledOf(cidrIpv6);
  if (settled !== undefined && settledIpv6 !== undefined) {
    return widest([ofCidr(graph, settled), ofCidr(graph, settledIpv6)]);
  }
  const only = settled ?? settledIpv6;
  if (only !== undefined) return ofCidr(graph, only);
  if (list !== undefined && isSettled(list)) return ofPrefixList(graph, list);
  if (group !== undefined && isSettled(group)) {
    return { reach: "security-group", text: group, ranges: [], exact: true };
  }
  const open = [cidr, cidrIpv6, list, group].find((value) => value !== undefined && value !== null);
  if (open === undefined) return { reach: "none", text: undefined, ranges: [], exact: true };
  if (open === group) return { reach: "security-group", text: group, ranges: [], exact: true };
  return undecided(open);
}

const WIDEST_FIRST: readonly (Reach | undefined)[] = ["anywhere", undefined, "public"];

/** `undefined` stands for a reach that is not known. */
function widest(destinations: readonly Destination[]): Destination {
  for (const wanted of WIDEST_FIRST) {
    const found = destinations.find(({ reach }) => (reach instanceof Unknown ? undefined : reach) === wanted);
    if (found !== undefined) return found;
  }
  return destinations[0] ?? { reach: "none", text: undefined, ranges: [], exact: true };
}

function settledOf(value: Value | undefined): Value | undefined {
  return value !== undefined && isSettled(value) ? value : undefined;
}

/** What is unknown altogether may also be left out. */
function isSettled(value: Value): boolean {
  return value !== null && (!(plain(value) instanceof Unknown) || isOfResources(value));
}

function undecided(value: Value): Destination {
  const known = plain(value);
  const reason =
    known instanceof Unknown ? known : new Unknown("what the rule names is no range of addresses");
  return { reach: reason, text: value, ranges: ALL, exact: false };
}

function ofCidr(graph: ResourceGraph, value: Value): Destination {
  if (isRangeOfVpc(graph, value)) return { reach: "vpc", text: value, ranges: [], exact: true };
  const text = plain(value);
  const range = typeof text === "string" ? parseRange(text) : undefined;
  return range === undefined ? undecided(value) : { ...ofRanges([range]), text: value };
}

/** `aws_vpc.main.cidr_block`, known or not: also where the VPC has public addresses of its own. */
function isRangeOfVpc(graph: ResourceGraph, value: Value): boolean {
  if (typeof value === "string") return false;
  const references = referencesOf(value).filter((reference) => !namesNoRange(graph, reference));
  return references.length > 0 && references.every((reference) => namesRange(graph, reference));
}

/** Blocks of which the input tells only all references together name lists and groups beside ranges. */
function namesNoRange(graph: ResourceGraph, { target, attribute }: Reference): boolean {
  return graph.get(target)?.type === "AWS::EC2::SecurityGroup" || attribute === "prefix_list_id";
}

function namesRange(graph: ResourceGraph, { target, attribute }: Reference): boolean {
  const type = graph.get(target)?.type;
  return (
    (type === "AWS::EC2::VPC" || type === "AWS::EC2::Subnet") &&
    attribute !== undefined &&
    VPC_CIDR.test(attribute)
  );
}

function ofRanges(ranges: readonly AddressRange[]): Omit<Destination, "text"> {
  const open = ranges.flatMap((range) => publicParts(range));
  if (open.length === 0) return { reach: ranges.length === 0 ? "none" : "private", ranges: [], exact: true };
  const broad = ([4, 6] as const).some(
    (family) => countAddresses(open.filter((part) => part.family === family)) >= BROAD[family],
  );
  return { reach: broad ? "anywhere" : "public", ranges, exact: true };
}

/** The list of a gateway endpoint, a list that the input declares, or one that it only names. */
function ofPrefixList(graph: ResourceGraph, value: Value): Destination {
  const targets = referencesOf(value)
    .map(({ target }) => graph.get(target))
    .filter((target) => !WITHOUT_LIST.has(target?.type ?? ""));
  if (referencesOf(value).length > 0 && targets.length === 0) return undecided(value);
  if (targets.length === 0) return ofListElsewhere(graph, value);
  if (targets.every((target) => target?.type === "AWS::EC2::VPCEndpoint")) {
    return { reach: "prefix-list", text: value, ranges: [], exact: true };
  }
  const [only] = targets;
  return only?.type === "AWS::EC2::PrefixList" && targets.length === 1 && only.declared === "here"
    ? { ...ofEntries(only), text: value }
    : undecided(value);
}

/**
 * EC2 made ids of eight digits for the lists of AWS alone; behind one of seventeen may be a list of a customer, unless an
 * endpoint has it.
 */
function ofListElsewhere(graph: ResourceGraph, value: Value): Destination {
  const known = plain(value);
  if (typeof known === "string" && (/^pl-[0-9a-f]{8}$/.test(known) || listsOfEndpoints(graph).has(known))) {
    return { reach: "prefix-list", text: value, ranges: ALL, exact: false };
  }
  if (typeof known !== "string") return undecided(value);
  const name = isSensitive(value) ? "a list whose name is sensitive" : known;
  const open = new Unknown(`which addresses ${name} holds is not declared in this input`);
  return { ...undecided(open), text: value };
}

function ofEntries(list: Resource): Omit<Destination, "text"> {
  const entries = plain(propertyAt(list, "/Entries"));
  const texts = isValueList(entries)
    ? entries.map((entry) => {
        const known = plain(entry);
        return isValueMap(known) ? plain(known["Cidr"]) : undefined;
      })
    : [undefined];
  const ranges = texts.map((text) => (typeof text === "string" ? parseRange(text) : undefined));
  const known = ranges.filter((range) => range !== undefined);
  const told = ofRanges(known);
  if (known.length === ranges.length) return told;
  const reach =
    told.reach === "anywhere" ? told.reach : new Unknown(`not every entry of ${list.address} is known`);
  return { reach, ranges: ALL, exact: false };
}

const LISTS_OF_ENDPOINTS = new WeakMap<ResourceGraph, ReadonlySet<Value>>();

function listsOfEndpoints(graph: ResourceGraph): ReadonlySet<Value> {
  let lists = LISTS_OF_ENDPOINTS.get(graph);
  if (lists === undefined) {
    const endpoints = graph.ofType("AWS::EC2::VPCEndpoint");
    lists = new Set(
      endpoints.map((endpoint) => plain(propertyAt(endpoint, "/Terraform/prefix_list_id")) ?? null),
    );
    LISTS_OF_ENDPOINTS.set(graph, lists);
  }
  return lists;
}
