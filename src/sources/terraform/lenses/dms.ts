import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const dmsLenses: readonly Lens[] = [
  {
    type: "aws_dms_endpoint",
    canonical: "AWS::DMS::Endpoint",
    identifiers: ["id", "endpoint_arn", "endpoint_id"],
    name: "endpoint_id",
    properties: {
      CertificateArn: "certificate_arn",
      DatabaseName: "database_name",
      EndpointIdentifier: "endpoint_id",
      EndpointType: "endpoint_type",
      EngineName: "engine_name",
      KafkaSettings: {
        block: "kafka_settings",
        properties: {
          SaslPassword: "sasl_password",
          SaslUserName: "sasl_username",
          SecurityProtocol: "security_protocol",
          SslClientKeyPassword: "ssl_client_key_password",
        },
      },
      KmsKeyId: "kms_key_arn",
      Password: "password",
      RedisSettings: {
        block: "redis_settings",
        properties: {
          AuthPassword: "auth_password",
          AuthType: "auth_type",
          SslSecurityProtocol: "ssl_security_protocol",
        },
      },
      ServerName: "server_name",
      SslMode: "ssl_mode",
      Tags: TAGS,
      Username: "username",
    },
  },
  {
    type: "aws_dms_replication_instance",
    canonical: "AWS::DMS::ReplicationInstance",
    identifiers: ["id", "replication_instance_arn", "replication_instance_id"],
    name: "replication_instance_id",
    properties: {
      AllocatedStorage: "allocated_storage",
      AutoMinorVersionUpgrade: "auto_minor_version_upgrade",
      EngineVersion: "engine_version",
      KmsKeyId: "kms_key_arn",
      MultiAZ: "multi_az",
      NetworkType: "network_type",
      // the service makes it public unless it is told otherwise; the provider always tells
      PubliclyAccessible: { attribute: "publicly_accessible", unset: false },
      ReplicationInstanceClass: "replication_instance_class",
      ReplicationInstanceIdentifier: "replication_instance_id",
      ReplicationSubnetGroupIdentifier: "replication_subnet_group_id",
      Tags: TAGS,
      VpcSecurityGroupIds: "vpc_security_group_ids",
    },
  },
];
