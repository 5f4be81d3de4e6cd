import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** CloudFormation has no type for the configuration of a VPC; aws_route53_resolver_firewall_config stays as it is. */
export const dnsFirewallLenses: readonly Lens[] = [
  {
    type: "aws_route53_resolver_firewall_rule_group",
    canonical: "AWS::Route53Resolver::FirewallRuleGroup",
    identifiers: ["id", "arn"],
    properties: { Name: "name", Tags: TAGS },
  },
  {
    type: "aws_route53_resolver_firewall_rule",
    canonical: "AWS::Route53Resolver::FirewallRuleGroup",
    fold: { into: ["aws_route53_resolver_firewall_rule_group"], by: "firewall_rule_group_id" },
    properties: {
      FirewallRules: {
        object: {
          Action: "action",
          BlockOverrideDnsType: "block_override_dns_type",
          BlockOverrideDomain: "block_override_domain",
          BlockOverrideTtl: "block_override_ttl",
          BlockResponse: "block_response",
          FirewallDomainListId: "firewall_domain_list_id",
          FirewallDomainRedirectionAction: "firewall_domain_redirection_action",
          Priority: "priority",
          Qtype: "q_type",
        },
        inList: true,
      },
    },
  },
  {
    type: "aws_route53_resolver_firewall_rule_group_association",
    canonical: "AWS::Route53Resolver::FirewallRuleGroupAssociation",
    identifiers: ["id", "arn"],
    properties: {
      FirewallRuleGroupId: "firewall_rule_group_id",
      MutationProtection: "mutation_protection",
      Name: "name",
      Priority: "priority",
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_route53_resolver_firewall_domain_list",
    canonical: "AWS::Route53Resolver::FirewallDomainList",
    identifiers: ["id", "arn"],
    properties: { Domains: { attribute: "domains", unset: [] }, Name: "name", Tags: TAGS },
  },
];
