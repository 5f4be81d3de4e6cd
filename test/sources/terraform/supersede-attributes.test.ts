import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import { Reference, Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import type { TerraformResource } from "../../../src/sources/terraform/terraform-resource.ts";

function written(address: string, attributes: ValueMap): TerraformResource {
  return { id: address, address, type: address.split(".")[0] ?? "", attributes };
}

const OWN_ENCRYPTION = [
  { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }] },
];
const BUCKET = written("aws_s3_bucket.reports", {
  bucket: "reports",
  server_side_encryption_configuration: OWN_ENCRYPTION,
});

function encryption(bucket: Value): TerraformResource {
  const rule = [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }];
  return written("aws_s3_bucket_server_side_encryption_configuration.reports", { bucket, rule });
}

function algorithms(kept: readonly TerraformResource[], removed: readonly TerraformResource[] = []): unknown {
  const [bucket] = buildResources(kept, removed).resources;
  const rules =
    bucket === undefined
      ? undefined
      : propertyAt(bucket, "/BucketEncryption/ServerSideEncryptionConfiguration");
  if (rules instanceof Unknown) return rules.reason;
  return (rules as readonly { ServerSideEncryptionByDefault: { SSEAlgorithm: string } }[] | undefined)?.map(
    (rule) => rule.ServerSideEncryptionByDefault.SSEAlgorithm,
  );
}

describe("a setting of which there is one", () => {
  it("what the bucket still shows of it does not count beside the resource that sets it", () => {
    expect(algorithms([BUCKET])).toEqual(["AES256"]);
    expect(algorithms([BUCKET, encryption("reports")])).toEqual(["aws:kms"]);
    expect(algorithms([BUCKET, encryption(new Reference("aws_s3_bucket.reports", "id"))])).toEqual([
      "aws:kms",
    ]);
  });

  it("is gone when the plan deletes the resource that set it", () => {
    expect(algorithms([BUCKET], [encryption("reports")])).toBeUndefined();
    expect(algorithms([BUCKET], [encryption("other")])).toEqual(["AES256"]);
  });

  it("is not known while the resource that sets it may be another bucket's", () => {
    expect(algorithms([BUCKET, encryption(new Unknown("local.bucket"))])).toMatch(
      /may set it: its bucket is not known/,
    );
  });

  it("a bucket without it stays without it, or may get it", () => {
    const bare = written("aws_s3_bucket.reports", { bucket: "reports" });
    expect(algorithms([bare])).toBeUndefined();
    expect(algorithms([bare, encryption(new Unknown("local.bucket"))])).toMatch(/may set it/);
  });
});

describe("the policy of a bucket", () => {
  const inline = written("aws_s3_bucket.reports", { bucket: "reports", policy: '{"Statement":[]}' });
  const apart = written("aws_s3_bucket_policy.reports", { bucket: "reports", policy: '{"Statement":[{}]}' });
  const policies = (
    kept: readonly TerraformResource[],
    removed: readonly TerraformResource[] = [],
  ): readonly string[] =>
    buildResources(kept, removed)
      .resources.filter(({ type }) => type === "AWS::S3::BucketPolicy")
      .map(({ address }) => address);

  it("is a resource of its own, wherever it is written", () => {
    expect(policies([inline])).toEqual(["aws_s3_bucket.reports.policy"]);
    expect(policies([inline, apart])).toEqual(["aws_s3_bucket_policy.reports"]);
    expect(policies([inline], [apart])).toEqual([]);
  });
});

describe("satellites that add to a list", () => {
  const rule = written("aws_cloudwatch_event_rule.daily", { name: "daily" });
  const target = (name: string, of: Value): TerraformResource =>
    written(`aws_cloudwatch_event_target.${name}`, { rule: of, arn: name });
  const targets = (...more: readonly TerraformResource[]): readonly unknown[] => {
    const [events] = buildResources([rule, ...more]).resources;
    const list = events === undefined ? [] : (propertyAt(events, "/Targets") as readonly Value[]);
    return list.map((item) => (item instanceof Unknown ? "unknown" : (item as ValueMap)["Arn"]));
  };

  it("come one after the other, and one of which the rule is not known may be one more", () => {
    expect(targets(target("a", "daily"), target("b", "daily"))).toEqual(["a", "b"]);
    expect(targets(target("a", "daily"), target("b", new Unknown("local.rule")))).toEqual(["a", "unknown"]);
  });
});

describe("the policies of a role", () => {
  const attachment = (policy: string): TerraformResource =>
    written(`aws_iam_role_policy_attachment.${policy}`, { role: "worker", policy_arn: policy });
  const role = (shown: readonly string[]): TerraformResource =>
    written("aws_iam_role.worker", { name: "worker", managed_policy_arns: shown });
  const policies = (
    kept: readonly TerraformResource[],
    removed: readonly TerraformResource[] = [],
  ): unknown => {
    const [built] = buildResources(kept, removed).resources;
    const value = built === undefined ? undefined : propertyAt(built, "/ManagedPolicyArns");
    return (value as readonly Value[] | undefined)?.map((item) => (item instanceof Unknown ? "?" : item));
  };

  it("what the role shows of its attachments counts once", () => {
    expect(policies([role(["a", "b"]), attachment("a"), attachment("b")])).toEqual(["a", "b"]);
  });

  it("what it shows besides may have been attached by other means, or be gone", () => {
    expect(policies([role(["a", "stranger"]), attachment("a")])).toEqual(["?", "a"]);
  });

  it("what is written in the role besides is one of its policies", () => {
    const own = { ...role(["a", "own"]), isReadBack: () => false };
    expect(policies([own, attachment("a")])).toEqual(["own", "a"]);
  });

  it("what the plan detaches is gone", () => {
    expect(policies([role(["a", "b"]), attachment("a")], [attachment("b")])).toEqual(["a"]);
  });

  it("of two whose roles are not known each leaves open what it may set", () => {
    const named = new Unknown("local.role");
    const kept = [
      written("aws_iam_role.worker", { name: "worker", managed_policy_arns: ["a"], inline_policy: [{}] }),
      written("aws_iam_role_policy_attachment.a", { role: named, policy_arn: "a" }),
      written("aws_iam_role_policy.b", { role: named, name: "b", policy: "{}" }),
    ];
    const [built] = buildResources(kept).resources;
    expect(built?.properties["ManagedPolicyArns"]).toBeInstanceOf(Unknown);
    expect(built?.properties["Policies"]).toBeInstanceOf(Unknown);
  });

  it("without any attachment the role has the word", () => {
    expect(policies([role(["a"])])).toEqual(["a"]);
  });
});
