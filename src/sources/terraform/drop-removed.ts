import type { Resource } from "../../model/resource.ts";
import { isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** Resources that the provider also reads into another one, and what tells them apart there. */
interface Shown {
  /** The property that names the other resource. */
  readonly parent: string;
  readonly keys: readonly string[];
  /** The property of the other resource that lists them; without it they are expanded from its blocks. */
  readonly list?: string;
  /** The attribute of the other resource. */
  readonly attribute: string;
}

const PORTS = ["IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6"];

const SHOWN: Readonly<Record<string, readonly Shown[]>> = {
  "AWS::EC2::NetworkAclEntry": ["egress", "ingress"].map((attribute) => ({
    parent: "NetworkAclId",
    keys: ["Egress", "RuleNumber"],
    attribute,
  })),
  "AWS::EC2::Route": [
    {
      parent: "RouteTableId",
      keys: ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"],
      attribute: "route",
    },
  ],
  "AWS::EC2::SecurityGroupEgress": [
    {
      parent: "GroupId",
      keys: [...PORTS, "DestinationPrefixListId", "DestinationSecurityGroupId"],
      list: "SecurityGroupEgress",
      attribute: "egress",
    },
  ],
  "AWS::EC2::SecurityGroupIngress": [
    {
      parent: "GroupId",
      keys: [...PORTS, "SourcePrefixListId", "SourceSecurityGroupId"],
      list: "SecurityGroupIngress",
      attribute: "ingress",
    },
  ],
};

/** True for a type of which a resource that is gone may still be shown in another one. */
export function mayBeShown(type: string): boolean {
  return SHOWN[type] !== undefined;
}

/**
 * The resources without what others still show of rules, routes and entries that the plan deletes or changes. Only
 * where the configuration says nothing of the attribute: what somebody writes there stays.
 */
export function dropRemoved(
  resources: readonly Resource[],
  written: readonly TerraformResource[],
  removed: readonly Resource[],
): readonly Resource[] {
  const gone = goneFrom(resources, removed);
  if (gone.size === 0) return resources;
  const readBack = new Map(written.map(({ id, isReadBack }) => [id, isReadBack]));
  return resources
    .filter((resource) => !isGone(resource, gone, readBack))
    .map((resource) => withoutGone(resource, gone, readBack.get(resource.id)));
}

type ReadBack = ReadonlyMap<string, TerraformResource["isReadBack"]>;

/** What is gone, by the id of the resource that shows it, its type and what tells it apart. */
function goneFrom(resources: readonly Resource[], removed: readonly Resource[]): ReadonlySet<string> {
  const gone = new Set<string>();
  const shown = removed.filter(({ type }) => SHOWN[type] !== undefined);
  if (shown.length === 0) return gone;
  const owners = new Map(resources.flatMap(({ id, identifiers }) => identifiers.map((text) => [text, id])));
  for (const { type, properties } of shown) {
    for (const { parent, keys } of SHOWN[type] ?? []) {
      const named = plain(properties[parent]);
      const owner = typeof named === "string" ? owners.get(named) : undefined;
      if (owner !== undefined) gone.add(keyOf(owner, type, properties, keys));
    }
  }
  return gone;
}

function keyOf(owner: string, type: string, properties: ValueMap, keys: readonly string[]): string {
  // with every protocol the ports mean nothing, and are told or not
  const isForAll = plain(properties["IpProtocol"]) === "-1";
  const values = keys.map((key) =>
    isForAll && key.endsWith("Port") ? null : (plain(properties[key]) ?? null),
  );
  return JSON.stringify([owner, type, values]);
}

/** A route or an entry that was expanded from a block of its owner. */
function isGone(resource: Resource, gone: ReadonlySet<string>, readBack: ReadBack): boolean {
  return (SHOWN[resource.type] ?? []).some(({ parent, keys, list, attribute }) => {
    const [owner, rest] = resource.id.split(`.${attribute}[`);
    if (list !== undefined || owner === undefined || rest === undefined) return false;
    if (readBack.get(owner)?.(attribute) !== true || resource.properties[parent] === undefined) {
      return false;
    }
    return gone.has(keyOf(owner, resource.type, resource.properties, keys));
  });
}

function withoutGone(
  resource: Resource,
  gone: ReadonlySet<string>,
  isReadBack: TerraformResource["isReadBack"],
): Resource {
  if (isReadBack === undefined || resource.type !== "AWS::EC2::SecurityGroup") return resource;
  let { properties } = resource;
  for (const [type, [shown]] of Object.entries(SHOWN)) {
    if (shown?.list === undefined || !isReadBack(shown.attribute)) continue;
    const list = plain(properties[shown.list]);
    if (!isValueList(list)) continue;
    const kept = list.filter((item) => !isGoneItem(resource.id, type, item, shown, gone));
    properties = { ...properties, [shown.list]: kept };
  }
  return { ...resource, properties };
}

function isGoneItem(
  owner: string,
  type: string,
  item: Value,
  { keys }: Shown,
  gone: ReadonlySet<string>,
): boolean {
  const rule = plain(item);
  return isValueMap(rule) && gone.has(keyOf(owner, type, rule, keys));
}
