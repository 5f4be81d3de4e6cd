import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** Elasticsearch and OpenSearch domains are one service under two names. */
const DOMAIN: Feeds = {
  AccessPolicies: { attribute: "access_policies", as: "json" },
  AdvancedSecurityOptions: {
    block: "advanced_security_options",
    properties: {
      Enabled: "enabled",
      InternalUserDatabaseEnabled: "internal_user_database_enabled",
      MasterUserOptions: {
        block: "master_user_options",
        properties: {
          MasterUserARN: "master_user_arn",
          MasterUserName: "master_user_name",
          MasterUserPassword: "master_user_password",
        },
      },
    },
  },
  DomainEndpointOptions: {
    block: "domain_endpoint_options",
    properties: {
      CustomEndpointEnabled: "custom_endpoint_enabled",
      EnforceHTTPS: "enforce_https",
      TLSSecurityPolicy: "tls_security_policy",
    },
  },
  DomainName: "domain_name",
  EncryptionAtRestOptions: {
    block: "encrypt_at_rest",
    properties: { Enabled: "enabled", KmsKeyId: "kms_key_id" },
  },
  LogPublishingOptions: {
    keyed: "log_publishing_options",
    by: "log_type",
    properties: {
      CloudWatchLogsLogGroupArn: "cloudwatch_log_group_arn",
      Enabled: { attribute: "enabled", unset: true },
    },
  },
  NodeToNodeEncryptionOptions: { block: "node_to_node_encryption", properties: { Enabled: "enabled" } },
  Tags: TAGS,
  VPCOptions: {
    block: "vpc_options",
    properties: { SecurityGroupIds: "security_group_ids", SubnetIds: "subnet_ids" },
  },
};

function policy(type: string, into: readonly string[], canonical: string): Lens {
  return {
    type,
    canonical,
    fold: { into, by: "domain_name" },
    supersedes: { into, by: "domain_name", attribute: "access_policies" },
    properties: { AccessPolicies: { attribute: "access_policies", as: "json" } },
  };
}

export const searchDomainLenses: readonly Lens[] = [
  {
    type: "aws_elasticsearch_domain",
    canonical: "AWS::Elasticsearch::Domain",
    identifiers: ["id", "arn", "domain_name"],
    name: "domain_name",
    properties: { ...DOMAIN, ElasticsearchVersion: "elasticsearch_version" },
  },
  {
    type: "aws_opensearch_domain",
    canonical: "AWS::OpenSearchService::Domain",
    identifiers: ["id", "arn", "domain_name"],
    name: "domain_name",
    properties: { ...DOMAIN, EngineVersion: "engine_version" },
  },
  policy("aws_elasticsearch_domain_policy", ["aws_elasticsearch_domain"], "AWS::Elasticsearch::Domain"),
  policy(
    "aws_opensearch_domain_policy",
    ["aws_opensearch_domain", "awscc_opensearchservice_domain"],
    "AWS::OpenSearchService::Domain",
  ),
  {
    type: "aws_opensearchserverless_collection",
    canonical: "AWS::OpenSearchServerless::Collection",
    identifiers: ["id", "arn", "name"],
    properties: { Name: "name", Tags: TAGS, Type: "type" },
  },
  {
    type: "aws_opensearchserverless_security_policy",
    canonical: "AWS::OpenSearchServerless::SecurityPolicy",
    properties: { Name: "name", Policy: { attribute: "policy", as: "json" }, Type: "type" },
  },
];
