import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, everyTruth, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain } from "../../model/value.ts";
import { aclAllows } from "./acl-allows.ts";
import { EVERYWHERE, meetRanges, parseRange, publicParts, withoutRange } from "./address-range.ts";
import type { AddressRange } from "./address-range.ts";
import { NO, agreedAnswer, anyAnswer, unknownAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { namedResources } from "./named-resources.ts";
import { aclsOfSubnet } from "./network-acl-rules.ts";
import { blocksPublicAccess } from "./public-access-block.ts";
import { tablesOfSubnet } from "./subnet-tables.ts";
import { tableRoutes } from "./table-routes.ts";
import type { OutboundRoute, TableRoutes } from "./table-routes.ts";
import type { Traffic } from "./traffic.ts";

/** Packets that are sent, or may be. */
export interface Offer {
  readonly traffic: readonly Traffic[];
  readonly certain: Truth;
  readonly reason: string | undefined;
  /** Who lets them out. */
  readonly by: string;
  readonly hidden: boolean;
}

/** Who sends them: which addresses it has in the subnet. */
export interface Sender {
  readonly publicAddress: Truth;
  readonly ipv6: Truth;
}

const DEEPEST = 4;

/**
 * Whether packets reach the internet from a subnet: its network ACL lets them out, and its route table leads them to a
 * gateway without a firewall on the way. Who sends them is asked for where something is let out at all.
 */
export function leaveSubnet(
  graph: ResourceGraph,
  subnet: Resource,
  offers: readonly Offer[],
  senderIn: () => Sender,
  depth = 0,
): Answer {
  const outward = offers.filter(leadsOutward);
  if (outward.length === 0) return NO;
  if (depth > DEEPEST) return unknownAnswer(["the way leads through too many gateways"]);
  const sender = senderIn();
  const { tables, open } = tablesOfSubnet(graph, subnet);
  const byTable = tables.map((table) =>
    throughTable({ graph, subnet, sender, depth }, tableRoutes(graph, table), outward),
  );
  const answer = agreedAnswer([...byTable, ...open.map((reason) => unknownAnswer([reason]))]);
  if (answer.truth !== "unknown" || answer.reasons.length > 0) return answer;
  return { ...answer, reasons: [`which of several route tables ${subnet.address} has is not known`] };
}

function leadsOutward({ traffic }: Offer): boolean {
  return traffic.some(({ addresses }) => publicParts(addresses).length > 0);
}

/** Where packets leave from. */
interface Leave {
  readonly graph: ResourceGraph;
  readonly subnet: Resource;
  readonly sender: Sender;
  readonly depth: number;
}

interface Way extends Leave {
  readonly route: OutboundRoute;
  readonly ranges: readonly AddressRange[];
  readonly certain: Truth;
  readonly offer: Offer;
}

function throughTable(leave: Leave, { routes, open }: TableRoutes, offers: readonly Offer[]): Answer {
  const ways = routes.flatMap((route) => {
    const { ranges, certain } = ownRanges(route, routes);
    return offers.map((offer) => throughRoute({ ...leave, route, ranges, certain, offer }));
  });
  return anyAnswer([...ways, ...open.map((reason) => unknownAnswer([reason]))]);
}

function throughRoute(way: Way): Answer {
  const { graph, subnet, route, offer } = way;
  const traffic = offer.traffic.flatMap((part) => outwardPart(part, way.ranges));
  if (traffic.length === 0) return NO;
  const acl = aclAllows(aclsOfSubnet(graph, subnet), traffic);
  if (acl.truth === false) return NO;
  const beyond = beyondTarget(way, traffic);
  if (beyond.truth === false) return NO;
  const truth = everyTruth([offer.certain, way.certain, acl.truth, beyond.truth]);
  const doubts = [
    offer.certain === true ? undefined : offer.reason,
    way.certain === true ? undefined : routeDoubt(route),
  ];
  return {
    truth,
    reasons:
      truth === true
        ? []
        : [...doubts.filter((doubt) => doubt !== undefined), ...acl.reasons, ...beyond.reasons],
    path: [offer.by, ...acl.path, describeRoute(route), route.target.name, ...beyond.path],
    hidden: offer.hidden || route.hidden || acl.hidden || beyond.hidden,
  };
}

function routeDoubt({ address, doubt }: OutboundRoute): string {
  return doubt ?? `the destination of ${address} is not known`;
}

function describeRoute({ address, destination }: OutboundRoute): string {
  const text = plain(destination);
  return typeof text === "string" ? `${address} (${text})` : address;
}

/** The packets to addresses of these ranges that are on the internet. */
function outwardPart(traffic: Traffic, ranges: readonly AddressRange[]): readonly Traffic[] {
  return ranges.flatMap((range) => {
    const common = meetRanges(traffic.addresses, range);
    return common === undefined ? [] : publicParts(common).map((addresses) => ({ ...traffic, addresses }));
  });
}

/** What is left of a route beside those that are more specific. Routes that are not known may take more of it. */
function ownRanges(
  route: OutboundRoute,
  routes: readonly OutboundRoute[],
): { readonly ranges: readonly AddressRange[]; readonly certain: Truth } {
  const isSure = route.exact && route.doubt === undefined;
  const others = routes.filter((other) => other !== route);
  const known = others.filter(
    (other) =>
      other.exact && other.doubt === undefined && other.ranges.some((range) => isInside(range, route)),
  );
  let ranges = route.ranges;
  for (const taken of known.flatMap((other) => other.ranges)) {
    ranges = ranges.flatMap((range) => withoutRange(range, taken));
  }
  const unsure = others.length - others.filter((other) => other.exact && other.doubt === undefined).length;
  const certain = isSure && (unsure === 0 || (unsure === 1 && known.length === 0));
  return { ranges, certain: certain ? true : "unknown" };
}

function isInside(range: AddressRange, { ranges }: OutboundRoute): boolean {
  return ranges.some(
    (outer) =>
      outer.family === range.family &&
      outer.from <= range.from &&
      range.to <= outer.to &&
      !(outer.from === range.from && outer.to === range.to),
  );
}

function beyondTarget(way: Way, traffic: readonly Traffic[]): Answer {
  const { kind, name } = way.route.target;
  if (kind instanceof Unknown) return unknownAnswer([kind.reason]);
  switch (kind) {
    case "internet-gateway":
    case "egress-only-internet-gateway":
      return throughGateway(way, traffic, kind === "internet-gateway");
    case "nat-gateway":
      return throughNat(way, traffic);
    // a firewall filters, and peering leads into the other VPC alone
    case "firewall-endpoint":
    case "peering":
    case "local":
      return NO;
    case "carrier-gateway":
    case "transit-gateway":
    case "vpn-gateway":
    case "local-gateway":
    case "core-network":
    case "network-interface":
      return unknownAnswer([
        `whether the internet can be reached behind ${name} is decided outside of this VPC`,
      ]);
  }
}

/** IPv4 needs a public address for an internet gateway, IPv6 an address at all. */
function throughGateway(
  { graph, subnet, sender }: Way,
  traffic: readonly Traffic[],
  takesIpv4: boolean,
): Answer {
  const families = new Set(traffic.map(({ addresses }) => addresses.family));
  const ways = [...families].map((family): Answer => {
    const address = family === 6 ? sender.ipv6 : takesIpv4 ? sender.publicAddress : false;
    const open = both(address, negate(blocksPublicAccess(graph, subnet)));
    const what = family === 6 ? "an IPv6" : "a public";
    const reasons = [
      address === "unknown"
        ? `whether there is ${what} address in ${subnet.address} is not known`
        : `whether VPC Block Public Access covers ${subnet.address} is not known`,
    ];
    return { truth: open, reasons: open === "unknown" ? reasons : [], path: ["internet"], hidden: false };
  });
  return anyAnswer(ways);
}

const NAT64 = parseRange("64:ff9b::/96") ?? EVERYWHERE[6];

/** A NAT gateway makes IPv4 of the addresses that stand for it in IPv6, and takes no other IPv6. */
function translated(traffic: Traffic): readonly Traffic[] {
  if (traffic.addresses.family === 4) return [traffic];
  const common = meetRanges(traffic.addresses, NAT64);
  if (common === undefined) return [];
  const [from, to] = [common.from - NAT64.from, common.to - NAT64.from];
  return publicParts({ family: 4, from, to }).map((addresses) => ({ ...traffic, addresses }));
}

/** A NAT gateway sends the packets on from its own subnet. */
function throughNat({ graph, route, sender, depth }: Way, traffic: readonly Traffic[]): Answer {
  const nat = route.target.resource;
  if (nat === undefined || nat.declared === "elsewhere") {
    return unknownAnswer([
      `whether ${route.target.name} leads to the internet is not known: it is not declared in this input`,
    ]);
  }
  const kind = plain(propertyAt(nat, "/ConnectivityType"));
  if (kind instanceof Unknown) return unknownAnswer([kind.reason]);
  const subnets = namedResources(graph, propertyAt(nat, "/SubnetId"), ["AWS::EC2::Subnet"]);
  const sent = traffic.flatMap(translated);
  const offer: Offer = { traffic: sent, certain: true, reason: undefined, by: nat.address, hidden: false };
  const own: Sender = { publicAddress: kind !== "private", ipv6: sender.ipv6 };
  const ways = [...subnets.certain, ...subnets.someOf.flat()].map((subnet) =>
    leaveSubnet(graph, subnet, [offer], () => own, depth + 1),
  );
  // a regional gateway has no subnet of its own
  if (ways.length === 0 && subnets.open.length === 0) {
    return { truth: kind !== "private", reasons: [], path: ["internet"], hidden: false };
  }
  return agreedAnswer([...ways, ...subnets.open.map((reason) => unknownAnswer([reason]))]);
}
