import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import type { TerraformResource } from "../../../src/sources/terraform/terraform-resource.ts";
import { Unset } from "../../../src/sources/terraform/unset.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const OPEN = new Unknown("var.value has no value");

function written(address: string, attributes: ValueMap): TerraformResource {
  return { id: address, address, type: address.split(".")[0] ?? "", attributes };
}

function recorder(name: Value): TerraformResource {
  return written("aws_config_configuration_recorder.account", { name });
}

function status(name: string, isEnabled: Value): TerraformResource {
  return written("aws_config_configuration_recorder_status.account", { name, is_enabled: isEnabled });
}

function started(...resources: readonly TerraformResource[]): Value | undefined {
  const [built] = buildResources(resources).resources;
  return built === undefined ? undefined : propertyAt(built, "/StartedOnCreate");
}

describe("what a satellite sets", () => {
  it("holds, and is not known when its value is not", () => {
    expect(started(recorder("north"), status("north", true))).toBe(true);
    expect(started(recorder("north"))).toBe(false);
    expect(started(recorder("north"), status("north", OPEN))).toEqual(OPEN);
  });

  it("is not known of a resource whose name is not known, unless the provider makes the name", () => {
    const value = started(recorder(OPEN), status("north", true));
    expect(value).toBeInstanceOf(Unknown);
    expect((value as Unknown).reason).toMatch(/_status\.account may set it: it is for "north"/);
    expect(started(recorder(new Unset()), status("north", true))).toBe(false);
  });

  it("is told where it stands all the same", () => {
    const { resources } = buildResources([recorder(OPEN), status("north", true)]);
    const elsewhere = resources.find(({ declared }) => declared === "elsewhere");
    expect(elsewhere?.properties["StartedOnCreate"]).toBe(true);
  });
});

describe("a rule of which nobody knows whether it lets in or out", () => {
  it("may be either", () => {
    const { resources } = buildResources([
      written("aws_security_group_rule.any", { type: OPEN, security_group_id: "sg-1" }),
    ]);
    expect(resources.map(({ type }) => type).sort()).toEqual([
      "AWS::EC2::SecurityGroupEgress",
      "AWS::EC2::SecurityGroupIngress",
    ]);
    expect(resources.every(({ uncertain }) => uncertain instanceof Unknown)).toBe(true);
    expect(new Set(resources.map(({ address }) => address))).toEqual(
      new Set(["aws_security_group_rule.any"]),
    );
  });
});

describe("a name that is sensitive", () => {
  it("tells what the resource is for, and is not shown", () => {
    const { resources } = buildResources([
      written("aws_ssm_parameter.second", { name: new Sensitive("/clinical/token"), type: "String" }),
    ]);
    const [parameter] = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS).resources;
    expect(parameter?.name).toBeUndefined();
    expect(propertyAt(parameter ?? never(), "/Facts/Roles")).toEqual(["secret"]);
  });
});

describe("a network configuration that is not known", () => {
  it("may have any security group in it", () => {
    const { resources } = buildResources([
      written("aws_security_group.shared", { id: "sg-1", name: "shared", vpc_id: "vpc-1" }),
      written("aws_lambda_function.import", { function_name: "import", vpc_config: OPEN }),
    ]);
    const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
    const group = graph.get("aws_security_group.shared") ?? never();
    expect(propertyAt(group, "/Facts/Used")).toBeInstanceOf(Unknown);
  });
});

describe("when objects of a bucket expire", () => {
  it.each([
    ["at an age", { days: 2557 }, [2557]],
    ["on a day", { date: "2030-01-01T00:00:00Z" }, [0]],
    ["on a day that is not known", { date: OPEN }, [OPEN]],
  ])("%s", (_, expiration, days) => {
    const { resources } = buildResources([
      written("aws_s3_bucket.logs", { bucket: "logs" }),
      written("aws_s3_bucket_lifecycle_configuration.logs", {
        bucket: "logs",
        rule: [{ id: "end", status: "Enabled", expiration: [expiration] }],
      }),
    ]);
    const [bucket] = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS).resources;
    const expiry = propertyAt(bucket ?? never(), "/Facts/Expiry") as readonly ValueMap[];
    expect(expiry.map((item) => item["Days"])).toEqual(days);
  });
});

function never(): never {
  throw new Error("the resource is gone");
}
