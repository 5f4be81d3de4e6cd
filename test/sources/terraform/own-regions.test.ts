import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inSamePlace } from "../../../src/facts/same-place.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { Unknown } from "../../../src/model/value.ts";
import { loadInput, textAt } from "../load-input.ts";
import { loadPlanJson } from "../load-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-own-regions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Addresses and regions of what is deployed, and of the places it is deployed to; an unknown one by its reason. */
function regionsOf(resources: readonly Resource[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    resources.map(({ address, placement }) => {
      const region = placement?.region;
      return [address, region instanceof Unknown ? { unknown: region.reason } : region];
    }),
  );
}

describe("a resource of a folder that names its region, as version 6 of the AWS provider lets it", () => {
  it("lies there, and the place is one to which the input deploys", async () => {
    const text = `
      provider "aws" {
        region = "us-east-1"
      }
      variable "other" {}
      resource "aws_s3_bucket" "home" {}
      resource "aws_s3_bucket" "same" {
        region = "us-east-1"
      }
      resource "aws_s3_bucket" "abroad" {
        region = "eu-central-1"
      }
      resource "aws_s3_bucket_versioning" "abroad" {
        bucket = aws_s3_bucket.abroad.id
        region = "eu-central-1"
        versioning_configuration { status = "Enabled" }
      }
      resource "aws_sns_topic" "somewhere" {
        region = var.other
      }
      resource "aws_config_aggregate_authorization" "audit" {
        account_id = "111122223333"
        region     = "us-west-2"
      }
    `;
    writeFileSync(join(folder, "main.tf"), text);
    const { resources } = await loadInput(folder);
    const unknown = { unknown: expect.stringContaining("var.other has no value") as unknown };
    expect(regionsOf(resources)).toEqual({
      "aws_s3_bucket.home": "us-east-1",
      "aws_s3_bucket.same": "us-east-1",
      "aws_s3_bucket.abroad": "eu-central-1",
      "aws_sns_topic.somewhere": unknown,
      // the region of the aggregator
      "aws_config_aggregate_authorization.audit": "us-east-1",
      'provider["aws"]': "us-east-1",
      'provider["aws in eu-central-1"]': "eu-central-1",
      'provider["aws for aws_sns_topic.somewhere"]': unknown,
    });
    const abroad = resources.find(({ address }) => address === 'provider["aws in eu-central-1"]');
    // no deployment of its own, of which rules on accounts would say everything again
    expect(abroad?.type).toBe("Genoscan::Region");
    expect(abroad?.origin?.("/Region").address).toBe("aws_s3_bucket.abroad");
    expect(textAt(abroad?.location)).toBe('region = "eu-central-1"');
  });
});

const LATER = "known after apply";

interface Planned {
  readonly name: string;
  /** What the plan shows; LATER is known after apply. */
  readonly region?: string;
  readonly isWritten?: boolean;
}

interface TestPlan {
  readonly configuration: { readonly provider_config: object; readonly root_module: object };
  readonly [member: string]: unknown;
}

function planOf(provider: string | undefined, buckets: readonly Planned[], type = "aws_s3_bucket"): TestPlan {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: buckets.map(({ name, region }) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: {
        actions: ["create"],
        before: null,
        after: region === undefined || region === LATER ? {} : { region },
        after_unknown: region === LATER ? { region: true } : {},
      },
    })),
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          ...(provider !== undefined && { expressions: { region: { constant_value: provider } } }),
        },
      },
      root_module: {
        resources: buckets.map(({ name, isWritten = false }) => ({
          address: `${type}.${name}`,
          mode: "managed",
          type,
          name,
          provider_config_key: "aws",
          expressions: isWritten ? { region: { references: ["local.region"] } } : {},
        })),
      },
    },
  };
}

describe("a plan of version 6 of the AWS provider, which shows a region for every resource", () => {
  it("deploys to the regions that resources name", () => {
    const plan = planOf("us-east-1", [
      { name: "home", region: "us-east-1" },
      { name: "abroad", region: "eu-central-1", isWritten: true },
      { name: "later", region: LATER, isWritten: true },
      { name: "computed", region: LATER },
    ]);
    const unknown = { unknown: "the region of aws_s3_bucket.later is known after apply" };
    expect(regionsOf(loadPlanJson(plan).resources)).toEqual({
      "aws_s3_bucket.home": "us-east-1",
      "aws_s3_bucket.abroad": "eu-central-1",
      "aws_s3_bucket.later": unknown,
      "aws_s3_bucket.computed": "us-east-1",
      'provider["aws"]': "us-east-1",
      'provider["aws in eu-central-1"]': "eu-central-1",
      'provider["aws for aws_s3_bucket.later"]': unknown,
    });
  });

  it("tells the region that the provider has from its environment", () => {
    const plan = planOf(
      undefined,
      [
        { name: "home", region: "us-west-2" },
        { name: "abroad", region: "eu-central-1", isWritten: true },
      ],
      "aws_sqs_queue",
    );
    expect(regionsOf(loadPlanJson(plan).resources)).toEqual({
      "aws_sqs_queue.home": "us-west-2",
      "aws_sqs_queue.abroad": "eu-central-1",
      'provider["aws"]': "us-west-2",
      'provider["aws in eu-central-1"]': "eu-central-1",
    });
  });

  it.each([
    ["a bucket that is there, which may lie elsewhere", "aws_s3_bucket"],
    ["a type of another provider", "awscc_sqs_queue"],
    ["a type whose region is that of something else", "aws_config_aggregate_authorization"],
  ])("does not tell it by %s", (_, type) => {
    const plan = planOf(undefined, [{ name: "home", region: "us-west-2" }], type);
    const deployment = loadPlanJson(plan).resources.find(({ address }) =>
      address.startsWith('provider["aws'),
    );
    expect(deployment?.placement?.region).toBeInstanceOf(Unknown);
  });

  it("has no one place for the many configurations that OpenTofu makes of one", () => {
    const plan = planOf(undefined, [{ name: "one" }, { name: "other" }], "aws_sqs_queue");
    const region = { references: ["each.value", "each"] };
    Object.assign(plan.configuration.provider_config, { aws: { name: "aws", expressions: { region } } });
    const { resources } = loadPlanJson(plan);
    const [one, other] = ["one", "other"].map((name) =>
      resources.find(({ address }) => address === `aws_sqs_queue.${name}`),
    );
    expect(one && other && inSamePlace(one, other)).toBe("unknown");
  });

  it("leaves the provider's region open where no resource shows it", () => {
    const plan = planOf(undefined, [{ name: "abroad", region: "eu-central-1", isWritten: true }]);
    expect(regionsOf(loadPlanJson(plan).resources)).toEqual({
      "aws_s3_bucket.abroad": "eu-central-1",
      'provider["aws"]': {
        unknown: "the plan does not tell the region of provider aws; it comes from the environment",
      },
      'provider["aws in eu-central-1"]': "eu-central-1",
    });
  });

  it.each([
    ["by a data source that asks for none", {}, "eu-west-1"],
    ["not by one that asks for a region", { name: { constant_value: "eu-west-1" } }, undefined],
  ])("is told the provider's region %s", (_, expressions, expected) => {
    const plan = {
      ...planOf(undefined, [{ name: "home" }]),
      prior_state: {
        values: {
          root_module: {
            child_modules: [
              {
                address: 'module.copy["a"]',
                resources: [
                  {
                    address: 'module.copy["a"].data.aws_region.here',
                    mode: "data",
                    type: "aws_region",
                    values: { name: "eu-west-1" },
                  },
                ],
              },
            ],
          },
        },
      },
    };
    const data = {
      address: "data.aws_region.here",
      mode: "data",
      type: "aws_region",
      name: "here",
      expressions,
    };
    Object.assign(plan.configuration.root_module, {
      module_calls: { copy: { module: { resources: [data] } } },
    });
    const region = regionsOf(loadPlanJson(plan).resources)['provider["aws"]'];
    expect(typeof region === "string" ? region : undefined).toBe(expected);
  });
});
