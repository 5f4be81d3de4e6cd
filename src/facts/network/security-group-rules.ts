import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Sensitive, Unknown, isSensitive, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import type { Place } from "../written-at.ts";
import { EVERYWHERE } from "./address-range.ts";
import { destinationOf } from "./destination-reach.ts";
import type { Destination } from "./destination-reach.ts";
import { perResource } from "./per-resource.ts";
import { ALL_PORTS, ALL_PROTOCOLS, hasPorts, parseProtocol } from "./traffic.ts";
import type { Span, Traffic } from "./traffic.ts";

/** One way out that a security group has, or may have. */
export interface EgressRule {
  /** Where it is written. */
  readonly address: string;
  readonly destination: Destination;
  readonly protocol: Value | undefined;
  readonly fromPort: Value | undefined;
  readonly toPort: Value | undefined;
  /** What it lets out, or the most that it may. */
  readonly traffic: readonly Traffic[];
  /** True when it surely is a rule of the group and lets out all of `traffic`. */
  readonly certain: boolean;
  /** Why it may not be a rule of the group. */
  readonly doubt?: string;
  readonly hidden: boolean;
  /** The resource and the property in which it is written; the default rule of a group is written nowhere. */
  readonly place?: Place;
}

const GROUP = "AWS::EC2::SecurityGroup";
const RULE = "AWS::EC2::SecurityGroupEgress";

/** The egress of a group: its own rules with those that are declared for it, and the default rule where nobody took it away. */
export const egressRules = perResource((graph: ResourceGraph, group: Resource): readonly EgressRule[] => {
  const separate = separateRules(graph, group);
  const inline = propertyAt(group, "/SecurityGroupEgress");
  if (inline === undefined) return [...defaultRules(group.address, separate), ...separate];
  return [...inlineRules(graph, group, inline), ...separate];
});

/** The egress of the group that every VPC comes with: everything, unless the input has adopted and changed it. */
export const defaultGroupRules = perResource((graph: ResourceGraph, vpc: Resource): readonly EgressRule[] => {
  const adopted = adoptedDefaultGroup(graph, vpc);
  const separate = separateRules(graph, vpc);
  if (adopted !== undefined) return [...egressRules(graph, adopted), ...separate];
  if (vpc.declared === "elsewhere") {
    return [
      anyRule(vpc.address, `the default security group of ${vpc.address} is not declared in this input`),
      ...separate,
    ];
  }
  const [maybe] = possibleDefaultGroups(graph, vpc);
  if (maybe !== undefined) {
    return [
      anyRule(maybe.address, `${maybe.address} may be the default security group of ${vpc.address}`),
      ...separate,
    ];
  }
  return [...defaultRules(`the default security group of ${vpc.address}`, []), ...separate];
});

/** The resource that stands for the group that a VPC comes with. */
export function adoptedDefaultGroup(graph: ResourceGraph, vpc: Resource): Resource | undefined {
  return findReferrers(graph, GROUP, "/VpcId", vpc).certain.find(isDefaultGroup);
}

/** Resources that may stand for that group. */
export function possibleDefaultGroups(graph: ResourceGraph, vpc: Resource): readonly Resource[] {
  const { certain, possible } = findReferrers(graph, GROUP, "/VpcId", vpc);
  return [
    ...certain.filter(hasUnknownName),
    ...possible.filter((group) => isDefaultGroup(group) || hasUnknownName(group)),
  ];
}

/** A rule of which nothing is known. */
export function anyRule(address: string, reason: string): EgressRule {
  const destination: Destination = {
    reach: new Unknown(reason),
    text: undefined,
    ranges: [EVERYWHERE[4], EVERYWHERE[6]],
    exact: false,
  };
  return ruleOf(address, { IpProtocol: "-1" }, destination, reason);
}

export function isDefaultGroup({ properties }: Resource): boolean {
  return plain(properties["GroupName"]) === "default";
}

export function hasUnknownName({ properties }: Resource): boolean {
  return plain(properties["GroupName"]) instanceof Unknown;
}

/** EC2 gives a new group a rule that allows everything, unless rules are given with it. */
function defaultRules(address: string, separate: readonly EgressRule[]): readonly EgressRule[] {
  const reason = `whether ${address} keeps the rule that allows everything, beside rules of their own, is not known; write SecurityGroupEgress into the group`;
  const doubt = separate.length > 0 ? reason : undefined;
  return ([4, 6] as const).map((family) => {
    const text = family === 4 ? "0.0.0.0/0" : "::/0";
    const destination: Destination = {
      reach: doubt === undefined ? "anywhere" : new Unknown(doubt),
      text,
      ranges: [EVERYWHERE[family]],
      exact: true,
    };
    return ruleOf(address, { IpProtocol: "-1" }, destination, doubt);
  });
}

function inlineRules(graph: ResourceGraph, group: Resource, inline: Value): readonly EgressRule[] {
  const list = plain(inline);
  if (list instanceof Unknown) return [anyRule(group.address, list.reason)];
  if (!isValueList(list)) return [anyRule(group.address, `the egress of ${group.address} is no list`)];
  const hidden = inline instanceof Sensitive;
  return list.map((item, index) => {
    const rule = plain(item);
    if (rule instanceof Unknown) return anyRule(group.address, rule.reason);
    if (!isValueMap(rule)) return anyRule(group.address, `a rule of ${group.address} is no object`);
    const place = { resource: group, pointer: `/SecurityGroupEgress/${String(index)}` };
    const told = { ...ruleOf(group.address, rule, destinationOf(graph, rule)), place };
    return hidden || item instanceof Sensitive ? { ...told, hidden: true } : told;
  });
}

/** Rules that are resources of their own. One whose group is not known may be a rule of any group. */
function separateRules(graph: ResourceGraph, group: Resource): readonly EgressRule[] {
  const { certain, possible } = findReferrers(graph, RULE, "/GroupId", group);
  return [
    ...certain.map((rule) => separateRule(graph, rule)),
    ...possible.map((rule) =>
      separateRule(
        graph,
        rule,
        `${rule.address} may be a rule of ${group.address}: its group is not known before apply`,
      ),
    ),
  ];
}

function separateRule(graph: ResourceGraph, resource: Resource, doubt?: string): EgressRule {
  const rule = ruleOf(
    resource.address,
    resource.properties,
    destinationOf(graph, resource.properties),
    doubt,
  );
  return { ...rule, place: { resource, pointer: "" } };
}

function ruleOf(address: string, rule: ValueMap, destination: Destination, doubt?: string): EgressRule {
  const { IpProtocol: protocol, FromPort: fromPort, ToPort: toPort } = rule;
  const protocols = spanOfProtocol(protocol);
  const ports = protocols === undefined || !hasPorts(protocols) ? ALL_PORTS : spanOfPorts(fromPort, toPort);
  return {
    address,
    destination,
    protocol,
    fromPort,
    toPort,
    traffic: destination.ranges.map((addresses) => ({
      protocols: protocols ?? ALL_PROTOCOLS,
      ports: ports ?? ALL_PORTS,
      addresses,
    })),
    certain: doubt === undefined && destination.exact && protocols !== undefined && ports !== undefined,
    ...(doubt === undefined ? {} : { doubt }),
    hidden: holdsHidden(rule),
  };
}

/** Whether a property of a rule is sensitive. */
export function holdsHidden(rule: ValueMap): boolean {
  for (const name of Object.keys(rule)) if (isSensitive(rule[name])) return true;
  return false;
}

export function spanOfProtocol(value: Value | undefined): Span | undefined {
  const known = plain(value);
  return typeof known === "string" || typeof known === "number" ? parseProtocol(known) : undefined;
}

export function spanOfPorts(from: Value | undefined, to: Value | undefined): Span | undefined {
  const first = plain(from);
  const last = plain(to);
  if (first === undefined && last === undefined) return ALL_PORTS;
  if (typeof first !== "number" || typeof last !== "number") return undefined;
  return first < 0 ? ALL_PORTS : { from: first, to: last };
}
