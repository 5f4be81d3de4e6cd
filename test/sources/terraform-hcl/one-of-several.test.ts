import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-one-of-several-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The verdict on the key of a ledger that an expression gives, in a folder without values for its variables. */
async function keyed(expression: string): Promise<string | undefined> {
  const text = `
    variable "key" { type = string }
    variable "create" { type = bool }
    data "terraform_remote_state" "keys" {
      backend = "local"
      config  = { path = "keys.tfstate" }
    }
    resource "aws_kms_key" "a" {}
    resource "aws_kms_key" "b" {}
    resource "aws_kms_key" "maybe" { count = var.create ? 1 : 0 }
    resource "aws_dynamodb_table" "ledger" {
      name         = "consent-ledger"
      hash_key     = "subject"
      billing_mode = "PAY_PER_REQUEST"
      attribute {
        name = "subject"
        type = "S"
      }
      server_side_encryption {
        enabled     = true
        kms_key_arn = ${expression}
      }
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get("aws-dynamodb-ledger-encryption-key aws_dynamodb_table.ledger");
}

/** The verdict on a disk that has to have some encryption set, whichever it is. */
async function disk(expression: string): Promise<string | undefined> {
  const text = `
    variable "own" { type = bool }
    resource "azurerm_disk_encryption_set" "own" {
      name                = "own"
      resource_group_name = "disks"
      location            = "eastus"
    }
    resource "azurerm_managed_disk" "data" {
      name                   = "data"
      resource_group_name    = "disks"
      location               = "eastus"
      storage_account_type   = "Premium_LRS"
      create_option          = "Empty"
      disk_encryption_set_id = ${expression}
    }
  `;
  writeFileSync(join(folder, "main.tf"), text);
  const { resources } = await loadInput(folder);
  return outcomesOf(resources).get("azure-compute-data-disk-customer-key azurerm_managed_disk.data");
}

describe("a value that is one of several, and nothing tells which", () => {
  it.each([
    "var.create ? aws_kms_key.a.arn : aws_kms_key.b.arn",
    "[aws_kms_key.a.arn, aws_kms_key.b.arn][var.create ? 0 : 1]",
    "coalesce(aws_kms_key.a.arn, aws_kms_key.b.arn)",
  ])("passes where each of them does: %s", async (expression) => {
    expect(await keyed(expression)).toBe("pass");
  });

  it.each([
    "var.create ? aws_kms_key.a.arn : var.key",
    'var.create ? aws_kms_key.a.arn : "alias/aws/dynamodb"',
    "var.create ? aws_kms_key.a.arn : null",
    "var.create ? aws_kms_key.a.arn : data.terraform_remote_state.keys.outputs.key",
    "coalesce(var.key, aws_kms_key.a.arn)",
    "element([aws_kms_key.a.arn, var.key], var.create ? 0 : 1)",
    "element(concat([aws_kms_key.a.arn], [var.key]), var.create ? 0 : 1)",
    '{ yes = aws_kms_key.a.arn, no = var.key }[var.create ? "yes" : "no"]',
    'lookup({ yes = aws_kms_key.a.arn }, var.key, "alias/aws/dynamodb")',
    "one(aws_kms_key.maybe[*].arn)",
    "try(aws_kms_key.maybe[0].arn, var.key)",
  ])("is unknown where one of them is no resource of the folder: %s", async (expression) => {
    expect(await keyed(expression)).toBe("unknown");
  });

  it("may be left out where one of them is null", async () => {
    expect(await disk("var.own ? azurerm_disk_encryption_set.own.id : null")).toBe("unknown");
    expect(await disk("azurerm_disk_encryption_set.own.id")).toBe("pass");
  });
});
