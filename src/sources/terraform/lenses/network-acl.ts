import type { AttributeFeed, Expansion, Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** Terraform takes names and numbers, CloudFormation numbers alone. */
const PROTOCOL: AttributeFeed = {
  attribute: "protocol",
  as: {
    values: { "-1": -1, all: -1, icmp: 1, "1": 1, tcp: 6, "6": 6, udp: 17, "17": 17, icmpv6: 58, "58": 58 },
  },
};

const ENTRY: Feeds = {
  Icmp: { object: { Code: "icmp_code", Type: "icmp_type" } },
  Ipv6CidrBlock: "ipv6_cidr_block",
  CidrBlock: "cidr_block",
  PortRange: { object: { From: "from_port", To: "to_port" } },
  Protocol: PROTOCOL,
};

function entries(blocks: "egress" | "ingress"): Expansion {
  return {
    blocks,
    canonical: "AWS::EC2::NetworkAclEntry",
    parent: "NetworkAclId",
    properties: {
      ...ENTRY,
      Egress: { constant: blocks === "egress" },
      RuleAction: "action",
      RuleNumber: "rule_no",
    },
  };
}

const EXPANSIONS: readonly Expansion[] = [
  entries("egress"),
  entries("ingress"),
  {
    blocks: "subnet_ids",
    plain: true,
    canonical: "AWS::EC2::SubnetNetworkAclAssociation",
    parent: "NetworkAclId",
    properties: { SubnetId: "subnet_ids" },
  },
];

export const networkAclLenses: readonly Lens[] = [
  {
    type: "aws_network_acl",
    canonical: "AWS::EC2::NetworkAcl",
    identifiers: ["id", "arn"],
    properties: { Tags: TAGS, VpcId: "vpc_id" },
    expand: EXPANSIONS,
  },
  {
    type: "aws_default_network_acl",
    canonical: "AWS::EC2::NetworkAcl",
    identifiers: ["id", "arn"],
    properties: {
      Id: "default_network_acl_id",
      // CloudFormation has no word for it; this is EC2's own
      IsDefault: { constant: true },
      Tags: TAGS,
      VpcId: { attribute: "vpc_id", computed: true },
    },
    expand: EXPANSIONS,
  },
  {
    type: "aws_network_acl_rule",
    canonical: "AWS::EC2::NetworkAclEntry",
    identifiers: ["id"],
    properties: {
      ...ENTRY,
      Egress: { attribute: "egress", unset: false },
      NetworkAclId: "network_acl_id",
      RuleAction: "rule_action",
      RuleNumber: "rule_number",
    },
  },
  {
    type: "aws_network_acl_association",
    canonical: "AWS::EC2::SubnetNetworkAclAssociation",
    identifiers: ["id"],
    properties: { NetworkAclId: "network_acl_id", SubnetId: "subnet_id" },
  },
];
