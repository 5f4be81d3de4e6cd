import { describe, expect, it } from "vitest";
import { inSameAccount, inSamePlace } from "../../src/facts/same-place.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Placement } from "../../src/model/settings.ts";
import { Unknown } from "../../src/model/value.ts";

const NOT_TOLD = new Unknown("it comes from the environment");
const DEPLOYED: Placement = { cloud: "aws", region: NOT_TOLD, account: NOT_TOLD, deployment: "aws" };
const EAST: Placement = { cloud: "aws", region: "us-east-1", account: "111111111111" };

function at(placement: Placement | undefined): Resource {
  return {
    id: "a",
    address: "a",
    type: "AWS::S3::Bucket",
    properties: {},
    identifiers: [],
    declared: "here",
    ...(placement && { placement }),
  };
}

describe("whether a setting holds where another resource lies", () => {
  it.each([
    ["nothing is said of either", undefined, undefined, true],
    ["both name one region and account", EAST, { ...EAST }, true],
    ["another region", EAST, { ...EAST, region: "us-west-2" }, false],
    ["another account", EAST, { ...EAST, account: "222222222222" }, false],
    ["one deployment, whose region comes from the environment", DEPLOYED, DEPLOYED, true],
    ["another deployment", DEPLOYED, { ...DEPLOYED, deployment: "aws.west" }, "unknown"],
    [
      "one deployment, and one names its own region",
      DEPLOYED,
      { ...DEPLOYED, region: "us-east-1" },
      "unknown",
    ],
    [
      "one deployment, and one has a region of its own that is not known",
      DEPLOYED,
      { ...DEPLOYED },
      "unknown",
    ],
  ] as const)("%s", (_, one, other, truth) => {
    expect(inSamePlace(at(one), at(other))).toBe(truth);
  });

  it("one deployment has one account, whichever regions its resources name", () => {
    expect(inSameAccount(at(DEPLOYED), at({ ...DEPLOYED, region: "us-east-1" }))).toBe(true);
  });
});
