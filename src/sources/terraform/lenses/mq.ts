import type { Lens } from "../lens.ts";

export const mqLenses: readonly Lens[] = [
  {
    type: "aws_mq_broker",
    canonical: "AWS::AmazonMQ::Broker",
    identifiers: ["id", "arn"],
    name: "broker_name",
    properties: {
      AuthenticationStrategy: "authentication_strategy",
      AutoMinorVersionUpgrade: "auto_minor_version_upgrade",
      BrokerName: "broker_name",
      DeploymentMode: "deployment_mode",
      EncryptionOptions: {
        block: "encryption_options",
        properties: { KmsKeyId: "kms_key_id", UseAwsOwnedKey: "use_aws_owned_key" },
      },
      EngineType: "engine_type",
      EngineVersion: "engine_version",
      LdapServerMetadata: {
        block: "ldap_server_metadata",
        properties: {
          ServiceAccountPassword: "service_account_password",
          ServiceAccountUsername: "service_account_username",
        },
      },
      Logs: {
        block: "logs",
        properties: { Audit: { attribute: "audit", as: "boolean" }, General: "general" },
      },
      PubliclyAccessible: "publicly_accessible",
      SecurityGroups: "security_groups",
      SubnetIds: "subnet_ids",
      Tags: { attribute: "tags_all", as: "tags", computed: true },
      Users: { blocks: "user", properties: { Password: "password", Username: "username" } },
    },
  },
];
