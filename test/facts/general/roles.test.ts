import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

function rolesOf(resource: Partial<ExampleResource>, settings = DEFAULT_SETTINGS): unknown {
  const written = { address: "aws_s3_bucket.b", type: "AWS::S3::Bucket", ...resource };
  const [found] = addFacts(exampleGraph({ resources: [written] }), settings).resources;
  return found === undefined ? undefined : propertyAt(found, "/Facts/Roles");
}

describe("what a resource is for", () => {
  it.each([
    ["its label says it", { address: "aws_s3_bucket.clinicReports" }, ["report"]],
    ["its name says it", { name: "north-reports" }, ["report"]],
    ["a longer word is another word", { address: "aws_s3_bucket.reporter" }, []],
    [
      "its module says it when it says nothing itself",
      { address: "module.report_vault.aws_s3_bucket.this" },
      ["report"],
    ],
    [
      "its own name comes before its module's",
      { address: "module.report_vault.aws_s3_bucket.access_logs" },
      ["log"],
    ],
    [
      "a module key is part of its name",
      { address: 'module.clinic["reports"].aws_s3_bucket.this' },
      ["report"],
    ],
    ["the type has to fit", { address: "aws_sns_topic.reports", type: "AWS::SNS::Topic" }, []],
    ["compute works on PHI", { address: "f", type: "AWS::Lambda::Function" }, ["phi-compute"]],
    [
      "unless a tag says that it does not",
      { address: "f", type: "AWS::Lambda::Function", properties: { Tags: [{ Key: "PHI", Value: "False" }] } },
      [],
    ],
    ["an unknown name gives no role", { properties: { Tags: { $unknown: "known after apply" } } }, []],
  ])("%s", (_, resource, expected) => {
    expect(rolesOf(resource)).toEqual(expected);
  });

  it("an address in genoscan.yaml takes a role away", () => {
    const { report } = DEFAULT_SETTINGS.roles;
    if (report === undefined) throw new Error("there is no role report");
    const roles = { report: { ...report, exceptAddresses: ["aws_s3_bucket.re*"] } };
    expect(rolesOf({ address: "aws_s3_bucket.reports" }, { ...DEFAULT_SETTINGS, roles })).toEqual([]);
  });
});
