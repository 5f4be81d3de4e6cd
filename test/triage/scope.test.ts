import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { findOutOfScope } from "../../src/triage/scope.ts";
import { resource, rule } from "./sample.ts";

const bucket = resource("module.site.aws_s3_bucket.pages", {}, { writtenType: "aws_s3_bucket" });
const key = resource("aws_kms_key.data", {}, { type: "AWS::KMS::Key", writtenType: "aws_kms_key" });
const elsewhere = resource("arn:aws:s3:::other", {}, { declared: "elsewhere" });
const policyOnly = resource(
  "arn:aws:s3:::third",
  {},
  { declared: "elsewhere", absorbed: ["aws_s3_bucket_policy.third"] },
);
const graph = new ResourceGraph([bucket, key, elsewhere, policyOnly]);

function outOf(include: readonly string[], exclude: readonly string[]) {
  const placed = (patterns: readonly string[]) =>
    patterns.map((pattern, index) => ({ pattern, location: { file: "genoscan.yaml", line: index + 1 } }));
  return findOutOfScope({ include: placed(include), exclude: placed(exclude) }, graph);
}

describe("findOutOfScope", () => {
  it("is nothing when no scope is named", () => {
    expect(outOf([], [])).toBeUndefined();
  });

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["an address", [], ["module.site.*"], [bucket.address]],
    ["one of our types", [], ["AWS::KMS::*"], [key.address]],
    ["one of Terraform's types", [], ["aws_s3_bucket"], [bucket.address]],
    ["all but what is included", ["aws_kms_key.*"], [], [policyOnly.address, bucket.address]],
    ["what is excluded, although it is included", ["*"], ["aws_kms_key.data"], [key.address]],
    ["a resource that only a satellite declares", [], ["*third"], [policyOnly.address]],
  ])("leaves out %s", (_, include, exclude, addresses) => {
    expect(outOf(include, exclude)?.shown.resources.map(({ address }) => address)).toEqual(addresses);
  });

  it("a pattern that meets nothing is told, with its place", () => {
    expect(outOf(["*"], ["module.stie.*"])?.diagnostics).toMatchObject([
      { code: "scope-unmatched", level: "note", location: { file: "genoscan.yaml", line: 1 } },
    ]);
  });

  it("that nothing is in scope is told: such a scan looks clean", () => {
    expect(outOf(["modul.*"], [])?.diagnostics).toMatchObject([
      { code: "scope-empty", level: "warning" },
      { code: "scope-unmatched", level: "warning" },
    ]);
  });
});

describe("what is out of scope", () => {
  const none = new Set([bucket.id, policyOnly.id]);

  it("has no verdict", () => {
    const all = evaluate(graph, [rule("r")]).verdicts;
    expect(all.map((verdict) => verdict.resource?.address)).toContain(bucket.address);
    expect(evaluate(graph, [rule("r")], { outOfScope: none }).verdicts).toEqual([]);
  });

  it("makes no rule about the whole input apply, and stays in the graph as a fact", () => {
    const seen: number[] = [];
    const whole = rule("g", {
      scope: "graph",
      types: ["AWS::S3::Bucket", "AWS::KMS::Key"],
      assert: (scope) => {
        seen.push(scope.graph.ofType("AWS::S3::Bucket").length);
        return { truth: true, evidence: [], reasons: [] };
      },
    });
    expect(evaluate(graph, [whole], { outOfScope: none }).verdicts).toHaveLength(1);
    expect(seen).toEqual([3]);
    expect(evaluate(graph, [whole], { outOfScope: new Set([...none, key.id]) }).verdicts).toEqual([]);
  });
});
