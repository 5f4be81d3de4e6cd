import { describe, expect, it } from "vitest";
import { describeRoles } from "../../src/commands/explain/describe-roles.ts";
import { buildConfig } from "../../src/config/build-config.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";

const { settings } = buildConfig({
  roles: { report: { tags: ["kind=report"], exceptAddresses: ["module.web.*"] } },
});

function rule(where: RuleDocument["select"]["where"]): RuleDocument {
  return { select: { type: "AWS::S3::Bucket", ...(where !== undefined && { where }) } } as RuleDocument;
}

describe("describeRoles", () => {
  it("says what gives a role and what takes it away", () => {
    const asked = rule({
      at: "/Facts/Roles",
      schema: { type: "array", contains: { enum: ["report", "phi-compute"] } },
    });
    expect(describeRoles(asked, settings)).toEqual([
      "report: report in the name or the address, or the tag kind=report; not with the address module.web.* (AWS::S3::Bucket, AWS::Lambda::Function, Microsoft.Storage/storageAccounts, Microsoft.Storage/storageAccounts/blobServices/containers)",
      expect.stringMatching(
        /^phi-compute: every resource of these types; not with the tag phi=false or the tag dataClass=public or the tag data-class=public \(AWS::Batch/,
      ),
    ]);
  });

  it("says nothing of roles that the rule does not ask for", () => {
    expect(describeRoles(rule({ at: "/BucketName", schema: { const: "report" } }), settings)).toEqual([]);
    expect(describeRoles(rule(undefined), settings)).toEqual([]);
  });
});
