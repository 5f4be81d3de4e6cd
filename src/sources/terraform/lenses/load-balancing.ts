import type { Feed, Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** Load balancer attributes are texts in lists of keys and values. */
const TEXT = { values: { true: "true", false: "false" } } as const;

function flag(key: string, attribute: string): Feed {
  return {
    object: { Key: { constant: key, when: attribute }, Value: { attribute, as: TEXT } },
  };
}

const LOAD_BALANCER: Feeds = {
  IpAddressType: "ip_address_type",
  LoadBalancerAttributes: {
    list: [
      // a block that is there turns the logs on unless it says otherwise; provider and API call them off without one
      {
        object: {
          Key: { constant: "access_logs.s3.enabled", when: "access_logs" },
          Value: { attribute: "access_logs.enabled", as: TEXT },
        },
      },
      {
        object: {
          Key: { constant: "access_logs.s3.bucket", when: "access_logs" },
          Value: "access_logs.bucket",
        },
      },
      flag("deletion_protection.enabled", "enable_deletion_protection"),
      flag("routing.http.drop_invalid_header_fields.enabled", "drop_invalid_header_fields"),
      flag("load_balancing.cross_zone.enabled", "enable_cross_zone_load_balancing"),
      flag("waf.fail_open.enabled", "enable_waf_fail_open"),
    ],
  },
  Name: "name",
  Scheme: { attribute: "internal", as: { values: { true: "internal", false: "internet-facing" } } },
  SecurityGroups: "security_groups",
  SubnetMappings: {
    blocks: "subnet_mapping",
    properties: {
      AllocationId: "allocation_id",
      IPv6Address: "ipv6_address",
      PrivateIPv4Address: "private_ipv4_address",
      SubnetId: "subnet_id",
    },
  },
  Subnets: "subnets",
  Tags: TAGS,
  Type: "load_balancer_type",
};

const ACTION: Feeds = {
  RedirectConfig: {
    block: "redirect",
    properties: {
      Host: "host",
      Path: "path",
      Port: "port",
      Protocol: "protocol",
      Query: "query",
      StatusCode: "status_code",
    },
  },
  TargetGroupArn: "target_group_arn",
  Type: "type",
};

const LISTENER: Feeds = {
  AlpnPolicy: { attribute: "alpn_policy", as: "list" },
  Certificates: { object: { CertificateArn: "certificate_arn" }, inList: true },
  DefaultActions: { blocks: "default_action", properties: ACTION },
  LoadBalancerArn: "load_balancer_arn",
  Port: "port",
  // an application load balancer listens with HTTP unless told otherwise; a gateway load balancer has no port
  Protocol: { first: ["protocol", { constant: "HTTP", when: "port" }] },
  SslPolicy: "ssl_policy",
};

const TARGET_GROUP: Feeds = {
  Name: "name",
  Port: "port",
  Protocol: "protocol",
  ProtocolVersion: "protocol_version",
  Tags: TAGS,
  TargetType: "target_type",
  VpcId: "vpc_id",
};

/** People write protocols in small letters, which the service takes. */
const PROTOCOL = { values: { http: "HTTP", https: "HTTPS", tcp: "TCP", ssl: "SSL" } } as const;

/** aws_alb and its kin are other names of the same types. */
function bothNames(lens: Lens): readonly Lens[] {
  return [lens, { ...lens, type: lens.type.replace("aws_lb", "aws_alb") }];
}

const LOAD_BALANCERS = ["aws_elb"];

export const loadBalancingLenses: readonly Lens[] = [
  ...bothNames({
    type: "aws_lb",
    canonical: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    identifiers: ["arn", "id", "name"],
    properties: LOAD_BALANCER,
  }),
  ...bothNames({
    type: "aws_lb_listener",
    canonical: "AWS::ElasticLoadBalancingV2::Listener",
    identifiers: ["arn", "id"],
    properties: LISTENER,
  }),
  ...bothNames({
    type: "aws_lb_listener_rule",
    canonical: "AWS::ElasticLoadBalancingV2::ListenerRule",
    identifiers: ["arn", "id"],
    properties: {
      Actions: { blocks: "action", properties: ACTION },
      ListenerArn: "listener_arn",
      Priority: "priority",
    },
  }),
  ...bothNames({
    type: "aws_lb_target_group",
    canonical: "AWS::ElasticLoadBalancingV2::TargetGroup",
    identifiers: ["arn", "id", "name"],
    properties: TARGET_GROUP,
  }),
  {
    type: "aws_elb",
    canonical: "AWS::ElasticLoadBalancing::LoadBalancer",
    identifiers: ["name", "id", "arn"],
    properties: {
      AccessLoggingPolicy: {
        block: "access_logs",
        properties: {
          Enabled: "enabled",
          EmitInterval: "interval",
          S3BucketName: "bucket",
          S3BucketPrefix: "bucket_prefix",
        },
      },
      CrossZone: "cross_zone_load_balancing",
      Listeners: {
        blocks: "listener",
        properties: {
          InstanceProtocol: { attribute: "instance_protocol", as: PROTOCOL },
          LoadBalancerPort: "lb_port",
          Protocol: { attribute: "lb_protocol", as: PROTOCOL },
          SSLCertificateId: "ssl_certificate_id",
        },
      },
      LoadBalancerName: "name",
      Scheme: { attribute: "internal", as: { values: { true: "internal", false: "internet-facing" } } },
      SecurityGroups: "security_groups",
      Subnets: "subnets",
      Tags: TAGS,
    },
  },
  {
    type: "aws_load_balancer_policy",
    canonical: "AWS::ElasticLoadBalancing::LoadBalancer",
    fold: { into: LOAD_BALANCERS, by: "load_balancer_name" },
    properties: {
      Policies: {
        object: {
          Attributes: { blocks: "policy_attribute", properties: { Name: "name", Value: "value" } },
          PolicyName: "policy_name",
          PolicyType: "policy_type_name",
        },
        inList: true,
      },
    },
  },
  {
    type: "aws_load_balancer_listener_policy",
    canonical: "AWS::ElasticLoadBalancing::LoadBalancer",
    fold: { into: LOAD_BALANCERS, by: "load_balancer_name" },
    properties: {
      Terraform: {
        object: {
          listener_policies: {
            object: { load_balancer_port: "load_balancer_port", policy_names: "policy_names" },
            inList: true,
          },
        },
      },
    },
  },
  {
    type: "aws_lb_ssl_negotiation_policy",
    canonical: "AWS::ElasticLoadBalancing::LoadBalancer",
    fold: { into: LOAD_BALANCERS, by: "load_balancer" },
    properties: {
      Policies: {
        object: {
          Attributes: { blocks: "attribute", properties: { Name: "name", Value: "value" } },
          // it attaches itself to the listener of the port
          LoadBalancerPorts: { attribute: "lb_port", as: "list" },
          PolicyName: "name",
          PolicyType: { constant: "SSLNegotiationPolicyType" },
        },
        inList: true,
      },
    },
  },
];
