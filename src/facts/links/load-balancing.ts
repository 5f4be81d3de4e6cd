import type { Link } from "./link.ts";

const LOAD_BALANCER = ["AWS::ElasticLoadBalancingV2::LoadBalancer"];
const LISTENER = ["AWS::ElasticLoadBalancingV2::Listener"];
const CERTIFICATE = ["AWS::CertificateManager::Certificate"];
const SERVER_CERTIFICATE = ["AWS::IAM::ServerCertificate"];
const GROUP = ["AWS::EC2::SecurityGroup"];
const SUBNET = ["AWS::EC2::Subnet"];
const LAUNCH_TEMPLATE = ["AWS::EC2::LaunchTemplate"];
const ACL = ["AWS::WAFv2::WebACL"];

/** Load balancers, what scales behind them, and the firewall for the web in front of them. */
export const loadBalancingLinks: readonly Link[] = [
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", at: "/SecurityGroups/*", to: GROUP },
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", at: "/Subnets/*", to: SUBNET },
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", at: "/SubnetMappings/*/SubnetId", to: SUBNET },
  { type: "AWS::ElasticLoadBalancingV2::Listener", at: "/LoadBalancerArn", to: LOAD_BALANCER },
  {
    type: "AWS::ElasticLoadBalancingV2::Listener",
    at: "/Certificates/*/CertificateArn",
    to: CERTIFICATE,
    like: "arn:*:acm:*",
  },
  {
    type: "AWS::ElasticLoadBalancingV2::Listener",
    at: "/Certificates/*/CertificateArn",
    to: SERVER_CERTIFICATE,
    like: "arn:*:iam:*",
  },
  { type: "AWS::ElasticLoadBalancingV2::ListenerRule", at: "/ListenerArn", to: LISTENER },
  { type: "AWS::ElasticLoadBalancing::LoadBalancer", at: "/SecurityGroups/*", to: GROUP },
  { type: "AWS::ElasticLoadBalancing::LoadBalancer", at: "/Subnets/*", to: SUBNET },
  {
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    at: "/Listeners/*/SSLCertificateId",
    to: CERTIFICATE,
    like: "arn:*:acm:*",
  },
  {
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    at: "/Listeners/*/SSLCertificateId",
    to: SERVER_CERTIFICATE,
    like: "arn:*:iam:*",
  },
  { type: "aws_acm_certificate_validation", at: "/certificate_arn", to: CERTIFICATE },
  { type: "AWS::AutoScaling::AutoScalingGroup", at: "/LaunchTemplate/LaunchTemplateId", to: LAUNCH_TEMPLATE },
  {
    type: "AWS::AutoScaling::AutoScalingGroup",
    at: "/LaunchConfigurationName",
    to: ["AWS::AutoScaling::LaunchConfiguration"],
  },
  { type: "AWS::AutoScaling::AutoScalingGroup", at: "/VPCZoneIdentifier/*", to: SUBNET },
  { type: "AWS::AutoScaling::LaunchConfiguration", at: "/SecurityGroups/*", to: GROUP },
  { type: "AWS::WAFv2::WebACLAssociation", at: "/WebACLArn", to: ACL },
  ...["AWS::WAFv2::WebACLAssociation", "AWS::WAFRegional::WebACLAssociation"].map((type) => ({
    type,
    at: "/ResourceArn",
    to: LOAD_BALANCER,
    like: "arn:*:loadbalancer/*",
  })),
  { type: "AWS::WAFv2::LoggingConfiguration", at: "/ResourceArn", to: ACL },
  { type: "AWS::EC2::FlowLog", at: "/ResourceId", to: ["AWS::EC2::VPC"], like: "vpc-*" },
  { type: "AWS::EC2::Instance", at: "/IamInstanceProfile", to: ["AWS::IAM::InstanceProfile"] },
];
