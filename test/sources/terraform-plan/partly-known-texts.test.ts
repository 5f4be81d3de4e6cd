import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/model/resource.ts";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";
import { loadPlanJson } from "../load-plan.ts";

const PLAN = "fixtures/terraform-plan/partly-known-texts/plan.json";

const [NOT_PRIVILEGED, JOB, READ_ONLY, GROUP, EVERYONE] = [
  "aws-ecs-not-privileged",
  "aws-batch-not-privileged",
  "aws-ecs-read-only-root",
  "aws-lambda-log-group",
  "aws-iam-resource-policy-everyone",
];

function outcome(resources: readonly Resource[], rule: string, address: string) {
  return outcomesOf(resources).get(`${rule} ${address}`);
}

describe("texts of which a plan tells only what they name", async () => {
  const alone = loadPlanJson(JSON.parse(readFileSync(PLAN, "utf8")));
  const { resources } = await loadInput(PLAN);

  it.each([
    [NOT_PRIVILEGED, "aws_ecs_task_definition.privileged", "fail"],
    [READ_ONLY, "aws_ecs_task_definition.privileged", "pass"],
    [NOT_PRIVILEGED, "aws_ecs_task_definition.writable", "pass"],
    [READ_ONLY, "aws_ecs_task_definition.writable", "fail"],
    [JOB, "aws_batch_job_definition.privileged", "fail"],
    [GROUP, "aws_lambda_function.named", "pass"],
    [GROUP, "aws_lambda_function.written", "pass"],
    [GROUP, "aws_lambda_function.without", "fail"],
    [EVERYONE, "aws_sqs_queue.results.policy", "fail"],
  ])("%s of %s is unknown, and %s with the folder", (rule, address, verdict) => {
    expect(outcome(alone.resources, rule, address)).toBe("unknown");
    expect(outcome(resources, rule, address)).toBe(verdict);
  });
});
