import { describe, expect, it } from "vitest";
import { reachesEvery } from "../../../src/facts/identity/reaches-every.ts";
import { Reference, Unknown } from "../../../src/model/value.ts";

describe("what a statement reaches", () => {
  it.each([
    ["*", "resource", true],
    ["arn:aws:s3:::*", "resource", true],
    ["arn:aws:s3:::intake/*", "resource", false],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/*", "resource", true],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/runs/index/*", "resource", false],
    ["arn:aws:execute-api:us-east-1:111111111111:abcdef/*", "resource", false],
    ["arn:aws:iam::111111111111:role/*", "role", true],
    ["arn:aws:iam::111111111111:role/runs-*", "role", false],
    ["arn:aws:iam::111111111111:*", "role", true],
    ["arn:aws:kms:*:111111111111:key/*", "key", true],
    ["arn:aws:kms:us-east-1:111111111111:alias/phi", "key", false],
    ["arn:aws:s3:::*", "key", false],
  ] as const)("%s: every %s? %s", (resource, reach, expected) => {
    expect(reachesEvery({ Resources: [resource] }, reach)).toBe(expected);
  });

  it("is everything for a statement that names what it leaves out", () => {
    expect(reachesEvery({ NotResources: ["arn:aws:s3:::reports"] }, "resource")).toBe(true);
  });

  it("is one thing for the ARN of another resource, and open for what is not known", () => {
    expect(reachesEvery({ Resources: [new Reference("bucket", "arn")] }, "resource")).toBe(false);
    expect(reachesEvery({ Resources: [new Unknown("a variable")] }, "resource")).toBe("unknown");
    expect(reachesEvery({ Resources: [new Unknown("a variable"), "*"] }, "resource")).toBe(true);
  });
});
