import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { OPEN_GROUP, SUBNET, UNKNOWN, VPC, readFact, resource, to } from "./read-facts.ts";

function running(SubnetIds: unknown, SecurityGroupIds: unknown, more: object = {}): ExampleResource {
  return resource("AWS::Lambda::Function", "function", {
    VpcConfig: { SubnetIds, SecurityGroupIds },
    ...more,
  });
}

describe("PhiCompute", () => {
  it.each([
    [[to("subnet")], true],
    [to("subnet"), true],
    // a list that comes with the apply counts for each subnet that it comes from
    [{ $unknown: "known after apply", references: ["subnet", "other"] }, true],
    [["subnet-1"], false],
    [UNKNOWN, "?"],
  ])("a subnet among %j", (subnets, expected) => {
    const other = resource("AWS::EC2::Subnet", "other", { VpcId: to("vpc") });
    expect(readFact("/PhiCompute", [SUBNET, VPC, other, running(subnets, [])])).toBe(expected);
    expect(readFact("/PhiCompute", [VPC, SUBNET, other, running(subnets, [])])).toBe(expected);
  });

  it("compute without health data does not count", () => {
    const tagged = running([to("subnet")], [], { Tags: [{ Key: "phi", Value: "false" }] });
    expect(readFact("/PhiCompute", [SUBNET, VPC, tagged])).toBe(false);
  });

  it("a subnet that is only named may be of a VPC that was there before, not of a new one", () => {
    const known = { ...VPC, identifiers: ["vpc-0123456789abcdef0"] };
    expect(readFact("/PhiCompute", [known, running(["subnet-1"], [])])).toBe("?");
    expect(readFact("/PhiCompute", [VPC, running(["subnet-1"], [])])).toBe(false);
  });

  it("an instance without a subnet is in the default VPC and in no other", () => {
    const instance = resource("AWS::EC2::Instance", "instance");
    expect(readFact("/PhiCompute", [VPC, instance])).toBe(false);
    expect(
      readFact("/PhiCompute", [resource("AWS::EC2::VPC", "default", { IsDefault: true }), instance]),
    ).toBe("?");
  });

  it("a group is used through a launch template as well", () => {
    const template = resource("AWS::EC2::LaunchTemplate", "template", {
      LaunchTemplateData: { SecurityGroupIds: [to("group")] },
    });
    expect(readFact("/PhiCompute", [OPEN_GROUP, template])).toBe(true);
  });
});

describe("Used", () => {
  const used = (...resources: readonly ExampleResource[]) => readFact("/Used", [OPEN_GROUP, ...resources]);
  const balancer = (groups: unknown) => resource("aws_lb", "balancer", { security_groups: groups });

  it.each([
    [[balancer([to("group")])], true],
    [[balancer(UNKNOWN)], "?"],
    [[balancer({ $unknown: "known after apply", references: ["group", "vpc"] })], "?"],
    [[balancer([])], false],
    [[resource("AWS::EC2::SecurityGroupEgress", "rule", { GroupId: to("group") })], false],
    [[resource("aws_lb", "balancer", { subnets: UNKNOWN })], false],
  ])("%j", (resources, expected) => {
    expect(used(...resources)).toBe(expected);
  });

  it("also by the text of its id", () => {
    const known = { ...OPEN_GROUP, identifiers: ["sg-0123456789abcdef0"] };
    expect(readFact("/Used", [known, balancer(["sg-0123456789abcdef0"])])).toBe(true);
  });
});
