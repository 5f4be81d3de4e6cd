import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const VPC: Feeds = {
  CidrBlock: "cidr_block",
  EnableDnsHostnames: "enable_dns_hostnames",
  EnableDnsSupport: "enable_dns_support",
  InstanceTenancy: "instance_tenancy",
  Ipv4IpamPoolId: "ipv4_ipam_pool_id",
  Ipv4NetmaskLength: "ipv4_netmask_length",
  Tags: TAGS,
};

const SUBNET: Feeds = {
  AssignIpv6AddressOnCreation: "assign_ipv6_address_on_creation",
  AvailabilityZone: "availability_zone",
  CidrBlock: "cidr_block",
  EnableDns64: "enable_dns64",
  Ipv6CidrBlock: "ipv6_cidr_block",
  Ipv6Native: "ipv6_native",
  MapPublicIpOnLaunch: "map_public_ip_on_launch",
  Tags: TAGS,
  VpcId: "vpc_id",
};

export const vpcLenses: readonly Lens[] = [
  { type: "aws_vpc", canonical: "AWS::EC2::VPC", identifiers: ["id", "arn"], properties: VPC },
  {
    type: "aws_default_vpc",
    canonical: "AWS::EC2::VPC",
    identifiers: ["id", "arn"],
    properties: {
      CidrBlock: { attribute: "cidr_block", computed: true },
      EnableDnsHostnames: "enable_dns_hostnames",
      EnableDnsSupport: "enable_dns_support",
      InstanceTenancy: { attribute: "instance_tenancy", computed: true },
      // CloudFormation has no word for it; this is EC2's own
      IsDefault: { constant: true },
      Tags: TAGS,
    },
  },
  { type: "aws_subnet", canonical: "AWS::EC2::Subnet", identifiers: ["id", "arn"], properties: SUBNET },
  {
    type: "aws_default_subnet",
    canonical: "AWS::EC2::Subnet",
    identifiers: ["id", "arn"],
    properties: {
      ...SUBNET,
      CidrBlock: { attribute: "cidr_block", computed: true },
      // CloudFormation has no word for it; this is EC2's own
      DefaultForAz: { constant: true },
      MapPublicIpOnLaunch: { attribute: "map_public_ip_on_launch", unset: true },
      VpcId: { attribute: "vpc_id", computed: true },
    },
  },
  {
    type: "aws_vpc_block_public_access_options",
    canonical: "AWS::EC2::VPCBlockPublicAccessOptions",
    identifiers: ["id"],
    properties: { InternetGatewayBlockMode: "internet_gateway_block_mode" },
  },
  {
    type: "aws_vpc_block_public_access_exclusion",
    canonical: "AWS::EC2::VPCBlockPublicAccessExclusion",
    identifiers: ["id"],
    properties: {
      InternetGatewayExclusionMode: "internet_gateway_exclusion_mode",
      SubnetId: "subnet_id",
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_ec2_managed_prefix_list",
    canonical: "AWS::EC2::PrefixList",
    identifiers: ["id", "arn"],
    properties: {
      AddressFamily: "address_family",
      Entries: { blocks: "entry", unset: [], properties: { Cidr: "cidr", Description: "description" } },
      MaxEntries: "max_entries",
      PrefixListName: "name",
      Tags: TAGS,
    },
  },
  {
    type: "aws_ec2_managed_prefix_list_entry",
    canonical: "AWS::EC2::PrefixList",
    fold: { into: ["aws_ec2_managed_prefix_list"], by: "prefix_list_id" },
    properties: { Entries: { object: { Cidr: "cidr", Description: "description" }, inList: true } },
  },
  {
    type: "aws_flow_log",
    canonical: "AWS::EC2::FlowLog",
    identifiers: ["id", "arn"],
    properties: {
      DeliverLogsPermissionArn: "iam_role_arn",
      LogDestination: "log_destination",
      LogDestinationType: "log_destination_type",
      LogFormat: "log_format",
      LogGroupName: "log_group_name",
      MaxAggregationInterval: "max_aggregation_interval",
      ResourceId: {
        first: ["vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id"],
      },
      ResourceType: {
        first: [
          { constant: "VPC", when: "vpc_id" },
          { constant: "Subnet", when: "subnet_id" },
          { constant: "NetworkInterface", when: "eni_id" },
          { constant: "TransitGateway", when: "transit_gateway_id" },
          { constant: "TransitGatewayAttachment", when: "transit_gateway_attachment_id" },
        ],
      },
      Tags: TAGS,
      TrafficType: "traffic_type",
    },
  },
];
