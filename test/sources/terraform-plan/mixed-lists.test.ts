import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/model/resource.ts";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";
import { loadPlanJson } from "../load-plan.ts";

const PLAN = "fixtures/terraform-plan/mixed-lists/plan.json";

const [INSTANCE, FUNCTION, GROUP] = [
  "aws-vpc-compute-internet",
  "aws-lambda-function-internet",
  "aws-ec2-compute-group-egress",
];

function outcome(resources: readonly Resource[], rule: string, address: string) {
  return outcomesOf(resources).get(`${rule} ${address}`);
}

describe("lists that hold resources of the plan beside what is known", async () => {
  const alone = loadPlanJson(JSON.parse(readFileSync(PLAN, "utf8")));
  const { resources } = await loadInput(PLAN);

  it.each([
    ["a closed group alone lets nothing out", INSTANCE, "aws_instance.closed", "pass"],
    [
      "a group of a variable may let out what the closed one does not",
      INSTANCE,
      "aws_instance.variable",
      "unknown",
    ],
    ["a group of another state, through a module", INSTANCE, "module.worker.aws_instance.this", "unknown"],
    ["an open group stays open beside one of a variable", INSTANCE, "aws_instance.open_and_variable", "fail"],
    ["and is known to be used", GROUP, "aws_security_group.open", "fail"],
    ["a subnet of another state", FUNCTION, "aws_lambda_function.remote_state", "unknown"],
    [
      "a list made from the range of the VPC may hold others",
      GROUP,
      "aws_security_group.made_list",
      "unknown",
    ],
  ])("%s", (_, rule, address, verdict) => {
    expect(outcome(alone.resources, rule, address)).toBe(verdict);
    expect(outcome(resources, rule, address)).toBe(verdict);
  });

  it("reads from the folder what the plan cannot tell: a text beside the reference", () => {
    expect(outcome(resources, INSTANCE, "aws_instance.text")).toBe("unknown");
  });

  it("and that a list holds the range of the VPC alone", () => {
    expect(outcome(alone.resources, GROUP, "aws_security_group.own_range")).toBe("unknown");
    expect(outcome(resources, GROUP, "aws_security_group.own_range")).toBe("pass");
  });
});
