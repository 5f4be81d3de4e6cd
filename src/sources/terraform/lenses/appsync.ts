import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const POOL: Feeds = {
  AppIdClientRegex: "app_id_client_regex",
  AwsRegion: "aws_region",
  UserPoolId: "user_pool_id",
};

export const appSyncLenses: readonly Lens[] = [
  {
    type: "aws_appsync_graphql_api",
    canonical: "AWS::AppSync::GraphQLApi",
    identifiers: ["id", "arn"],
    properties: {
      AdditionalAuthenticationProviders: {
        blocks: "additional_authentication_provider",
        properties: {
          AuthenticationType: "authentication_type",
          UserPoolConfig: { block: "user_pool_config", properties: POOL },
        },
      },
      ApiType: { attribute: "api_type", unset: "GRAPHQL" },
      AuthenticationType: "authentication_type",
      IntrospectionConfig: { attribute: "introspection_config", unset: "ENABLED" },
      LogConfig: {
        block: "log_config",
        properties: {
          CloudWatchLogsRoleArn: "cloudwatch_logs_role_arn",
          ExcludeVerboseContent: "exclude_verbose_content",
          FieldLogLevel: "field_log_level",
        },
      },
      Name: "name",
      Tags: TAGS,
      UserPoolConfig: {
        block: "user_pool_config",
        properties: { ...POOL, DefaultAction: "default_action" },
      },
      Visibility: { attribute: "visibility", unset: "GLOBAL" },
      XrayEnabled: "xray_enabled",
    },
  },
];
