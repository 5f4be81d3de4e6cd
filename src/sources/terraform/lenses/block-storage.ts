import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const blockStorageLenses: readonly Lens[] = [
  {
    type: "aws_ebs_volume",
    canonical: "AWS::EC2::Volume",
    identifiers: ["id", "arn"],
    properties: {
      AvailabilityZone: "availability_zone",
      Encrypted: "encrypted",
      Iops: "iops",
      KmsKeyId: "kms_key_id",
      MultiAttachEnabled: "multi_attach_enabled",
      OutpostArn: "outpost_arn",
      Size: "size",
      SnapshotId: "snapshot_id",
      Tags: TAGS,
      Throughput: "throughput",
      VolumeType: "type",
    },
  },
  {
    type: "aws_ebs_snapshot_block_public_access",
    canonical: "AWS::EC2::SnapshotBlockPublicAccess",
    identifiers: ["id"],
    properties: { State: "state" },
  },
];
