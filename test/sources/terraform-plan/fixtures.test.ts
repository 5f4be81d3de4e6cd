import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown, isValueMap, plain, referencesOf } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { loadPlan, resourceAt, valueOf } from "../load-plan.ts";

const TABLE_KEY = "/SSESpecification/KMSMasterKeyId";
const BUCKET_KEY =
  "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID";

function targets(value: Value | undefined): readonly string[] {
  return referencesOf(value).map(({ target }) => target);
}

describe("references of a real plan", () => {
  const counted = loadPlan("count-and-conditional");

  it.each([
    ["an index names the instance", "aws_dynamodb_table.indexed_key", ["aws_kms_key.counted[1]"]],
    [
      "a conditional names both keys",
      "aws_dynamodb_table.conditional_key",
      ["aws_kms_key.primary", "aws_kms_key.secondary"],
    ],
  ])("%s", (_, address, expected) => {
    expect(targets(valueOf(counted, address, TABLE_KEY))).toEqual(expected);
  });

  it("a local ends the trail with a reason that names it", () => {
    const value = valueOf(counted, "aws_dynamodb_table.local_key", TABLE_KEY);
    expect(value).toBeInstanceOf(Unknown);
    expect((value as Unknown).reason).toContain("local.shared_key_arn");
  });

  it("follows a key through two modules, one output and two variables", () => {
    const loaded = loadPlan("modules-for-each");
    for (const clinic of ["north", "south"]) {
      const value = valueOf(
        loaded,
        `module.clinic["${clinic}"].module.intake.aws_s3_bucket.this`,
        BUCKET_KEY,
      );
      expect(value).toBeInstanceOf(Reference);
      expect(targets(value)).toEqual(["module.encryption.module.key.aws_kms_key.this"]);
    }
  });

  it("takes each value of a chained for_each for the instance with the same key", () => {
    const loaded = loadPlan("chained-for-each");
    const statusOf = (key: string) =>
      valueOf(loaded, `aws_s3_bucket.reports["${key}"]`, "/VersioningConfiguration/Status");
    expect([statusOf("north"), statusOf("south")]).toEqual(["Enabled", "Suspended"]);
  });

  it("folds each satellite into the bucket of its own module instance", () => {
    const loaded = loadPlan("modules-for-each");
    expect(loaded.resources.filter(({ type }) => type === "AWS::S3::Bucket")).toHaveLength(2);
    expect(
      valueOf(
        loaded,
        'module.clinic["north"].module.intake.aws_s3_bucket.this',
        "/VersioningConfiguration/Status",
      ),
    ).toBe("Enabled");
  });
});

describe("what a plan does not apply", () => {
  it("a plan that only destroys holds no resources", () => {
    expect(loadPlan("destroy-only").resources).toEqual([]);
  });

  it("what a targeted plan leaves out is not known, and not absent", () => {
    const targeted = loadPlan("targeted");
    const flag = valueOf(targeted, "aws_s3_bucket.intake", "/PublicAccessBlockConfiguration/BlockPublicAcls");
    const rules = valueOf(
      targeted,
      "aws_s3_bucket.intake",
      "/BucketEncryption/ServerSideEncryptionConfiguration",
    );
    expect(flag).toBe(true);
    expect(rules).toBeInstanceOf(Unknown);
    expect(valueOf(targeted, "aws_s3_bucket.intake", "/VersioningConfiguration")).toBeUndefined();
  });

  it("a targeted plan is incomplete", () => {
    expect(loadPlan("targeted").gaps.map(({ code }) => code)).toEqual(["plan-incomplete"]);
  });

  it("an errored plan is incomplete", () => {
    expect(loadPlan("errored").gaps.map(({ code }) => code)).toEqual(["plan-errored"]);
  });
});

describe("policy documents", () => {
  const loaded = loadPlan("unknown-policies");

  it("a document that is read during apply is rebuilt from its statements", () => {
    const policy = plain(valueOf(loaded, "aws_iam_role_policy.by_document", "/PolicyDocument"));
    expect(isValueMap(policy) && policy["Statement"]).toMatchObject([
      { Sid: "Append", Effect: "Allow", Action: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:GetItem"] },
      { Sid: "Rewrite", Effect: "Allow", Action: ["dynamodb:UpdateItem", "dynamodb:DeleteItem"] },
    ]);
    const resources = valueOf(
      loaded,
      "aws_iam_role_policy.by_document",
      "/PolicyDocument/Statement/0/Resource/0",
    );
    expect(targets(resources)).toEqual(["aws_dynamodb_table.ledger"]);
  });

  it("a document made of documents has the statements of all of them", () => {
    const statements = plain(valueOf(loaded, "aws_iam_policy.merged", "/PolicyDocument/Statement"));
    expect(statements).toMatchObject([
      { Effect: "Deny", Action: "s3:*" },
      { Sid: "Append" },
      { Sid: "Rewrite" },
    ]);
  });

  it("jsonencode of a computed ARN is unknown and names where it comes from", () => {
    const policy = valueOf(loaded, "aws_iam_role_policy.by_jsonencode", "/PolicyDocument");
    expect(plain(policy)).toBeInstanceOf(Unknown);
    expect(targets(policy)).toEqual(["aws_kms_key.ledger"]);
  });

  it("the trust of a computed ARN names the user of the same plan", () => {
    const identifier = valueOf(
      loaded,
      "aws_iam_role.writer",
      "/AssumeRolePolicyDocument/Statement/0/Principal/AWS/0",
    );
    expect(targets(identifier)).toEqual(["aws_iam_user.operator"]);
  });
});

describe("sensitive values", () => {
  it("keep their mark wherever a lens puts them", () => {
    const loaded = loadPlan("sensitive-values");
    const secrets = loaded.resources.flatMap(({ properties }) => collectSensitive(properties));
    expect(secrets.length).toBeGreaterThan(0);
  });
});

function collectSensitive(value: Value): readonly Sensitive[] {
  if (value instanceof Sensitive) return [value];
  if (typeof value !== "object" || value === null || value instanceof Unknown || value instanceof Reference) {
    return [];
  }
  return Object.values(value).flatMap((part: Value) => collectSensitive(part));
}

describe("what the provider decides", () => {
  it("a security group without egress has none in Terraform", () => {
    const loaded = loadPlan("security-group-without-egress");
    const groups = loaded.resources.filter(({ type }) => type === "AWS::EC2::SecurityGroup");
    expect(groups.length).toBeGreaterThan(0);
    for (const { properties } of groups) expect(properties["SecurityGroupEgress"]).toBeDefined();
  });

  it("an attribute inside a dynamic block is unknown, not left out", () => {
    const value = valueOf(loadPlan("dynamic-blocks"), "aws_s3_bucket.intake", BUCKET_KEY);
    expect(value).toBeInstanceOf(Unknown);
  });
});

describe("provider configurations", () => {
  it("give their resources a region, and are resources themselves", () => {
    const loaded = loadPlan("default-tags-and-aliases");
    const deployments = loaded.resources.filter(({ type }) => type === "Genoscan::Deployment");
    expect(deployments.map(({ address, properties }) => [address, properties["Region"]])).toEqual([
      ['provider["aws"]', "us-east-1"],
      ['provider["aws.frankfurt"]', "eu-central-1"],
      ['provider["aws.west"]', "us-west-2"],
    ]);
    expect(resourceAt(loaded, "module.replica.aws_s3_bucket.this").placement?.region).toBe("us-west-2");
  });
});
