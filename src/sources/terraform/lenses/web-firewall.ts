import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const webFirewallLenses: readonly Lens[] = [
  {
    type: "aws_wafv2_web_acl",
    canonical: "AWS::WAFv2::WebACL",
    identifiers: ["arn", "id"],
    properties: { Description: "description", Name: "name", Scope: "scope", Tags: TAGS },
  },
  {
    type: "aws_wafv2_web_acl_association",
    canonical: "AWS::WAFv2::WebACLAssociation",
    properties: { ResourceArn: "resource_arn", WebACLArn: "web_acl_arn" },
  },
  {
    type: "aws_wafregional_web_acl_association",
    canonical: "AWS::WAFRegional::WebACLAssociation",
    identifiers: ["id"],
    properties: { ResourceArn: "resource_arn", WebACLId: "web_acl_id" },
  },
  {
    type: "aws_wafv2_web_acl_logging_configuration",
    canonical: "AWS::WAFv2::LoggingConfiguration",
    properties: { LogDestinationConfigs: "log_destination_configs", ResourceArn: "resource_arn" },
  },
];
