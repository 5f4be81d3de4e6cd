import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const SINK = { address: "sink", type: "AWS::S3::Bucket", name: "north-sink" };

function delivered(...others: readonly object[]): unknown {
  return factOf({ resources: [SINK, ...others] as never }, "sink", "Delivered");
}

function policy(principal: unknown, effect = "Allow"): object {
  return {
    address: "policy",
    type: "AWS::S3::BucketPolicy",
    properties: {
      Bucket: { $reference: "sink" },
      PolicyDocument: {
        Statement: { Effect: effect, Action: "s3:PutObject", Resource: "*", Principal: principal },
      },
    },
  };
}

function source(properties: unknown): object {
  return { address: "source", type: "AWS::S3::Bucket", properties };
}

describe("Delivered", () => {
  it.each([
    ["nothing", [], { Logs: false, Replicas: false }],
    [
      "access logs of another bucket",
      [source({ LoggingConfiguration: { DestinationBucketName: { $reference: "sink" } } })],
      { Logs: true, Replicas: false },
    ],
    [
      "access logs by the bucket's name",
      [source({ LoggingConfiguration: { DestinationBucketName: "north-sink" } })],
      { Logs: true, Replicas: false },
    ],
    [
      "logs of a service",
      [policy({ Service: "delivery.logs.amazonaws.com" })],
      { Logs: true, Replicas: false },
    ],
    [
      "nothing of a service that is kept out",
      [policy({ Service: "delivery.logs.amazonaws.com" }, "Deny")],
      { Logs: false, Replicas: false },
    ],
    [
      "no logs of a role",
      [policy({ AWS: "arn:aws:iam::111111111111:role/writer" })],
      { Logs: false, Replicas: false },
    ],
    [
      "replicas",
      [
        source({
          ReplicationConfiguration: { Rules: [{ Destination: { Bucket: { $reference: "sink" } } }] },
        }),
      ],
      { Logs: false, Replicas: true },
    ],
    [
      "replicas of another bucket's own",
      [source({ ReplicationConfiguration: { Rules: [{ Destination: { Bucket: "arn:aws:s3:::other" } }] } })],
      { Logs: false, Replicas: false },
    ],
    [
      "perhaps logs, perhaps replicas",
      [
        source({
          LoggingConfiguration: { DestinationBucketName: { $unknown: "known after apply" } },
          ReplicationConfiguration: { $unknown: "known after apply" },
        }),
      ],
      { Logs: "unknown", Replicas: "unknown" },
    ],
    [
      "perhaps logs of somebody",
      [policy({ $unknown: "known after apply" })],
      { Logs: "unknown", Replicas: false },
    ],
  ])("%s", (_, others, expected) => {
    expect(delivered(...others)).toEqual(expected);
  });

  it("a bucket that logs to itself is no bucket for logs", () => {
    const own = {
      ...SINK,
      properties: { LoggingConfiguration: { DestinationBucketName: { $reference: "sink" } } },
    };
    expect(factOf({ resources: [own] as never }, "sink", "Delivered")).toEqual({
      Logs: false,
      Replicas: false,
    });
  });

  it("the ACL for log delivery says it, and one that is not known leaves it open", () => {
    const withAcl = (acl: unknown): unknown =>
      factOf({ resources: [{ ...SINK, properties: { AccessControl: acl } }] as never }, "sink", "Delivered");
    expect(withAcl("LogDeliveryWrite")).toEqual({ Logs: true, Replicas: false });
    expect(withAcl({ $unknown: "variable" })).toEqual({ Logs: "unknown", Replicas: false });
  });
});
