import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const dmsLenses: readonly Lens[] = [
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
