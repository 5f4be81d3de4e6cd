import type { Link } from "./link.ts";

const ACL = ["AWS::EC2::NetworkAcl"];
const ROLE = ["AWS::IAM::Role"];
const GROUP = ["AWS::EC2::SecurityGroup"];
const INTERFACE = ["AWS::EC2::NetworkInterface"];
const LAUNCH_TEMPLATE = ["AWS::EC2::LaunchTemplate"];
const RULE_GROUP = ["AWS::Route53Resolver::FirewallRuleGroup"];
const SUBNET = ["AWS::EC2::Subnet"];
const TABLE = ["AWS::EC2::RouteTable"];
const VPC = ["AWS::EC2::VPC"];

const computeLinks: readonly Link[] = [
  { type: "AWS::Lambda::Function", at: "/VpcConfig/SubnetIds/*", to: SUBNET },
  { type: "AWS::Lambda::Function", at: "/VpcConfig/SecurityGroupIds/*", to: GROUP },
  { type: "AWS::SageMaker::Domain", at: "/DefaultSpaceSettings/SecurityGroups/*", to: GROUP },
  { type: "AWS::SageMaker::Domain", at: "/DomainSettings/SecurityGroupIds/*", to: GROUP },
  { type: "AWS::SageMaker::UserProfile", at: "/UserSettings/SecurityGroups/*", to: GROUP },
  { type: "AWS::Batch::ComputeEnvironment", at: "/ComputeResources/Subnets/*", to: SUBNET },
  { type: "AWS::Batch::ComputeEnvironment", at: "/ComputeResources/SecurityGroupIds/*", to: GROUP },
  {
    type: "AWS::Batch::ComputeEnvironment",
    at: "/ComputeResources/LaunchTemplate/LaunchTemplateId",
    to: LAUNCH_TEMPLATE,
  },
  {
    type: "AWS::Batch::ComputeEnvironment",
    at: "/ComputeResources/LaunchTemplate/LaunchTemplateName",
    to: LAUNCH_TEMPLATE,
  },
  { type: "AWS::Batch::JobDefinition", at: "/ContainerProperties/JobRoleArn", to: ROLE },
  { type: "AWS::ECS::Service", at: "/NetworkConfiguration/AwsvpcConfiguration/Subnets/*", to: SUBNET },
  { type: "AWS::ECS::Service", at: "/NetworkConfiguration/AwsvpcConfiguration/SecurityGroups/*", to: GROUP },
  { type: "AWS::ECS::Service", at: "/TaskDefinition", to: ["AWS::ECS::TaskDefinition"] },
  { type: "AWS::ECS::TaskDefinition", at: "/TaskRoleArn", to: ROLE },
  { type: "AWS::EC2::Instance", at: "/SubnetId", to: SUBNET },
  { type: "AWS::EC2::Instance", at: "/SecurityGroupIds/*", to: GROUP },
  { type: "AWS::EC2::Instance", at: "/LaunchTemplate/LaunchTemplateId", to: LAUNCH_TEMPLATE },
  { type: "AWS::EC2::Instance", at: "/LaunchTemplate/LaunchTemplateName", to: LAUNCH_TEMPLATE },
  { type: "AWS::EC2::Instance", at: "/NetworkInterfaces/*/GroupSet/*", to: GROUP },
  { type: "AWS::EC2::Instance", at: "/NetworkInterfaces/*/NetworkInterfaceId", to: INTERFACE },
  { type: "AWS::EC2::Instance", at: "/NetworkInterfaces/*/SubnetId", to: SUBNET },
  { type: "AWS::EC2::LaunchTemplate", at: "/LaunchTemplateData/SecurityGroupIds/*", to: GROUP },
  { type: "AWS::EC2::LaunchTemplate", at: "/LaunchTemplateData/NetworkInterfaces/*/Groups/*", to: GROUP },
  { type: "AWS::EC2::LaunchTemplate", at: "/LaunchTemplateData/NetworkInterfaces/*/SubnetId", to: SUBNET },
  { type: "AWS::EC2::NetworkInterface", at: "/Terraform/attachment/instance", to: ["AWS::EC2::Instance"] },
  { type: "AWS::EC2::NetworkInterface", at: "/GroupSet/*", to: GROUP },
  { type: "AWS::EC2::NetworkInterface", at: "/SubnetId", to: SUBNET },
  { type: "aws_network_interface_sg_attachment", at: "/security_group_id", to: GROUP },
  { type: "AWS::Omics::Configuration", at: "/RunConfigurations/VpcConfig/SubnetIds/*", to: SUBNET },
  { type: "AWS::Omics::Configuration", at: "/RunConfigurations/VpcConfig/SecurityGroupIds/*", to: GROUP },
];

export const networkLinks: readonly Link[] = [
  ...computeLinks,
  { type: "AWS::EC2::SecurityGroup", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::SecurityGroupEgress", at: "/GroupId", to: GROUP },
  { type: "AWS::EC2::SecurityGroupIngress", at: "/GroupId", to: GROUP },
  { type: "AWS::EC2::Subnet", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::RouteTable", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::Route", at: "/RouteTableId", to: TABLE },
  { type: "AWS::EC2::VPNGatewayRoutePropagation", at: "/RouteTableIds/*", to: TABLE },
  { type: "AWS::EC2::Route", at: "/GatewayId", to: ["AWS::EC2::InternetGateway"], like: "igw-*" },
  { type: "AWS::EC2::Route", at: "/NatGatewayId", to: ["AWS::EC2::NatGateway"] },
  {
    type: "AWS::EC2::Route",
    at: "/EgressOnlyInternetGatewayId",
    to: ["AWS::EC2::EgressOnlyInternetGateway"],
  },
  { type: "AWS::EC2::Route", at: "/TransitGatewayId", to: ["AWS::EC2::TransitGateway"] },
  { type: "AWS::EC2::SubnetRouteTableAssociation", at: "/SubnetId", to: SUBNET },
  { type: "AWS::EC2::SubnetRouteTableAssociation", at: "/RouteTableId", to: TABLE },
  { type: "aws_main_route_table_association", at: "/vpc_id", to: VPC },
  { type: "aws_main_route_table_association", at: "/route_table_id", to: TABLE },
  { type: "AWS::EC2::VPCGatewayAttachment", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::VPCGatewayAttachment", at: "/InternetGatewayId", to: ["AWS::EC2::InternetGateway"] },
  { type: "AWS::EC2::NatGateway", at: "/SubnetId", to: SUBNET },
  { type: "AWS::EC2::EgressOnlyInternetGateway", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::VPCBlockPublicAccessExclusion", at: "/SubnetId", to: SUBNET },
  { type: "AWS::EC2::VPCBlockPublicAccessExclusion", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::NetworkAcl", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::NetworkAclEntry", at: "/NetworkAclId", to: ACL },
  { type: "AWS::EC2::SubnetNetworkAclAssociation", at: "/NetworkAclId", to: ACL },
  { type: "AWS::EC2::SubnetNetworkAclAssociation", at: "/SubnetId", to: SUBNET },
  { type: "AWS::EC2::VPCEndpoint", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::VPCEndpoint", at: "/RouteTableIds/*", to: TABLE },
  { type: "AWS::EC2::VPCEndpoint", at: "/SecurityGroupIds/*", to: GROUP },
  { type: "AWS::EC2::VPCEndpoint", at: "/SubnetIds/*", to: SUBNET },
  { type: "AWS::EC2::TransitGatewayVpcAttachment", at: "/VpcId", to: VPC },
  { type: "AWS::EC2::TransitGatewayVpcAttachment", at: "/SubnetIds/*", to: SUBNET },
  {
    type: "AWS::EC2::TransitGatewayVpcAttachment",
    at: "/TransitGatewayId",
    to: ["AWS::EC2::TransitGateway"],
  },
  { type: "AWS::NetworkFirewall::Firewall", at: "/VpcId", to: VPC },
  { type: "AWS::NetworkFirewall::Firewall", at: "/SubnetMappings/*/SubnetId", to: SUBNET },
  { type: "AWS::Route53Resolver::FirewallRuleGroupAssociation", at: "/VpcId", to: VPC },
  { type: "AWS::Route53Resolver::FirewallRuleGroupAssociation", at: "/FirewallRuleGroupId", to: RULE_GROUP },
  {
    type: "AWS::Route53Resolver::FirewallRuleGroup",
    at: "/FirewallRules/*/FirewallDomainListId",
    to: ["AWS::Route53Resolver::FirewallDomainList"],
  },
  { type: "aws_route53_resolver_firewall_config", at: "/resource_id", to: VPC },
];
