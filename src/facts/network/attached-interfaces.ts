import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** What interfaces that are resources of their own bring to an instance. */
export interface Attached {
  readonly subnets: readonly Value[];
  readonly groups: readonly Value[];
  /** Whether one of them has a public IPv4 address: EC2 gives none to an interface that is there, elastic ones apart. */
  readonly publicAddress: Truth;
  /** Whether one of them is given an IPv6 address. */
  readonly ipv6: Truth;
}

const INTERFACE = "AWS::EC2::NetworkInterface";

/** What attaches an interface to an instance: pointers to the instance and to the interface. */
const ATTACHMENTS = [
  { type: "aws_network_interface_attachment", instance: "/instance_id", attached: "/network_interface_id" },
  { type: "AWS::EC2::NetworkInterfaceAttachment", instance: "/InstanceId", attached: "/NetworkInterfaceId" },
];

const ELASTIC = [
  { type: "aws_eip", pointer: "/instance" },
  { type: "aws_eip", pointer: "/network_interface" },
  { type: "aws_eip_association", pointer: "/instance_id" },
  { type: "aws_eip_association", pointer: "/network_interface_id" },
  { type: "AWS::EC2::EIP", pointer: "/InstanceId" },
  { type: "AWS::EC2::EIPAssociation", pointer: "/InstanceId" },
  { type: "AWS::EC2::EIPAssociation", pointer: "/NetworkInterfaceId" },
];

/** Whether the input gives an elastic address to an instance, or to an interface. */
export function elasticAddress(graph: ResourceGraph, holder: Resource): Truth {
  let truth: Truth = false;
  for (const { type, pointer } of ELASTIC) {
    const { certain, possible } = findReferrers(graph, type, pointer, holder);
    if (certain.length > 0) return true;
    if (possible.length > 0) truth = "unknown";
  }
  return truth;
}

/** Whether IPv6 addresses are asked for: one by one, by their number, or a prefix of them. */
export function asksForIpv6(holder: ValueMap): Truth {
  const asked = ["Ipv6AddressCount", "Ipv6Addresses", "Ipv6PrefixCount", "Ipv6Prefixes"];
  return anyTruth(asked.map((name) => isSome(holder[name])));
}

function isSome(value: Value | undefined): Truth {
  const known = plain(value);
  if (known === undefined || known === 0) return false;
  return known instanceof Unknown ? "unknown" : true;
}

/** The interfaces that a property names. */
export function interfaceNamed(graph: ResourceGraph, named: Value): Attached {
  const [reference, ...others] = referencesOf(named);
  const target = reference === undefined ? undefined : graph.get(reference.target);
  const isKnown = target?.type === INTERFACE && target.declared === "here" && others.length === 0;
  if (isKnown) return interfaceOf(graph, target);
  return unknownInterface("a network interface that is not declared in this input is attached");
}

function unknownInterface(reason: string): Attached {
  const unknown = new Unknown(reason);
  return { subnets: [unknown], groups: [unknown], publicAddress: "unknown", ipv6: "unknown" };
}

function interfaceOf(graph: ResourceGraph, target: Resource): Attached {
  const groups = propertyAt(target, "/GroupSet");
  return {
    subnets: [propertyAt(target, "/SubnetId")].filter((value) => value !== undefined),
    groups: [...(groups === undefined ? [] : [groups]), ...groupsAttachedTo(graph, target)],
    publicAddress: elasticAddress(graph, target),
    ipv6: asksForIpv6(target.properties),
  };
}

/** Terraform adds groups to an interface by resources of their own; the first one of an instance is named by the instance. */
function groupsAttachedTo(graph: ResourceGraph, holder: Resource): readonly Value[] {
  const { certain, possible } = findReferrers(
    graph,
    "aws_network_interface_sg_attachment",
    "/network_interface_id",
    holder,
  );
  return [
    ...certain.map((attachment) => propertyAt(attachment, "/security_group_id") ?? null),
    ...possible.map(
      ({ address }) => new Unknown(`whether ${address} adds a group to ${holder.address} is not known`),
    ),
  ];
}

/** What other resources attach to an instance: interfaces, and groups to its first one. */
export function attachedLater(graph: ResourceGraph, instance: Resource): Attached {
  const found = ATTACHMENTS.flatMap(({ type, instance: pointer, attached }) => {
    const { certain, possible } = findReferrers(graph, type, pointer, instance);
    return [
      ...certain.map((attachment) => interfaceNamed(graph, propertyAt(attachment, attached) ?? null)),
      ...possible.map(({ address }) =>
        unknownInterface(`whether ${address} attaches an interface to ${instance.address} is not known`),
      ),
    ];
  });
  const { certain } = findReferrers(graph, INTERFACE, "/Terraform/attachment/instance", instance);
  const all = [...found, ...certain.map((target) => interfaceOf(graph, target))];
  return joinAttached([
    ...all,
    { subnets: [], groups: groupsAttachedTo(graph, instance), publicAddress: false, ipv6: false },
  ]);
}

export function joinAttached(parts: readonly Attached[]): Attached {
  return {
    subnets: parts.flatMap(({ subnets }) => subnets),
    groups: parts.flatMap(({ groups }) => groups),
    publicAddress: anyTruth(parts.map(({ publicAddress }) => publicAddress)),
    ipv6: anyTruth(parts.map(({ ipv6 }) => ipv6)),
  };
}
