import { Sensitive } from "../../model/value.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { aclAllows } from "./acl-allows.ts";
import { EVERYWHERE, publicParts } from "./address-range.ts";
import { truthValue } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { aclsOfSubnet } from "./network-acl-rules.ts";
import type { AclRules } from "./network-acl-rules.ts";
import { allTraffic } from "./traffic.ts";
import type { Traffic } from "./traffic.ts";

export const aclEgress: Fact = {
  name: "AclEgress",
  types: ["AWS::EC2::Subnet"],
  description:
    "What the network ACL of the subnet lets out (the default one of its VPC, which allows everything, when it has none of its own). Internet: whether packets to some address on the internet pass, by the first entry that fits. Entry: the entry that lets them.",
  fields: { Internet: true, Entry: true },
  compute(subnet, { graph }) {
    const acls = aclsOfSubnet(graph, subnet);
    const answer = aclAllows(acls, toTheInternet());
    const told = {
      Internet: truthValue(answer.truth, answer.reasons, answer.hidden),
      ...describeEntry(answer),
    };
    const entry = answer.truth === true ? entryAt(acls, answer.path[0]) : undefined;
    return entry === undefined ? told : writtenAt(told, entry, "");
  },
};

let traffic: readonly Traffic[] | undefined;

/** Made when a network ACL is first looked at. */
function toTheInternet(): readonly Traffic[] {
  traffic ??= [EVERYWHERE[4], EVERYWHERE[6]].flatMap((range) => publicParts(range)).map(allTraffic);
  return traffic;
}

function entryAt(acls: readonly AclRules[], address: string | undefined): Resource | undefined {
  const entries = acls.flatMap((acl) => acl.entries);
  return entries.find((entry) => entry.address === address)?.resource;
}

function describeEntry({ truth, path, reasons, hidden }: Answer): { readonly Entry?: Value } {
  if (truth === false) return {};
  if (truth === "unknown") return { Entry: truthValue("unknown", reasons) };
  const entry = path[0] ?? "";
  return { Entry: hidden ? new Sensitive(entry) : entry };
}
