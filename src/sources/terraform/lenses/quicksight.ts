import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const quicksightLenses: readonly Lens[] = [
  {
    type: "aws_quicksight_data_source",
    canonical: "AWS::QuickSight::DataSource",
    identifiers: ["id", "arn", "data_source_id"],
    properties: {
      AwsAccountId: "aws_account_id",
      Credentials: {
        block: "credentials",
        properties: {
          CopySourceArn: "copy_source_arn",
          CredentialPair: {
            block: "credential_pair",
            properties: { Password: "password", Username: "username" },
          },
        },
      },
      DataSourceId: "data_source_id",
      Name: "name",
      Permissions: {
        blocks: "permission",
        properties: { Actions: "actions", Principal: "principal" },
      },
      SslProperties: { block: "ssl_properties", properties: { DisableSsl: "disable_ssl" } },
      Tags: TAGS,
      Type: "type",
      VpcConnectionProperties: {
        block: "vpc_connection_properties",
        properties: { VpcConnectionArn: "vpc_connection_arn" },
      },
    },
  },
  {
    type: "aws_quicksight_data_set",
    canonical: "AWS::QuickSight::DataSet",
    identifiers: ["id", "arn", "data_set_id"],
    properties: {
      AwsAccountId: "aws_account_id",
      DataSetId: "data_set_id",
      ImportMode: "import_mode",
      Name: "name",
      Permissions: {
        blocks: "permissions",
        properties: { Actions: "actions", Principal: "principal" },
      },
      RowLevelPermissionDataSet: {
        block: "row_level_permission_data_set",
        properties: {
          Arn: "arn",
          FormatVersion: "format_version",
          Namespace: "namespace",
          PermissionPolicy: "permission_policy",
          Status: "status",
        },
      },
      RowLevelPermissionTagConfiguration: {
        block: "row_level_permission_tag_configuration",
        properties: {
          Status: "status",
          TagRules: {
            blocks: "tag_rules",
            properties: { ColumnName: "column_name", TagKey: "tag_key" },
          },
        },
      },
      Tags: TAGS,
      // this provider has no argument for it, so a data set of its making has no use of its own
      UseAs: { object: {} },
    },
  },
];
