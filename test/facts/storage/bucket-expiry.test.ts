import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

function expiry(rules: unknown, retention?: unknown): unknown {
  const properties = {
    LifecycleConfiguration: { Rules: rules },
    ...(retention === undefined
      ? {}
      : { ObjectLockConfiguration: { Rule: { DefaultRetention: retention } } }),
  };
  return factOf(
    { resources: [{ address: "bucket", type: "AWS::S3::Bucket", properties }] },
    "bucket",
    "Expiry",
  );
}

describe("Expiry", () => {
  it("a bucket without a lifecycle deletes nothing", () => {
    expect(
      factOf({ resources: [{ address: "bucket", type: "AWS::S3::Bucket" }] }, "bucket", "Expiry"),
    ).toEqual([]);
  });

  it.each([
    [
      "the age of current and of earlier versions",
      { ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 7 } },
      [30, 7],
    ],
    ["a date comes for objects of every age", { ExpirationDate: "2030-01-01T00:00:00Z" }, [0]],
    ["0 days is the provider's word for none", { ExpirationInDays: 0, ExpiredObjectDeleteMarker: true }, []],
    ["a move is no deletion", { Transitions: [{ StorageClass: "GLACIER", TransitionInDays: 1 }] }, []],
    ["nor is the end of an upload", { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }, []],
    ["an age that is not known", { ExpirationInDays: { $unknown: "known after apply" } }, ["unknown"]],
  ])("%s", (_, rule, days) => {
    expect(expiry([{ Id: "rule", Status: "Enabled", ...rule }])).toEqual(
      days.map((age) => ({ Rule: "rule", Days: age })),
    );
  });

  it("a rule that is switched off deletes nothing; of one that may be, the answer is open", () => {
    expect(expiry([{ Id: "a", Status: "Disabled", ExpirationInDays: 1 }])).toEqual([]);
    expect(expiry([{ Id: "a", Status: { $unknown: "variable" }, ExpirationInDays: 1 }])).toEqual(["unknown"]);
  });

  it.each([
    [{ Mode: "COMPLIANCE", Years: 25 }, 9125],
    [{ Mode: "GOVERNANCE", Days: 30 }, 30],
    [{ Mode: "COMPLIANCE", Days: 0, Years: 1 }, 365],
    [{ Mode: "COMPLIANCE", Years: { $unknown: "variable" } }, "unknown"],
  ])("the lock %j is %s days", (retention, days) => {
    expect(expiry([{ Status: "Enabled", ExpirationInDays: 1 }], retention)).toEqual([
      { Rule: "", Days: 1, LockDays: days },
    ]);
  });

  it("rules that are not known", () => {
    expect(expiry({ $unknown: "known after apply" })).toBe("unknown");
    expect(expiry([{ $unknown: "known after apply" }])).toEqual(["unknown"]);
  });
});
