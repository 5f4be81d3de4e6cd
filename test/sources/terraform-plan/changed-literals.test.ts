import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadInput } from "../load-input.ts";

/** What is known of a resource with a plan whose folder was edited after it. */
async function edited(from: string, to: string, address: string) {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-edited-"));
  try {
    cpSync("fixtures/terraform-plan/policy-places", folder, { recursive: true });
    const file = join(folder, "main.tf");
    const text = readFileSync(file, "utf8");
    if (!text.includes(from)) throw new Error(`nothing like ${from}`);
    writeFileSync(file, text.replace(from, to));
    const { resources, diagnostics } = await loadInput(join(folder, "plan.json"));
    const resource = resources.find((candidate) => candidate.address === address);
    if (resource === undefined) throw new Error(`no ${address}`);
    return { resource, messages: diagnostics.map(({ message }) => message).join("\n") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a literal inside of an expression that is another than when the plan was made", () => {
  it.each([
    ["a value of jsonencode", '"eu-west-1"]', '"us-west-2"]', "aws_organizations_policy.regions", "content"],
    [
      "one more statement",
      '{ Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" },',
      '{ Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" },\n{ Effect = "Deny", Action = "config:*", Resource = "*" },',
      "aws_organizations_policy.regions",
      "content",
    ],
    [
      "one part less",
      'Condition = { StringEquals = { "aws:PrincipalAccount" = "111111111111" } }',
      "",
      "aws_vpc_endpoint.s3",
      "policy",
    ],
    [
      "a text in a heredoc of JSON",
      '"config:*"',
      '"config:Put*"',
      "aws_organizations_policy.kept",
      "content",
    ],
    [
      "a policy in a block of a set",
      'Action = "kms:Sign"',
      'Action = "kms:Verify"',
      "aws_iam_role.runs",
      "inline_policy",
    ],
    [
      "a block of a data source",
      'actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["*"]',
      'actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["111111111111"]',
      "aws_iam_role.runs",
      "assume_role_policy",
    ],
  ])("%s: it is told, and the resource has no place", async (...[, from, to, address, attribute]) => {
    const { resource, messages } = await edited(from, to, address);
    expect(messages).toContain(
      `${address}: ${attribute} has one value in the folder and another in the plan`,
    );
    expect(resource.location).toBeUndefined();
  });

  it.each([
    [
      "another order of keys",
      '{ Effect = "Allow", Action = "kms:Sign", Resource = "*" }',
      '{ Resource = "*", Action = ["kms:Sign"], Effect = "Allow" }',
    ],
    ["space in a heredoc", '"Action": "config:*"', '"Action":   [ "config:*" ]'],
    ["a remark", "# decides aws-iam-sign-named-keys", "# another"],
  ])("%s changes nothing", async (_, from, to) => {
    const { resource, messages } = await edited(from, to, "aws_iam_role.runs");
    expect(messages).toBe("");
    expect(resource.location).toBeDefined();
  });
});
