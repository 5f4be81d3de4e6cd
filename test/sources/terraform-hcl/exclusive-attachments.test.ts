import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-exclusive-attachments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const IDENTITIES = {
  role: `resource "aws_iam_role" "it" {
    assume_role_policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
    })
  }`,
  user: `resource "aws_iam_user" "it" { name = "it" }`,
  group: `resource "aws_iam_group" "it" { name = "it" }`,
};

/** Whether the identity may have a policy of AWS that it has by the list of all that are attached to it. */
async function outcome(kind: keyof typeof IDENTITIES, policy: string): Promise<string | undefined> {
  const text = `
    ${IDENTITIES[kind]}
    resource "aws_iam_${kind}_policy_attachments_exclusive" "all" {
      ${kind}_name = aws_iam_${kind}.it.name
      policy_arns = ["arn:aws:iam::aws:policy/${policy}"]
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get(`aws-iam-no-full-access-policies aws_iam_${kind}.it`);
}

describe("the list of all policies that are attached", () => {
  it.each(["role", "user", "group"] as const)("gives them to a %s", async (kind) => {
    expect(await outcome(kind, "AdministratorAccess")).toBe("fail");
    expect(await outcome(kind, "SecurityAudit")).toBe("pass");
  });
});
