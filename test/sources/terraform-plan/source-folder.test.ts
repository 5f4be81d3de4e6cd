import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { referencesOf } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { loadInput, textAt } from "../load-input.ts";

const FIXTURE = "fixtures/terraform-plan/source-folder";

function resourceAt({ resources }: ReadResult, address: string) {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`no ${address}`);
  return found;
}

const ALGORITHM =
  "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm";

describe("the places of a real plan", async () => {
  const read = await loadInput(`${FIXTURE}/plan.json`);

  it("says nothing about a folder that is the plan's", () => {
    expect(read.diagnostics).toEqual([]);
  });

  it.each([
    ["an attribute", "aws_kms_key.data", "/EnableKeyRotation", "main.tf", "enable_key_rotation = false"],
    [
      "a satellite's attribute",
      "aws_s3_bucket.intake[1]",
      "/VersioningConfiguration/Status",
      "main.tf",
      'status = "Suspended"',
    ],
    [
      "an attribute in a module",
      'module.clinic["south"].aws_s3_bucket.this',
      ALGORITHM,
      "modules/bucket/main.tf",
      "sse_algorithm     = var.algorithm",
    ],
    [
      "the first of a list",
      "aws_s3_bucket.intake[0]",
      "/LifecycleConfiguration/Rules/0/ExpirationInDays",
      "main.tf",
      "days = 1",
    ],
    [
      "the content of a dynamic block",
      "aws_s3_bucket.intake[0]",
      "/LifecycleConfiguration/Rules/2/ExpirationInDays",
      "main.tf",
      "days = 2",
    ],
    [
      "a block behind a dynamic one",
      "aws_s3_bucket.intake[0]",
      "/LifecycleConfiguration/Rules/3/ExpirationInDays",
      "main.tf",
      "days = 3",
    ],
    [
      "an attribute in JSON",
      "aws_dynamodb_table.consent_ledger",
      "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
      "ledger.tf.json",
      '"enabled": false',
    ],
    [
      "the block, when the attribute is absent",
      "aws_kms_key.data",
      "/KeyPolicy",
      "main.tf",
      'resource "aws_kms_key" "data" {',
    ],
    ["the provider configuration", 'provider["aws"]', "/Region", "provider.tf", 'provider "aws" {'],
  ])("%s", (_, address, pointer, file, text) => {
    const resource = resourceAt(read, address);
    const location = resource.origin?.(pointer).location ?? resource.location;
    expect([location?.file, textAt(location)]).toEqual([`${FIXTURE}/${file}`, text]);
  });

  it("finds blocks of a set by what they hold: their order is another one in the plan", () => {
    const written = [0, 1].map((index) => {
      const group = resourceAt(read, "aws_security_group.worker");
      const pointer = `/SecurityGroupEgress/${String(index)}/Description`;
      return [at(group.properties, pointer), textAt(group.origin?.(pointer).location)];
    });
    expect(written).toHaveLength(2);
    for (const [description, text] of written) {
      expect(text).toBe(`description = ${JSON.stringify(description)}`);
    }
  });

  it("leads from the root module to the resource", () => {
    const { calls = [] } = resourceAt(read, 'module.clinic["north"].aws_s3_bucket.this');
    expect(calls.map(({ address, location }) => [address, textAt(location)])).toEqual([
      ['module.clinic["north"]', 'module "clinic" {'],
    ]);
  });

  it("follows a key through a local, which no plan holds", () => {
    const { properties } = resourceAt(read, 'module.clinic["south"].aws_s3_bucket.this');
    expect(referencesOf(at(properties, ALGORITHM.replace("SSEAlgorithm", "KMSMasterKeyID")))).toMatchObject([
      { target: "aws_kms_key.data" },
    ]);
  });
});

function at(value: Value | undefined, pointer: string): Value | undefined {
  let current: unknown = value;
  for (const step of pointer.slice(1).split("/")) current = (current as Record<string, unknown>)[step];
  return current as Value | undefined;
}

describe("a folder that is not the one that the plan was made from", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "genoscan-"));
    cpSync(FIXTURE, folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function edit(file: string, from: string, to: string): void {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  }

  const key = {
    target: 'module.clinic["south"].aws_s3_bucket.this',
    pointer: ALGORITHM.replace("SSEAlgorithm", "KMSMasterKeyID"),
  };

  it.each([
    [
      "a resource is gone",
      "main.tf",
      'resource "aws_kms_key" "data"',
      'resource "aws_kms_key" "other"',
      "aws_kms_key.data",
      "",
      "aws_kms_key.data: it is in the plan and not in the folder",
    ],
    [
      "its type is another",
      "main.tf",
      'resource "aws_security_group" "worker"',
      'resource "aws_default_security_group" "worker"',
      "aws_security_group.worker",
      "",
      "which has aws_default_security_group.worker",
    ],
    [
      "an attribute has another value",
      "main.tf",
      "enable_key_rotation = false",
      "enable_key_rotation = true",
      "aws_kms_key.data",
      "",
      "aws_kms_key.data: enable_key_rotation has one value in the folder and another in the plan",
    ],
    [
      "an attribute is gone",
      "main.tf",
      "enable_key_rotation = false",
      "",
      "aws_kms_key.data",
      "",
      "enable_key_rotation is set in the plan and not in the folder",
    ],
    [
      "an attribute is new",
      "main.tf",
      "enable_key_rotation = false",
      "enable_key_rotation = false\n  is_enabled = true",
      "aws_kms_key.data",
      "",
      "is_enabled is set in the folder and not in the plan",
    ],
    [
      "an attribute refers to something else",
      "modules/bucket/main.tf",
      "sse_algorithm     = var.algorithm",
      "sse_algorithm     = var.name",
      'module.clinic["north"].aws_s3_bucket.this',
      ALGORITHM,
      "in its apply_server_side_encryption_by_default block, sse_algorithm refers to var.name in the folder and to var.algorithm in the plan",
    ],
    [
      "a block is gone",
      "main.tf",
      'rule {\n    id     = "fourth"\n    status = "Disabled"\n    filter {}\n    expiration {\n      days = 3\n    }\n  }',
      "",
      "aws_s3_bucket.intake[0]",
      "/LifecycleConfiguration/Rules/0/Status",
      "it has 2 rule blocks in the plan and 1 in the folder",
    ],
    [
      "the count is another",
      "main.tf",
      'count  = 2\n  bucket = "intake-',
      'count  = 1\n  bucket = "intake-',
      "aws_s3_bucket.intake[0]",
      "",
      "aws_s3_bucket.intake: count has one value in the folder and another in the plan",
    ],
    [
      "a key is gone that only a local holds",
      "main.tf",
      'north = "AES256", ',
      "",
      'module.clinic["north"].aws_s3_bucket.this',
      "",
      "the folder has no instance with this key",
    ],
    [
      "the call is gone",
      "main.tf",
      'module "clinic"',
      'module "klinik"',
      'module.clinic["north"].aws_s3_bucket.this',
      "",
      "module.clinic: it is called in the plan and not in the folder",
    ],
    [
      "the module is gone",
      "main.tf",
      "./modules/bucket",
      "./modules/pail",
      'module.clinic["north"].aws_s3_bucket.this',
      "",
      "module.clinic: there is no folder ./modules/pail",
    ],
    [
      "the module is out of reach",
      "main.tf",
      "./modules/bucket",
      "../../../../etc",
      'module.clinic["north"].aws_s3_bucket.this',
      "",
      "leads out of the folder that is scanned",
    ],
  ])("%s: it is told, and nothing is guessed", async (...[, file, from, to, address, pointer, message]) => {
    edit(file, from, to);
    const read = await loadInput(join(folder, "plan.json"));
    expect(read.diagnostics.map((diagnostic) => diagnostic.message).join("\n")).toContain(message);
    const { location, origin } = resourceAt(read, address);
    expect(pointer === "" ? location : origin?.(pointer).location).toBeUndefined();
    expect(read.gaps).toEqual([]);
  });

  it("settles nothing when something of it differs", async () => {
    edit("main.tf", "enable_key_rotation = false", "enable_key_rotation = true");
    const read = await loadInput(join(folder, "plan.json"));
    expect(referencesOf(at(resourceAt(read, key.target).properties, key.pointer))).toEqual([]);
  });

  it("a file that cannot be read takes only the places of what it declares", async () => {
    writeFileSync(join(folder, "ledger.tf.json"), '{ "resource": ');
    const read = await loadInput(join(folder, "plan.json"));
    expect(read.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "terraform-source-unreadable",
        location: expect.objectContaining({ line: 1 }) as unknown,
      }),
    );
    expect(resourceAt(read, "aws_dynamodb_table.consent_ledger").location).toBeUndefined();
    expect(textAt(resourceAt(read, "aws_kms_key.data").location)).toBe('resource "aws_kms_key" "data" {');
    expect(read.inputs[0]?.status).toBe("read");
  });

  it("a folder of something else is one sentence", async () => {
    const source = mkdtempSync(join(folder, "other-"));
    writeFileSync(join(source, "main.tf"), 'resource "null_resource" "a" {}\n');
    const read = await loadInput(join(folder, "plan.json"), { source });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(["terraform-source-differs"]);
    expect(read.diagnostics[0]?.message).toContain("--source");
  });

  it("--source without a configuration is told", async () => {
    const read = await loadInput(join(folder, "plan.json"), { source: join(folder, "nowhere") });
    expect(read.diagnostics[0]?.message).toContain("there is no folder with a Terraform configuration");
  });

  it("a plan beside no folder has no places, and nothing is said of it", async () => {
    rmSync(join(folder, "main.tf"));
    rmSync(join(folder, "provider.tf"));
    rmSync(join(folder, "ledger.tf.json"));
    const read = await loadInput(join(folder, "plan.json"));
    expect(read.diagnostics).toEqual([]);
    expect(resourceAt(read, "aws_kms_key.data").location).toBeUndefined();
  });
});
