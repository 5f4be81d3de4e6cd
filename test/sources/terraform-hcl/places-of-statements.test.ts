import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import type { Location } from "../../../src/model/location.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const FILES = {
  "main.tf": `
resource "aws_iam_policy" "inline" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::a/*" },
      { Effect = "Allow", Action = "*", Resource = "*" }, # inline
    ]
  })
}

data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::a/*"]
  }

  statement { # data
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data" {
  policy = data.aws_iam_policy_document.reader.json # named
}

locals {
  document = data.aws_iam_policy_document.reader.json
  text = jsonencode({
    Statement = { Effect = "Allow", Action = "*", Resource = "*" } # local
  })
}

resource "aws_iam_policy" "local" {
  policy = local.text # text by name
}

resource "aws_iam_policy" "through_local" {
  policy = local.document # by name
}

module "policy" {
  source = "./modules/policy"
  policy = local.document
}

resource "aws_iam_policy" "output" {
  policy = module.policy.json # output by name
}

data "aws_iam_policy_document" "merged" { # merged
  source_policy_documents = [data.aws_iam_policy_document.reader.json]
}

resource "aws_iam_policy" "merged" {
  policy = data.aws_iam_policy_document.merged.json # names merged
}
`,
  "modules/policy/main.tf": `
variable "policy" {}

resource "aws_iam_policy" "given" {
  policy = var.policy # given
}

data "aws_iam_policy_document" "own" {
  statement { # own
    actions   = ["*"]
    resources = ["*"]
  }
}

output "json" {
  value = data.aws_iam_policy_document.own.json
}
`,
};

async function scanned() {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-places-"));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { resources } = await readInputs([folder], { settings: DEFAULT_SETTINGS, paramFiles: [] });
  return addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS).resources;
}

/** The remark at the end of the line. */
function remarkAt(location: Location | undefined): string | undefined {
  const line = readFileSync(location?.file ?? "", "utf8").split("\n")[(location?.line ?? 0) - 1];
  return line?.split("# ")[1];
}

describe("a statement of a policy", async () => {
  const resources = await scanned();

  it.each([
    ["in jsonencode", "aws_iam_policy.inline", 1, "inline", undefined],
    ["in a block of the data source that is named", "aws_iam_policy.data", 1, "data", "named"],
    ["alone, in a local value", "aws_iam_policy.local", 0, "local", "text by name"],
    ["in a data source, behind a local value", "aws_iam_policy.through_local", 1, "data", "by name"],
    ["in another module, behind a variable", "module.policy.aws_iam_policy.given", 1, "data", "given"],
    ["in another module, behind an output", "aws_iam_policy.output", 0, "own", "output by name"],
    [
      "in one of several documents: the data source that joins them",
      "aws_iam_policy.merged",
      1,
      "merged",
      "names merged",
    ],
  ])("%s", (_, address, index, remark, named) => {
    const resource = resources.find((candidate) => candidate.address === address);
    const origin = resource?.origin?.(`/Facts/Permissions/${String(index)}/WholeServices`);
    expect(remarkAt(origin?.location)).toBe(remark);
    expect(origin?.namedAt && remarkAt(origin.namedAt)).toBe(named);
    expect(origin?.attribute).toBe(`policy.Statement[${String(index)}]`);
  });
});
