import type { Expansion, Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const TARGETS: Feeds = {
  CoreNetworkArn: "core_network_arn",
  EgressOnlyInternetGatewayId: "egress_only_gateway_id",
  GatewayId: "gateway_id",
  NatGatewayId: "nat_gateway_id",
  NetworkInterfaceId: "network_interface_id",
  TransitGatewayId: "transit_gateway_id",
  VpcEndpointId: "vpc_endpoint_id",
  VpcPeeringConnectionId: "vpc_peering_connection_id",
};

const INLINE_ROUTE: Feeds = {
  ...TARGETS,
  DestinationCidrBlock: "cidr_block",
  DestinationIpv6CidrBlock: "ipv6_cidr_block",
  DestinationPrefixListId: "destination_prefix_list_id",
};

/** The routes inside a table are resources of their own in CloudFormation. */
function inlineRoutes(more: Feeds): readonly Expansion[] {
  return [
    {
      blocks: "route",
      canonical: "AWS::EC2::Route",
      parent: "RouteTableId",
      properties: { ...INLINE_ROUTE, ...more },
    },
  ];
}

const ATTACHMENT: Expansion = {
  blocks: "vpc_id",
  plain: true,
  canonical: "AWS::EC2::VPCGatewayAttachment",
  parent: "InternetGatewayId",
  properties: { VpcId: "vpc_id" },
};

export const routingLenses: readonly Lens[] = [
  {
    type: "aws_route_table",
    canonical: "AWS::EC2::RouteTable",
    identifiers: ["id", "arn"],
    properties: {
      // CloudFormation has no word for it; this is EC2's own
      PropagatingVgws: "propagating_vgws",
      Tags: TAGS,
      VpcId: "vpc_id",
    },
    expand: inlineRoutes({ CarrierGatewayId: "carrier_gateway_id", LocalGatewayId: "local_gateway_id" }),
  },
  {
    type: "aws_vpn_gateway_route_propagation",
    canonical: "AWS::EC2::VPNGatewayRoutePropagation",
    identifiers: ["id"],
    properties: {
      RouteTableIds: { attribute: "route_table_id", as: "list" },
      VpnGatewayId: "vpn_gateway_id",
    },
  },
  {
    type: "aws_default_route_table",
    canonical: "AWS::EC2::RouteTable",
    identifiers: ["id", "arn"],
    properties: {
      // CloudFormation has no word for it; this is EC2's own
      Associations: { constant: [{ Main: true }] },
      PropagatingVgws: "propagating_vgws",
      RouteTableId: "default_route_table_id",
      Tags: TAGS,
      VpcId: { attribute: "vpc_id", computed: true },
    },
    expand: inlineRoutes({ InstanceId: "instance_id" }),
  },
  {
    type: "aws_route",
    canonical: "AWS::EC2::Route",
    identifiers: ["id"],
    properties: {
      ...TARGETS,
      CarrierGatewayId: "carrier_gateway_id",
      DestinationCidrBlock: "destination_cidr_block",
      DestinationIpv6CidrBlock: "destination_ipv6_cidr_block",
      DestinationPrefixListId: "destination_prefix_list_id",
      LocalGatewayId: "local_gateway_id",
      RouteTableId: "route_table_id",
    },
  },
  {
    type: "aws_route_table_association",
    canonical: "AWS::EC2::SubnetRouteTableAssociation",
    identifiers: ["id"],
    properties: { RouteTableId: "route_table_id", SubnetId: "subnet_id" },
  },
  {
    type: "aws_internet_gateway",
    canonical: "AWS::EC2::InternetGateway",
    identifiers: ["id", "arn"],
    properties: { Tags: TAGS },
    expand: [ATTACHMENT],
  },
  {
    type: "aws_internet_gateway_attachment",
    canonical: "AWS::EC2::VPCGatewayAttachment",
    identifiers: ["id"],
    properties: { InternetGatewayId: "internet_gateway_id", VpcId: "vpc_id" },
  },
  {
    type: "aws_nat_gateway",
    canonical: "AWS::EC2::NatGateway",
    identifiers: ["id"],
    properties: {
      AllocationId: "allocation_id",
      ConnectivityType: "connectivity_type",
      PrivateIpAddress: "private_ip",
      SecondaryAllocationIds: "secondary_allocation_ids",
      SubnetId: "subnet_id",
      Tags: TAGS,
    },
  },
  {
    type: "aws_egress_only_internet_gateway",
    canonical: "AWS::EC2::EgressOnlyInternetGateway",
    identifiers: ["id"],
    properties: { Tags: TAGS, VpcId: "vpc_id" },
  },
  {
    type: "aws_ec2_transit_gateway",
    canonical: "AWS::EC2::TransitGateway",
    identifiers: ["id", "arn"],
    properties: {
      AmazonSideAsn: "amazon_side_asn",
      AutoAcceptSharedAttachments: "auto_accept_shared_attachments",
      DefaultRouteTableAssociation: "default_route_table_association",
      DefaultRouteTablePropagation: "default_route_table_propagation",
      Description: "description",
      DnsSupport: "dns_support",
      Tags: TAGS,
      TransitGatewayCidrBlocks: "transit_gateway_cidr_blocks",
      VpnEcmpSupport: "vpn_ecmp_support",
    },
  },
  {
    type: "aws_ec2_transit_gateway_vpc_attachment",
    canonical: "AWS::EC2::TransitGatewayVpcAttachment",
    identifiers: ["id", "arn"],
    properties: {
      Options: {
        object: {
          ApplianceModeSupport: "appliance_mode_support",
          DnsSupport: "dns_support",
          Ipv6Support: "ipv6_support",
        },
      },
      SubnetIds: "subnet_ids",
      Tags: TAGS,
      TransitGatewayId: "transit_gateway_id",
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_ec2_transit_gateway_route_table",
    canonical: "AWS::EC2::TransitGatewayRouteTable",
    identifiers: ["id", "arn"],
    properties: { Tags: TAGS, TransitGatewayId: "transit_gateway_id" },
  },
  {
    type: "aws_ec2_transit_gateway_route",
    canonical: "AWS::EC2::TransitGatewayRoute",
    identifiers: ["id"],
    properties: {
      Blackhole: "blackhole",
      DestinationCidrBlock: "destination_cidr_block",
      TransitGatewayAttachmentId: "transit_gateway_attachment_id",
      TransitGatewayRouteTableId: "transit_gateway_route_table_id",
    },
  },
  {
    type: "aws_networkfirewall_firewall",
    canonical: "AWS::NetworkFirewall::Firewall",
    identifiers: ["id", "arn"],
    properties: {
      DeleteProtection: "delete_protection",
      Description: "description",
      FirewallName: "name",
      FirewallPolicyArn: "firewall_policy_arn",
      FirewallPolicyChangeProtection: "firewall_policy_change_protection",
      SubnetChangeProtection: "subnet_change_protection",
      SubnetMappings: {
        blocks: "subnet_mapping",
        properties: { IPAddressType: "ip_address_type", SubnetId: "subnet_id" },
      },
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
];
