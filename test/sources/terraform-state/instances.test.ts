import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import { resourceAt, valueOf } from "../load-plan.ts";
import { FORMS, loadStateFixture, loadStateText } from "../load-state.ts";

describe.each(FORMS)("instances of a real state: %s", (form) => {
  it("have the addresses that Terraform prints", async () => {
    const { resources } = await loadStateFixture("tainted-and-deposed", form);
    expect(resources.map(({ address }) => address.replace(/deposed \w{8}/, "deposed KEY")).sort()).toEqual([
      'aws_iam_role.worker["a"]',
      'aws_iam_role.worker["b"]',
      "aws_s3_bucket.replaced",
      "aws_s3_bucket.replaced (deposed KEY)",
      "aws_sqs_queue.counted[0]",
      "aws_sqs_queue.counted[1]",
      'provider["aws"]',
    ]);
  });

  it("a tainted one and a deposed one are told", async () => {
    const loaded = await loadStateFixture("tainted-and-deposed", form);
    const names = ['aws_iam_role.worker["a"]', 'aws_iam_role.worker["b"]'];
    expect(names.map((name) => valueOf(loaded, name, "/PermissionsBoundary"))).toEqual([
      undefined,
      undefined,
    ]);
    expect(loaded.diagnostics.map(({ code }) => code).sort()).toEqual([
      "terraform-deposed",
      "terraform-tainted",
    ]);
  });

  it("a deposed object keeps its own settings", async () => {
    const loaded = await loadStateFixture("tainted-and-deposed", form);
    const old = loaded.resources.find(({ address }) => address.includes("deposed"));
    expect(old?.name).toBe("deposed-first");
    expect(old?.absorbed).toBeUndefined();
    expect(valueOf(loaded, "aws_s3_bucket.replaced", "/VersioningConfiguration/Status")).toBe("Enabled");
  });

  it("account and region come from ARNs and data sources", async () => {
    const { placement } = resourceAt(
      await loadStateFixture("tainted-and-deposed", form),
      "aws_s3_bucket.replaced",
    );
    expect(placement).toMatchObject({ cloud: "aws", region: "us-east-1", account: "111111111111" });
  });
});

describe("a raw state", () => {
  it.each([
    ["tainted", Unknown],
    ["", undefined],
  ])("what is null in an instance with the status %j is absent, or not known", async (status, kind) => {
    const instances = [{ status, attributes: { name: "a", kms_master_key_id: null } }];
    const resource = { mode: "managed", type: "aws_sqs_queue", name: "a", instances };
    const loaded = await loadStateText(JSON.stringify({ version: 4, lineage: "x", resources: [resource] }));
    expect(valueOf(loaded, "aws_sqs_queue.a", "/KmsMasterKeyId")?.constructor).toBe(kind);
  });

  it("says in which account what has no ARN lies, by its provider configuration", async () => {
    const raw = await loadStateFixture("genomics-sound", "terraform.tfstate");
    const address = "module.organization_audit.module.bucket.aws_s3_bucket.this";
    expect(resourceAt(raw, address).placement?.account).toBe("999999999999");
    const shown = await loadStateFixture("genomics-sound", "state.json");
    expect(resourceAt(shown, address).placement?.account).toBeInstanceOf(Unknown);
    expect(resourceAt(shown, address).placement?.deployment).toBeUndefined();
  });

  it("points at the line of the instance and of the attribute", async () => {
    const { resources } = await loadStateFixture("genomics-sound", "terraform.tfstate");
    const lines = readFileSync("fixtures/terraform-state/genomics-sound/terraform.tfstate", "utf8").split(
      "\n",
    );
    const at = (line: number | undefined): string => lines[(line ?? 0) - 1]?.trim() ?? "";
    const table = resources.find(({ type }) => type === "AWS::DynamoDB::Table");
    expect(at(table?.location?.line)).toBe("{");
    const { attribute, location } = table?.origin?.("/SSESpecification/KMSMasterKeyId") ?? {};
    expect(attribute).toBe("server_side_encryption.kms_key_arn");
    expect(at(location?.line)).toMatch(/^"kms_key_arn": "arn:aws:kms/);
  });

  it.each([
    [
      "a module with a key",
      { module: 'module.clinic["north"]' },
      {},
      'module.clinic["north"].aws_sqs_queue.a',
    ],
    ["a number as key", {}, { index_key: 3 }, "aws_sqs_queue.a[3]"],
    ["a key with a quote and a template", {}, { index_key: 'a"${b}' }, 'aws_sqs_queue.a["a\\"$${b}"]'],
    [
      "a deposed object",
      {},
      { index_key: "x", deposed: "0a1b2c3d" },
      'aws_sqs_queue.a["x"] (deposed 0a1b2c3d)',
    ],
  ])("%s stands in the address", async (_, resource, instance, address) => {
    const { resources } = await loadStateText(
      JSON.stringify({
        version: 4,
        lineage: "x",
        resources: [
          {
            mode: "managed",
            type: "aws_sqs_queue",
            name: "a",
            ...resource,
            instances: [{ attributes: {}, ...instance }],
          },
        ],
      }),
    );
    expect(resources[0]?.address).toBe(address);
  });

  it.each([
    ['provider["registry.terraform.io/hashicorp/aws"]', "aws"],
    ['provider["registry.opentofu.org/hashicorp/aws"].west', "aws.west"],
    ['module.a["x"].provider["registry.terraform.io/hashicorp/aws"].west', 'module.a["x"]:aws.west'],
    ["provider.aws", "aws"],
    ["module.a.provider.aws.west", "module.a:aws.west"],
    [undefined, "aws"],
  ])("the provider %s is %s", async (provider, key) => {
    const instances = [{ attributes: { arn: "arn:aws:sqs:eu-west-1:111111111111:a" } }];
    const { resources } = await loadStateText(
      JSON.stringify({
        version: 4,
        lineage: "x",
        resources: [{ mode: "managed", type: "aws_sqs_queue", name: "a", provider, instances }],
      }),
    );
    expect(resources.map(({ address }) => address)).toContain(`provider[${JSON.stringify(key)}]`);
    expect(resources[0]?.placement).toMatchObject({
      region: "eu-west-1",
      account: "111111111111",
      deployment: key,
    });
  });

  it("of two roles with one name, a policy belongs to the one in its own account", async () => {
    const provider = (alias: string): string => `provider["registry.terraform.io/hashicorp/aws"].${alias}`;
    const role = (alias: string, account: string): object => ({
      mode: "managed",
      type: "aws_iam_role",
      name: alias,
      provider: provider(alias),
      instances: [{ attributes: { name: "auditor", arn: `arn:aws:iam::${account}:role/auditor` } }],
    });
    const attachment = {
      mode: "managed",
      type: "aws_iam_role_policy_attachment",
      name: "a",
      provider: provider("two"),
      instances: [{ attributes: { role: "auditor", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } }],
    };
    const text = JSON.stringify({
      version: 4,
      lineage: "x",
      resources: [role("one", "111111111111"), role("two", "222222222222"), attachment],
    });
    const loaded = await loadStateText(text);
    expect(valueOf(loaded, "aws_iam_role.two", "/ManagedPolicyArns")).toHaveLength(1);
    expect(valueOf(loaded, "aws_iam_role.one", "/ManagedPolicyArns")).toBeUndefined();
  });
});

describe("links by literal names", () => {
  it("find every resource that the state holds: nothing is taken for declared elsewhere", async () => {
    const { resources } = await loadStateFixture("genomics-sound", "terraform.tfstate");
    const identifiers = new Map(
      resources.flatMap(({ identifiers: own, id }) => own.map((text) => [text, id])),
    );
    const keys = resources.flatMap(({ properties }) => findTexts(properties, /^arn:aws:kms:/));
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((text) => !identifiers.has(text) && !text.endsWith("*"))).toEqual([]);
  });
});

function findTexts(value: unknown, like: RegExp): readonly string[] {
  if (typeof value === "string") return like.test(value) ? [value] : [];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap((part) => findTexts(part, like))
    : [];
}

describe("where a state says that things lie", () => {
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
  const resource = (type: string, name: string, attributes: object): object => ({
    mode: "managed",
    type,
    name,
    provider,
    instances: [{ schema_version: 0, attributes }],
  });

  it("a bucket, which names no account, counts where nothing else lies in its region", async () => {
    const state = {
      version: 4,
      terraform_version: "1.11.4",
      serial: 1,
      lineage: "b7c1",
      outputs: {},
      resources: [
        resource("aws_sns_topic", "home", { arn: "arn:aws:sns:us-east-1:111122223333:home" }),
        resource("aws_s3_bucket", "home", { bucket: "home", region: "us-east-1" }),
        resource("aws_s3_bucket", "abroad", { bucket: "abroad", region: "eu-central-1" }),
      ],
    };
    const { resources } = await loadStateText(JSON.stringify(state));
    const places = resources.filter(({ type }) => type === "Genoscan::Deployment");
    expect(places.map(({ address, placement }) => [address, placement?.region])).toEqual([
      ['provider["aws in 111122223333 us-east-1"]', "us-east-1"],
      ['provider["aws in eu-central-1"]', "eu-central-1"],
    ]);
  });
});
