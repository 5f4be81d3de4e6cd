import { describe, expect, it } from "vitest";
import { reachesEvery } from "../../../src/facts/identity/reaches-every.ts";
import { Reference, Unknown, UnknownPlace, UnknownText } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";

const ACCOUNT = new UnknownPlace("chosen at deployment", "account", "stack");
const REGION = new UnknownPlace("chosen at deployment", "region", "stack");
const PARAMETER = new Unknown("parameter Name has no value");
const ROLE = new Reference("role", "Arn");

function text(...pieces: readonly Value[]): UnknownText {
  return new UnknownText("not known", [], pieces);
}

describe("what a statement reaches", () => {
  it.each([
    ["*", "resource", true],
    ["arn:aws:s3:::*", "resource", true],
    ["arn:aws:s3:::intake/*", "resource", false],
    ["arn:aws:s3:::?*", "resource", true],
    ["arn:aws:s3:*", "resource", true],
    ["arn:aws:s3:::model/*", "resource", false],
    ["arn:aws:s3:::*/reports/*", "resource", false],
    ["arn:aws:s3:us-east-1:111111111111:accesspoint/*/object/*", "resource", true],
    ["arn:aws:s3:us-east-1:111111111111:accesspoint/intake/object/*", "resource", false],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/*", "resource", true],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/*/index/*", "resource", true],
    ["arn:aws:healthlake:*:*:datastore/fhir/*", "resource", true],
    ["arn:aws:medical-imaging:us-east-1:111111111111:datastore/*/imageset/*", "resource", true],
    ["arn:aws:medical-imaging:us-east-1:111111111111:datastore/1a2b/imageset/*", "resource", false],
    ["arn:aws:omics:us-east-1:111111111111:sequenceStore/*/readSet/*", "resource", true],
    ["arn:aws:iam::111111111111:role*", "resource", true],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/runs/index/*", "resource", false],
    ["arn:aws:execute-api:us-east-1:111111111111:abcdef/*", "resource", false],
    ["arn:aws:iam::111111111111:role/*", "role", true],
    ["arn:aws:iam::111111111111:role/?*", "role", true],
    ["arn:aws:iam::111111111111:*/*", "role", true],
    ["arn:aws:iam::111111111111:role/runs-*", "role", false],
    ["arn:aws:kms:us-east-1:111111111111:key/mrk-*", "key", false],
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

  it.each([
    ["role/runs-* of the own account", text("arn:aws:iam::", ACCOUNT, ":role/runs-*"), "role", false],
    ["role/* of the own account", text("arn:aws:iam::", ACCOUNT, ":role/*"), "role", true],
    ["stores of the own region", text("arn:aws:omics:", REGION, ":", ACCOUNT, ":run/*"), "resource", true],
    ["what lies in a resource", text(ROLE, "/*"), "resource", false],
    [
      "role/NAME*, which may be role/*",
      text("arn:aws:iam::", ACCOUNT, ":role/", PARAMETER, "*"),
      "role",
      "unknown",
    ],
    ["role/runs-NAME*", text("arn:aws:iam::", ACCOUNT, ":role/runs-", PARAMETER, "*"), "role", false],
    ["a table, whatever its name", text("arn:aws:glue:us-east-1:1:table/", PARAMETER), "role", false],
    ["a bucket of any name", text("arn:aws:s3:::", PARAMETER, "/*"), "resource", "unknown"],
    ["a service of any name", text("arn:aws:", PARAMETER, ":::role/*"), "role", "unknown"],
  ] as const)("%s", (_, pattern, reach, expected) => {
    expect(reachesEvery({ Resources: [pattern] }, reach)).toBe(expected);
  });
});
