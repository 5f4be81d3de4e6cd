import type { Lens } from "../lens.ts";
import { accessPointLenses } from "./access-point.ts";
import { dynamodbLenses } from "./dynamodb.ts";
import { eventLenses } from "./events.ts";
import { kmsLenses } from "./kms.ts";
import { lambdaLenses } from "./lambda.ts";
import { pipesLenses } from "./pipes.ts";
import { s3Bucket, s3DirectoryBucket } from "./s3-bucket.ts";
import { s3Satellites } from "./s3-satellites.ts";

export const storageLenses: readonly Lens[] = [
  s3Bucket,
  s3DirectoryBucket,
  ...s3Satellites,
  ...accessPointLenses,
  ...kmsLenses,
  ...dynamodbLenses,
  ...lambdaLenses,
  ...eventLenses,
  ...pipesLenses,
];
