import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-containers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether containers are without the rights of the machine. */
async function outcome(definitions: string): Promise<string | undefined> {
  const text = `
    variable "image" {}
    variable "more" {}
    locals {
      caller = { name = "caller", image = var.image, privileged = true }
      plain  = { name = "plain", image = var.image, environment = var.more }
    }
    data "template_file" "it" {
      template = <<-JSON
        [{"name": "caller", "image": "$\${image}", "privileged": $\${privileged}}]
      JSON
      vars = {
        image      = var.image
        privileged = true
      }
    }
    data "template_file" "wrong" {
      template = <<-JSON
        [{"name": "caller", "privileged": $\${missing}}]
      JSON
    }
    resource "aws_ecs_task_definition" "it" {
      family                = "it"
      container_definitions = ${definitions}
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get("aws-ecs-not-privileged aws_ecs_task_definition.it");
}

describe("containers of which something is a variable without a value", () => {
  it.each([
    ["a privileged one, of an unknown image", "jsonencode([local.caller])", "fail"],
    ["a plain one, with unknown settings", "jsonencode([local.plain])", "pass"],
    ["a privileged one, and unknown ones behind it", "jsonencode(concat([local.caller], var.more))", "fail"],
    [
      "a privileged one, between unknown ones",
      "jsonencode(concat(var.more, concat([local.caller], var.more)))",
      "fail",
    ],
    ["a plain one, and unknown ones behind it", "jsonencode(concat([local.plain], var.more))", "unknown"],
    [
      "a privileged one, by way of a list of another type",
      "jsonencode(tolist(concat([local.caller], var.more)))",
      "unknown",
    ],
    ["one that may be made otherwise", "jsonencode([merge(local.caller, var.more)])", "unknown"],
    ["a privileged one, in a template of the template provider", "data.template_file.it.rendered", "fail"],
    ["a template that names what it is not given", "data.template_file.wrong.rendered", "unknown"],
    ["nothing known", "jsonencode(var.more)", "unknown"],
  ])("%s: %s", async (_, definitions, expected) => {
    expect(await outcome(definitions)).toBe(expected);
  });
});
