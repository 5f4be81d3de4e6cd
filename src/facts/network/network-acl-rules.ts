import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isSensitive, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { EVERYWHERE, parseRange } from "./address-range.ts";
import type { Family } from "./address-range.ts";
import { namedResources } from "./named-resources.ts";
import { perResource } from "./per-resource.ts";
import { ALL_PORTS, ALL_PROTOCOLS, allTraffic, hasPorts, parseProtocol } from "./traffic.ts";
import type { Traffic } from "./traffic.ts";
import { vpcOfSubnet } from "./vpc-of-subnet.ts";

/** One entry for packets that leave. The entry with the lowest number that fits a packet decides. */
export interface AclEntry {
  readonly address: string;
  readonly number: number;
  readonly allows: Truth;
  readonly traffic: readonly Traffic[];
  /** False when it may not be an entry of the list, or not of this form. */
  readonly certain: boolean;
  readonly reason?: string;
  readonly hidden: boolean;
  /** The entry itself; those of a list that nobody has changed are written nowhere. */
  readonly resource?: Resource;
}

export interface AclRules {
  readonly address: string;
  /** By number. */
  readonly entries: readonly AclEntry[];
  /** Why there may be others. */
  readonly open: readonly string[];
}

const ACL = "AWS::EC2::NetworkAcl";
const ASSOCIATION = "AWS::EC2::SubnetNetworkAclAssociation";
const ENTRY = "AWS::EC2::NetworkAclEntry";
const VPC = "AWS::EC2::VPC";

/** The lists of a subnet: one of these it is. Without an association, the list that its VPC comes with. */
export const aclsOfSubnet = perResource((graph: ResourceGraph, subnet: Resource): readonly AclRules[] => {
  const { certain, possible } = findReferrers(graph, ASSOCIATION, "/SubnetId", subnet);
  if (certain.length > 0) return certain.flatMap((association) => namedAcls(graph, association));
  if (subnet.declared === "elsewhere") {
    return [unknownAcl(`${subnet.address} is not declared in this input, so its network ACL is not known`)];
  }
  const found = vpcOfSubnet(graph, subnet);
  const usual = found.vpc === undefined ? unknownAcl(found.reason) : defaultAclRules(graph, found.vpc);
  return [...possible.flatMap((association) => namedAcls(graph, association)), usual];
});

function namedAcls(graph: ResourceGraph, association: Resource): readonly AclRules[] {
  const { certain, someOf, open } = namedResources(graph, propertyAt(association, "/NetworkAclId"), [
    ACL,
    VPC,
  ]);
  const named = [...certain, ...someOf.flat()];
  const acls = named.map((acl) => (acl.type === VPC ? defaultAclRules(graph, acl) : aclRules(graph, acl)));
  return open.length > 0 || acls.length === 0
    ? [...acls, unknownAcl(open[0] ?? `the network ACL of ${association.address} is not known`)]
    : acls;
}

const aclRules = perResource((graph: ResourceGraph, acl: Resource): AclRules => {
  const open =
    acl.declared === "elsewhere"
      ? [`${acl.address} is not declared in this input, so its entries are not known`]
      : [];
  return { address: acl.address, entries: entriesOf(graph, acl), open };
});

/** The list that every VPC comes with allows everything, until somebody adopts and changes it. */
const defaultAclRules = perResource((graph: ResourceGraph, vpc: Resource): AclRules => {
  const adopted = findReferrers(graph, ACL, "/Id", vpc).certain;
  const address = adopted[0]?.address ?? `the default network ACL of ${vpc.address}`;
  const own = entriesOf(graph, vpc);
  if (adopted.length > 0) {
    return {
      address,
      entries: sorted([...own, ...adopted.flatMap((acl) => entriesOf(graph, acl))]),
      open: [],
    };
  }
  if (vpc.declared === "elsewhere") {
    return { address, entries: own, open: [`${address} is not declared in this input`] };
  }
  const maybe = graph.ofType(ACL).filter((acl) => mayBeDefaultOf(graph, acl, vpc));
  const open = maybe.map((acl) => `${acl.address} may be ${address}`);
  const allow = ([4, 6] as const).map((family) => allowEverything(address, family));
  return { address, entries: own.length === 0 ? allow : sorted([...own, ...allow]), open };
});

function mayBeDefaultOf(graph: ResourceGraph, acl: Resource, vpc: Resource): boolean {
  const isDefault = plain(acl.properties["IsDefault"]);
  if (isDefault !== true && !(isDefault instanceof Unknown)) return false;
  const named = namedResources(graph, acl.properties["Id"], [VPC]);
  if (named.certain.length > 0) return false;
  const { certain, someOf, open } = namedResources(graph, propertyAt(acl, "/VpcId"), [VPC]);
  return open.length > 0 || [...certain, ...someOf.flat()].includes(vpc);
}

function allowEverything(address: string, family: Family): AclEntry {
  return {
    address,
    number: 99 + family / 2,
    allows: true,
    traffic: [allTraffic(EVERYWHERE[family])],
    certain: true,
    hidden: false,
  };
}

function unknownAcl(reason: string): AclRules {
  return { address: "a network ACL", entries: [], open: [reason] };
}

function entriesOf(graph: ResourceGraph, acl: Resource): readonly AclEntry[] {
  const { certain, possible } = findReferrers(graph, ENTRY, "/NetworkAclId", acl);
  return sorted([
    ...certain.flatMap((entry) => readEntry(entry)),
    ...possible.flatMap((entry) => readEntry(entry, `${entry.address} may be an entry of ${acl.address}`)),
  ]);
}

/** Only entries for packets that leave. */
function readEntry(entry: Resource, doubt?: string): readonly AclEntry[] {
  const egress = plain(propertyAt(entry, "/Egress"));
  if (egress === false || egress === undefined) return [];
  const number = plain(propertyAt(entry, "/RuleNumber"));
  const action = plain(propertyAt(entry, "/RuleAction"));
  const told = trafficOf(entry);
  const certain = doubt === undefined && egress === true && typeof number === "number" && told !== undefined;
  return [
    {
      address: entry.address,
      number: typeof number === "number" ? number : 0,
      allows: typeof action === "string" ? action.toLowerCase() === "allow" : "unknown",
      traffic: told ?? [allTraffic(EVERYWHERE[4]), allTraffic(EVERYWHERE[6])],
      certain,
      ...(certain ? {} : { reason: doubt ?? `not everything of ${entry.address} is known` }),
      hidden: Object.values(entry.properties).some((value: Value) => isSensitive(value)),
      resource: entry,
    },
  ];
}

/** Undefined when a part of it is not known. */
function trafficOf(entry: Resource): readonly Traffic[] | undefined {
  const protocol = plain(propertyAt(entry, "/Protocol"));
  const protocols =
    typeof protocol === "number" || typeof protocol === "string" ? parseProtocol(protocol) : undefined;
  const range = rangeOf(entry);
  if (protocols === undefined || range === undefined) return undefined;
  if (!hasPorts(protocols)) return [{ protocols, ports: ALL_PORTS, addresses: range }];
  const from = plain(propertyAt(entry, "/PortRange/From"));
  const to = plain(propertyAt(entry, "/PortRange/To"));
  if (from === undefined && to === undefined) return [{ protocols, ports: ALL_PORTS, addresses: range }];
  if (typeof from !== "number" || typeof to !== "number") return undefined;
  return [{ protocols: protocols ?? ALL_PROTOCOLS, ports: { from, to }, addresses: range }];
}

function rangeOf(entry: Resource): ReturnType<typeof parseRange> {
  const values = [propertyAt(entry, "/CidrBlock"), propertyAt(entry, "/Ipv6CidrBlock")].map((value) =>
    plain(value),
  );
  const text = values.find((value) => typeof value === "string");
  return typeof text === "string" ? parseRange(text) : undefined;
}

function sorted(entries: readonly AclEntry[]): readonly AclEntry[] {
  return entries.length > 1 ? entries.toSorted((left, right) => left.number - right.number) : entries;
}
