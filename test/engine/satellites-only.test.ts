import { describe, expect, it } from "vitest";
import { scanFixture } from "../scan-fixture.ts";

describe("a bucket of which the input declares only satellites", () => {
  const own = scanFixture("literal-names").verdicts.filter(
    ({ resource }) => resource?.address === "north-reports",
  );

  it("is judged by what the satellites say", () => {
    const verdicts = own.map(({ rule, verdict }) => [rule, verdict]);
    expect(verdicts).toContainEqual(["aws-s3-phi-public-access", "pass"]);
    expect(verdicts).toContainEqual(["aws-s3-report-object-lock", "fail"]);
  });

  it("is not told of what only its own declaration can settle", () => {
    expect(own.filter(({ verdict }) => verdict === "unknown")).toEqual([]);
  });
});
