import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

// whole lists of ranges hold 0.0.0.0/0 as text, of which a plan shows nothing; lists of endpoints stand alone
const EGRESS: Feeds = {
  CidrIp: { spread: ["cidr_blocks"], lists: true },
  CidrIpv6: { spread: ["ipv6_cidr_blocks"], lists: true },
  Description: "description",
  DestinationPrefixListId: { spread: ["prefix_list_ids"] },
  DestinationSecurityGroupId: { spread: ["security_groups", "self"] },
  FromPort: "from_port",
  IpProtocol: "protocol",
  ToPort: "to_port",
};

const INGRESS: Feeds = {
  CidrIp: { spread: ["cidr_blocks"], lists: true },
  CidrIpv6: { spread: ["ipv6_cidr_blocks"], lists: true },
  Description: "description",
  FromPort: "from_port",
  IpProtocol: "protocol",
  SourcePrefixListId: { spread: ["prefix_list_ids"] },
  SourceSecurityGroupId: { spread: ["security_groups", "self"] },
  ToPort: "to_port",
};

/** Terraform takes the rule that allows everything out away; CloudFormation keeps it where no rule is given. */
const RULES: Feeds = {
  SecurityGroupEgress: { blocks: "egress", unset: [], properties: EGRESS },
  SecurityGroupIngress: { blocks: "ingress", unset: [], properties: INGRESS },
};

const RULE_PORTS: Feeds = {
  CidrIp: "cidr_ipv4",
  CidrIpv6: "cidr_ipv6",
  Description: "description",
  FromPort: "from_port",
  GroupId: "security_group_id",
  IpProtocol: "ip_protocol",
  ToPort: "to_port",
};

export const securityGroupLenses: readonly Lens[] = [
  {
    type: "aws_security_group",
    canonical: "AWS::EC2::SecurityGroup",
    identifiers: ["id", "arn"],
    properties: {
      GroupDescription: "description",
      GroupName: "name",
      ...RULES,
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_default_security_group",
    canonical: "AWS::EC2::SecurityGroup",
    identifiers: ["id", "arn"],
    properties: {
      GroupDescription: { attribute: "description", computed: true },
      GroupName: { constant: "default" },
      ...RULES,
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_security_group_rule",
    canonical: "AWS::EC2::SecurityGroupEgress",
    variants: {
      attribute: "type",
      types: { egress: "AWS::EC2::SecurityGroupEgress", ingress: "AWS::EC2::SecurityGroupIngress" },
    },
    identifiers: ["id", "security_group_rule_id"],
    properties: {
      CidrIp: { spread: ["cidr_blocks"], lists: true },
      CidrIpv6: { spread: ["ipv6_cidr_blocks"], lists: true },
      Description: "description",
      DestinationPrefixListId: { spread: ["prefix_list_ids"] },
      DestinationSecurityGroupId: { spread: ["source_security_group_id", "self"] },
      FromPort: "from_port",
      GroupId: "security_group_id",
      IpProtocol: "protocol",
      ToPort: "to_port",
    },
  },
  {
    type: "aws_vpc_security_group_egress_rule",
    canonical: "AWS::EC2::SecurityGroupEgress",
    identifiers: ["id", "arn", "security_group_rule_id"],
    properties: {
      ...RULE_PORTS,
      DestinationPrefixListId: "prefix_list_id",
      DestinationSecurityGroupId: "referenced_security_group_id",
    },
  },
  {
    type: "aws_vpc_security_group_ingress_rule",
    canonical: "AWS::EC2::SecurityGroupIngress",
    identifiers: ["id", "arn", "security_group_rule_id"],
    properties: {
      ...RULE_PORTS,
      SourcePrefixListId: "prefix_list_id",
      SourceSecurityGroupId: "referenced_security_group_id",
    },
  },
];
