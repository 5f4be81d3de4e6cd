import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import { Unknown } from "../../../src/model/value.ts";
import { loadFolder } from "../../../src/sources/terraform-hcl/load-folder.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-provider-version-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SLIP = "bukcet = 1";
const STRANGE = "entirely_new_argument = 1";
const pin = (version: string, source = "hashicorp/aws") =>
  `terraform {\n  required_providers {\n    aws = {\n      source = "${source}"\n      version = "${version}"\n    }\n  }\n}\n`;

async function levels(head: string, argument: string, lock?: string): Promise<readonly string[]> {
  writeFileSync(join(folder, "main.tf"), `${head}resource "aws_s3_bucket" "b" {\n  ${argument}\n}\n`);
  if (lock !== undefined) {
    const entry = `provider "registry.terraform.io/hashicorp/aws" {\n  version = "${lock}"\n}\n`;
    writeFileSync(join(folder, ".terraform.lock.hcl"), entry);
  }
  const { diagnostics } = await loadFolder(folder, { settings: DEFAULT_SETTINGS, idPrefix: "" });
  return diagnostics.map(({ level }) => level);
}

describe("an argument that version 5 of the provider does not have", () => {
  it.each<[string, string, string, string | undefined, readonly string[]]>([
    ["is an error where version 5 is certain", pin("~> 5.0"), STRANGE, undefined, ["error"]],
    ["is an error where the lock file says version 5", "", STRANGE, "5.31.0", ["error"]],
    ["is a warning where it is a slip and nothing is pinned", "", SLIP, undefined, ["warning"]],
    ["is nothing where nothing is pinned and it may be new", pin(">= 5.0"), STRANGE, undefined, []],
    ["is nothing where version 6 is pinned", pin("~> 6.0"), SLIP, undefined, []],
    ["is nothing where version 4 is pinned", pin("< 5.0"), SLIP, undefined, []],
    ["is nothing where the lock file says version 6", pin(">= 5.0"), SLIP, "6.2.0", []],
    ["is nothing where the provider is another one", pin("~> 5.0", "acme/aws"), SLIP, undefined, []],
  ])("%s", async (_, head, argument, lock, expected) => {
    expect(await levels(head, argument, lock)).toEqual(expected);
  });
});

describe("a default that version 6 of the provider changed", () => {
  const OLD = [false, true];
  const NEW = [true, false];
  const either = expect.any(Unknown) as unknown;
  it.each<[string, string, readonly unknown[]]>([
    ["is the old one where version 6 cannot be", pin("~> 5.0"), OLD],
    ["is the new one where no older version can be", pin("~> 6.0"), NEW],
    ["is not known where both can be", pin(">= 5.0"), [either, either]],
    ["is not known where nothing is pinned", "", [either, either]],
    ["is the old one of another provider", pin("~> 6.0", "acme/aws"), OLD],
  ])("%s", async (_, head, expected) => {
    const cluster = 'resource "aws_redshift_cluster" "c" {\n  node_type = "ra3.large"\n}\n';
    writeFileSync(join(folder, "main.tf"), head + cluster);
    const { resources } = await loadFolder(folder, { settings: DEFAULT_SETTINGS, idPrefix: "" });
    const found = resources.find(({ type }) => type === "AWS::Redshift::Cluster");
    const settings = ["/Encrypted", "/PubliclyAccessible"].map(
      (pointer) => found && propertyAt(found, pointer),
    );
    expect(settings).toEqual(expected);
  });

  it("gives way to what is written, whichever version it is", async () => {
    const cluster = 'resource "aws_redshift_cluster" "c" {\n  encrypted = false\n}\n';
    writeFileSync(join(folder, "main.tf"), pin("~> 6.0") + cluster);
    const { resources } = await loadFolder(folder, { settings: DEFAULT_SETTINGS, idPrefix: "" });
    const found = resources.find(({ type }) => type === "AWS::Redshift::Cluster");
    expect(found && propertyAt(found, "/Encrypted")).toBe(false);
  });
});
