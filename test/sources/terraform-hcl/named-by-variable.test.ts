import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-named-by-variable-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JSON_TEXT = (...resources: string[]): string => `<<-JSON
      {"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [${resources.map((one) => `"${one}"`).join(", ")}],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]}
    JSON
`;

/** Whether a bucket of that name takes encrypted requests alone, by a policy that names it. */
async function outcome(name: string, policy: string): Promise<string | undefined> {
  const text = `
    variable "prefix" {}
    variable "other" {}
    locals { name = "\${var.prefix}-results" }
    resource "aws_s3_bucket" "it" { bucket = ${name} }
    resource "aws_s3_bucket_policy" "it" {
      bucket = aws_s3_bucket.it.id
      policy = ${policy}
    }
    data "aws_iam_policy_document" "it" {
      statement {
        effect    = "Deny"
        actions   = ["s3:*"]
        resources = ["arn:aws:s3:::\${local.name}", "arn:aws:s3:::\${local.name}/*"]
        principals {
          type        = "*"
          identifiers = ["*"]
        }
        condition {
          test     = "Bool"
          variable = "aws:SecureTransport"
          values   = ["false"]
        }
      }
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get("aws-s3-tls-only aws_s3_bucket.it");
}

describe("a bucket whose name is made of a variable without a value", () => {
  it.each([
    [
      "written in its policy",
      "local.name",
      JSON_TEXT("arn:aws:s3:::${local.name}", "arn:aws:s3:::${local.name}/*"),
      "pass",
    ],
    [
      "written in its policy in other words",
      '"${var.prefix}-results"',
      JSON_TEXT("arn:aws:s3:::${local.name}", "arn:aws:s3:::${var.prefix}-results/*"),
      "pass",
    ],
    [
      "that is the whole name",
      "var.prefix",
      JSON_TEXT("arn:aws:s3:::${var.prefix}", "arn:aws:s3:::${var.prefix}/*"),
      "pass",
    ],
    ["in a policy document", "local.name", "data.aws_iam_policy_document.it.json", "pass"],
    ["in a policy of the objects alone", "local.name", JSON_TEXT("arn:aws:s3:::${local.name}/*"), "fail"],
    [
      "in a policy of some objects",
      "local.name",
      JSON_TEXT("arn:aws:s3:::${local.name}", "arn:aws:s3:::${local.name}/a/*"),
      "unknown",
    ],
    [
      "in a policy that names another variable",
      "local.name",
      JSON_TEXT("arn:aws:s3:::${var.other}", "arn:aws:s3:::${var.other}/*"),
      "unknown",
    ],
  ])("%s", async (_, name, policy, expected) => {
    expect(await outcome(name, policy)).toBe(expected);
  });
});
