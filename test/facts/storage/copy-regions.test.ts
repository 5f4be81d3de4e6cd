import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { Unknown } from "../../../src/model/value.ts";
import { loadInput, textAt } from "../../sources/load-input.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-copy-regions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = `
  provider "aws" {
    region = "us-east-1"
  }
  provider "aws" {
    alias  = "west"
    region = "us-west-2"
  }
  data "aws_caller_identity" "current" {}
  variable "region" {}
`;

/** The regions of the resource called `this`, and the texts from where they are written. */
async function copies(
  text: string,
): Promise<readonly (readonly [unknown, string | undefined])[] | undefined> {
  writeFileSync(join(folder, "main.tf"), HEAD + text);
  const { resources } = await loadInput(folder);
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const resource = graph.resources.find(({ address }) => address.endsWith(".this"));
  const regions = resource && propertyAt(resource, "/Facts/CopyRegions");
  if (!Array.isArray(regions)) return undefined;
  return regions.map((region: unknown, index) => [
    region instanceof Unknown ? "?" : region,
    textAt(resource?.origin?.(`/Facts/CopyRegions/${String(index)}`).location),
  ]);
}

function plan(arn: string): string {
  return `
    resource "aws_backup_vault" "west" {
      provider = aws.west
      name     = "west"
    }
    resource "aws_backup_plan" "this" {
      name = "daily"
      rule {
        rule_name         = "daily"
        target_vault_name = "clinic"
        copy_action {
          destination_vault_arn = ${arn}
        }
      }
    }`;
}

describe("the regions that copies go to", () => {
  it.each([
    ["of an ARN", '"arn:aws:backup:eu-west-1:111122223333:backup-vault:v"', "eu-west-1"],
    [
      "of an ARN with an account that is not known",
      '"arn:aws:backup:eu-west-1:${data.aws_caller_identity.current.account_id}:backup-vault:v"',
      "eu-west-1",
    ],
    ["of a vault of another provider configuration", "aws_backup_vault.west.arn", "us-west-2"],
    ["of an ARN with a region that is not known", '"arn:aws:backup:${var.region}:1:backup-vault:v"', "?"],
  ])("%s", async (_, arn, expected) => {
    expect(await copies(plan(arn))).toEqual([[expected, `destination_vault_arn = ${arn}`]]);
  });

  it("of a file system, by region and by zone", async () => {
    const replica = (destination: string): string => `
      resource "aws_efs_file_system" "this" {}
      resource "aws_efs_replication_configuration" "copy" {
        source_file_system_id = aws_efs_file_system.this.id
        destination {
          ${destination}
        }
      }`;
    expect(await copies(replica('region = "us-west-2"'))).toEqual([["us-west-2", 'region = "us-west-2"']]);
    expect(await copies(replica('availability_zone_name = "eu-west-1b"'))).toEqual([
      ["eu-west-1", 'availability_zone_name = "eu-west-1b"'],
    ]);
    expect(await copies(replica('file_system_id = "fs-1"'))).toEqual([["?", 'file_system_id = "fs-1"']]);
    expect(await copies(replica("file_system_id = var.region"))).toEqual([
      ["?", "file_system_id = var.region"],
    ]);
    expect(await copies(replica("kms_key_id = null"))).toBeUndefined();
  });

  it("of the snapshots of a warehouse, in a resource of their own", async () => {
    const text = `
      resource "aws_redshift_cluster" "this" {
        cluster_identifier = "w"
      }
      resource "aws_redshift_snapshot_copy" "copy" {
        cluster_identifier = aws_redshift_cluster.this.id
        destination_region = "eu-west-1"
      }`;
    expect(await copies(text)).toEqual([["eu-west-1", 'destination_region = "eu-west-1"']]);
  });

  it("of the backups of a database: that of the provider that copies them", async () => {
    const [[region] = []] =
      (await copies(`
        resource "aws_db_instance" "samples" {}
        resource "aws_db_instance_automated_backups_replication" "this" {
          provider               = aws.west
          source_db_instance_arn = aws_db_instance.samples.arn
        }`)) ?? [];
    expect(region).toBe("us-west-2");
  });

  it("of nothing where nothing is copied", async () => {
    expect(await copies('resource "aws_efs_file_system" "this" {}')).toBeUndefined();
    expect(await copies('resource "aws_db_instance" "this" {}')).toBeUndefined();
    expect(await copies('resource "aws_rds_cluster_instance" "this" {}')).toBeUndefined();
  });
});
