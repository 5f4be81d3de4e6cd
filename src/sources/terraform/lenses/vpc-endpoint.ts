import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const INTO = { into: ["aws_vpc_endpoint"], by: "vpc_endpoint_id" } as const;
const CANONICAL = "AWS::EC2::VPCEndpoint";

export const vpcEndpointLenses: readonly Lens[] = [
  {
    type: "aws_vpc_endpoint",
    canonical: CANONICAL,
    identifiers: ["id", "arn"],
    properties: {
      DnsOptions: { block: "dns_options", properties: { DnsRecordIpType: "dns_record_ip_type" } },
      IpAddressType: "ip_address_type",
      PolicyDocument: { attribute: "policy", as: "json" },
      PrivateDnsEnabled: "private_dns_enabled",
      ResourceConfigurationArn: "resource_configuration_arn",
      RouteTableIds: "route_table_ids",
      SecurityGroupIds: "security_group_ids",
      ServiceName: "service_name",
      ServiceNetworkArn: "service_network_arn",
      ServiceRegion: "service_region",
      SubnetIds: "subnet_ids",
      Tags: TAGS,
      Terraform: { object: { prefix_list_id: { attribute: "prefix_list_id", computed: true } } },
      VpcEndpointType: "vpc_endpoint_type",
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_vpc_endpoint_policy",
    canonical: CANONICAL,
    fold: INTO,
    supersedes: { ...INTO, attribute: "policy" },
    properties: { PolicyDocument: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_vpc_endpoint_private_dns",
    canonical: CANONICAL,
    fold: INTO,
    supersedes: { ...INTO, attribute: "private_dns_enabled" },
    properties: { PrivateDnsEnabled: "private_dns_enabled" },
  },
  {
    type: "aws_vpc_endpoint_route_table_association",
    canonical: CANONICAL,
    fold: INTO,
    properties: { RouteTableIds: { attribute: "route_table_id", as: "list" } },
  },
  {
    type: "aws_vpc_endpoint_security_group_association",
    canonical: CANONICAL,
    fold: INTO,
    properties: { SecurityGroupIds: { attribute: "security_group_id", as: "list" } },
  },
  {
    type: "aws_vpc_endpoint_subnet_association",
    canonical: CANONICAL,
    fold: INTO,
    properties: { SubnetIds: { attribute: "subnet_id", as: "list" } },
  },
];
