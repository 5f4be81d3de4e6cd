import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-inline-policies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the policy inside of a queue or topic admits everyone. */
async function outcome(type: string, principal: string): Promise<string | undefined> {
  const text = `
    variable "bucket" {}
    resource "${type}" "it" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = ${principal}
          Action    = "*"
          Resource  = "arn:aws:s3:::\${var.bucket}"
        }]
      })
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get(`aws-iam-resource-policy-everyone ${type}.it.policy`);
}

describe("a policy inside of a resource, of which a part is not known", () => {
  it.each([
    ["aws_sqs_queue", '"*"', "fail"],
    ["aws_sqs_queue", '{ Service = "s3.amazonaws.com" }', "pass"],
    ["aws_sqs_queue", "var.bucket", "unknown"],
    ["aws_sns_topic", '"*"', "fail"],
    ["aws_sns_topic", '{ Service = "s3.amazonaws.com" }', "pass"],
  ])("%s for %s: %s", async (type, principal, expected) => {
    expect(await outcome(type, principal)).toBe(expected);
  });
});
