import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { show } from "../cloudformation/load-template.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-log-groups-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPEN = { $unknown: expect.any(String) as string };
const OWN = { $reference: "aws_cloudwatch_log_group.it" };

/** The log group of the function `it`. */
async function groupOf(name: string, group: string, more = ""): Promise<unknown> {
  const text = `
    variable "prefix" {}
    variable "other" {}
    variable "named" { default = "call" }
    resource "random_id" "suffix" { byte_length = 4 }
    resource "aws_vpc" "main" {}
    resource "aws_lambda_function" "it" { function_name = ${name} }
    resource "aws_lambda_function" "export" { function_name = "\${var.prefix}-export" }
    resource "aws_cloudwatch_log_group" "it" {
      name = ${group}
      ${more}
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  const it = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS).get("aws_lambda_function.it");
  return it === undefined ? "no function" : show(propertyAt(it, "/Facts/LogGroup"));
}

describe("the log group of a function of Terraform, where names are made of a variable without a value", () => {
  it.each([
    [
      "takes the name of the function",
      '"${var.prefix}-import"',
      '"/aws/lambda/${aws_lambda_function.it.function_name}"',
      OWN,
    ],
    ["is written like the function", '"${var.prefix}-import"', '"/aws/lambda/${var.prefix}-import"', OWN],
    [
      "ends with the same random text",
      '"import-${random_id.suffix.hex}"',
      '"/aws/lambda/import-${random_id.suffix.hex}"',
      OWN,
    ],
    ["takes a name that is a variable", "var.prefix", '"/aws/lambda/${var.prefix}"', OWN],
    [
      "is that of another function",
      '"import"',
      '"/aws/lambda/${aws_lambda_function.export.function_name}"',
      undefined,
    ],
    [
      "is that of another function of the same beginning",
      '"${var.prefix}-import"',
      '"/aws/lambda/${aws_lambda_function.export.function_name}"',
      undefined,
    ],
    [
      "is that of something else",
      '"${var.prefix}-import"',
      '"/aws/codebuild/${var.prefix}-import"',
      undefined,
    ],
    ["has another end", '"import"', '"${var.prefix}-flow-logs"', undefined],
    ["has a slash in the name", "var.prefix", '"/aws/lambda/${var.other}/insights"', undefined],
    ["holds an id that AWS makes up", '"import"', '"/${aws_vpc.main.id}"', undefined],
    ["has a name of another variable", '"${var.prefix}-import"', '"/aws/lambda/${var.other}-import"', OPEN],
    ["has any name", '"import"', "var.prefix", OPEN],
    [
      "is one of two, of which one is written",
      '"import"',
      'var.prefix == "" ? "/aws/lambda/import" : aws_lambda_function.export.function_name',
      OPEN,
    ],
    [
      "is one of two, of which one is written inside of the name",
      '"import"',
      '"/aws/lambda/${var.prefix == "" ? "import" : aws_lambda_function.export.function_name}"',
      OPEN,
    ],
  ])("%s: %s, %s", async (_, name, group, expected) => {
    expect(await groupOf(name, group)).toEqual(expected);
  });

  it("may not be there", async () => {
    expect(await groupOf('"import"', '"/aws/lambda/import"', 'count = var.prefix == "" ? 1 : 0')).toEqual(
      OPEN,
    );
  });
});
