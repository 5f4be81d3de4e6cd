import { describe, expect, it } from "vitest";
import type { ValueMap } from "../../../src/model/value.ts";
import { loadPlanJson, valueOf } from "../load-plan.ts";

interface Change {
  readonly actions: readonly string[];
  readonly before: object | null;
  readonly after: object | null;
}

/** A plan of resources by their addresses, of which the configuration sets nothing but the name. */
function plan(changes: Readonly<Record<string, Change>>): unknown {
  const named = Object.entries(changes).map(([address, change]) => {
    const [type, name] = address.split(".");
    return { written: { address, mode: "managed", type, name }, change };
  });
  const resources = named.map(({ written }) => ({ ...written, expressions: {} }));
  return {
    format_version: "1.2",
    resource_changes: named.map(({ written, change }) => ({ ...written, change })),
    configuration: { root_module: { resources } },
  };
}

function kept(values: object): Change {
  return { actions: ["no-op"], before: values, after: values };
}

describe("what a plan deletes or changes, and others still show", () => {
  const rule = { security_group_id: "sg-1", ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" };
  const anywhere = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0", "10.0.0.0/8"] };
  const group = kept({ id: "sg-1", egress: [anywhere] });
  const targets = (change: Change): unknown => {
    const loaded = loadPlanJson(
      plan({ "aws_security_group.compute": group, "aws_vpc_security_group_egress_rule.out": change }),
    );
    const rules = valueOf(
      loaded,
      "aws_security_group.compute",
      "/SecurityGroupEgress",
    ) as readonly ValueMap[];
    return rules.map(({ CidrIp }) => CidrIp);
  };

  it("is not in the group when the rule is deleted, or was another one before", () => {
    expect(targets(kept(rule))).toEqual(["0.0.0.0/0", "10.0.0.0/8"]);
    expect(targets({ actions: ["delete"], before: rule, after: null })).toEqual(["10.0.0.0/8"]);
    const narrower = { ...rule, cidr_ipv4: "10.1.0.0/16" };
    expect(targets({ actions: ["update"], before: rule, after: narrower })).toEqual(["10.0.0.0/8"]);
  });

  it("is not a setting of the bucket when the resource that made it is deleted", () => {
    const shown = [{ rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }] }];
    const bucket = kept({ id: "b", bucket: "b", server_side_encryption_configuration: shown });
    const setting = "aws_s3_bucket_server_side_encryption_configuration.b";
    const of = (more: Readonly<Record<string, Change>>): unknown =>
      valueOf(
        loadPlanJson(plan({ "aws_s3_bucket.b": bucket, ...more })),
        "aws_s3_bucket.b",
        "/BucketEncryption",
      );
    expect(of({})).toBeDefined();
    expect(of({ [setting]: { actions: ["delete"], before: { bucket: "b" }, after: null } })).toBeUndefined();
  });
});
