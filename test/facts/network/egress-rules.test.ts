import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { UNKNOWN, readFact, resource, to } from "./read-facts.ts";

const GROUP = "AWS::EC2::SecurityGroup";
const RULE = "AWS::EC2::SecurityGroupEgress";

function reachOf(properties: object, more: readonly ExampleResource[] = []): unknown {
  const group = resource(GROUP, "group", { SecurityGroupEgress: [{ IpProtocol: "-1", ...properties }] });
  return readFact("/EgressRules/0/Reach", [group, ...more]);
}

describe("Reach", () => {
  it.each([
    ["0.0.0.0/0", "anywhere"],
    ["0.0.0.0/1", "anywhere"],
    ["52.0.0.0/8", "anywhere"],
    ["52.0.0.0/9", "public"],
    ["8.8.8.8/32", "public"],
    ["10.0.0.0/7", "anywhere"],
    ["10.0.0.0/8", "private"],
    ["255.255.255.255/32", "private"],
    ["no range", "?"],
  ])("of %s is %s", (CidrIp, reach) => {
    expect(reachOf({ CidrIp })).toBe(reach);
  });

  it.each([
    ["::/0", "anywhere"],
    ["2600:1f00::/24", "public"],
    ["fd00::/8", "private"],
  ])("of %s is %s", (CidrIpv6, reach) => {
    expect(reachOf({ CidrIpv6 })).toBe(reach);
  });

  it("of the range of a VPC is the VPC, before and after it is there, and where its addresses are public", () => {
    const vpc = resource("AWS::EC2::VPC", "vpc");
    expect(reachOf({ CidrIp: to("vpc", "cidr_block") }, [vpc])).toBe("vpc");
    expect(
      reachOf({ CidrIp: { $reference: "vpc", attribute: "CidrBlock", value: "52.1.0.0/16" } }, [vpc]),
    ).toBe("vpc");
    expect(reachOf({ CidrIp: to("vpc", "arn") }, [vpc])).toBe("?");
  });

  it("of a prefix list is what the list holds, when the input declares it", () => {
    const list = (...cidrs: readonly unknown[]) =>
      resource("AWS::EC2::PrefixList", "list", { Entries: cidrs.map((Cidr) => ({ Cidr })) });
    const reach = (...cidrs: readonly unknown[]) =>
      reachOf({ DestinationPrefixListId: to("list") }, [list(...cidrs)]);
    expect(reach("10.0.0.0/8")).toBe("private");
    expect(reach("10.0.0.0/8", "0.0.0.0/0")).toBe("anywhere");
    expect(reach("10.0.0.0/8", UNKNOWN)).toBe("?");
    expect(reach()).toBe("none");
    expect(reachOf({ DestinationPrefixListId: "pl-63a5400a" })).toBe("prefix-list");
    expect(reachOf({ DestinationPrefixListId: "pl-0123456789abcdef0" })).toBe("?");
    expect(reachOf({ DestinationPrefixListId: UNKNOWN })).toBe("?");
  });

  it("of the list of a gateway endpoint is a prefix list, also where the plan tells several references together", () => {
    const endpoint = resource("AWS::EC2::VPCEndpoint", "s3");
    const vpc = resource("AWS::EC2::VPC", "vpc");
    expect(reachOf({ DestinationPrefixListId: to("s3", "prefix_list_id") }, [endpoint])).toBe("prefix-list");
    const together = { $unknown: "known after apply", references: ["vpc", "s3"] };
    expect(reachOf({ DestinationPrefixListId: together }, [endpoint, vpc])).toBe("prefix-list");
    const id = "pl-0123456789abcdef0";
    const applied = resource("AWS::EC2::VPCEndpoint", "s3", { Terraform: { prefix_list_id: id } });
    expect(reachOf({ DestinationPrefixListId: id }, [applied])).toBe("prefix-list");
  });

  it("of a security group is the group, whichever it is", () => {
    expect(reachOf({ DestinationSecurityGroupId: UNKNOWN })).toBe("security-group");
  });

  it("of a rule without a destination is nowhere", () => {
    expect(reachOf({})).toBe("none");
  });
});

describe("EgressRules", () => {
  const anywhere = { IpProtocol: "-1", CidrIp: "0.0.0.0/0" };
  const reaches = (...resources: readonly ExampleResource[]) =>
    (readFact("/EgressRules", resources) as readonly unknown[]).map((rule) =>
      rule === "?" ? "?" : (rule as { Reach: unknown }).Reach,
    );

  it("a group without rules keeps the one that allows everything, over both families", () => {
    expect(reaches(resource(GROUP, "group"))).toEqual(["anywhere", "anywhere"]);
  });

  it("whether it keeps it beside rules of their own is not known", () => {
    const rule = resource(RULE, "rule", { GroupId: to("group"), IpProtocol: "-1", CidrIp: "10.0.0.0/8" });
    expect(reaches(resource(GROUP, "group"), rule)).toEqual(["?", "?", "private"]);
  });

  it("no rule is no way out", () => {
    expect(reaches(resource(GROUP, "group", { SecurityGroupEgress: [] }))).toEqual([]);
  });

  it("a rule whose group is not known may belong to any, and counts where it would matter", () => {
    const group = resource(GROUP, "group", { SecurityGroupEgress: [] });
    expect(reaches(group, resource(RULE, "open", { GroupId: UNKNOWN, ...anywhere }))).toEqual(["?"]);
    expect(
      reaches(group, resource(RULE, "closed", { GroupId: UNKNOWN, IpProtocol: "-1", CidrIp: "10.0.0.0/8" })),
    ).toEqual([]);
  });

  it("rules of another group, and rules for what comes in, are left out", () => {
    const group = resource(GROUP, "group", { SecurityGroupEgress: [], SecurityGroupIngress: [anywhere] });
    expect(reaches(group, resource(RULE, "other", { GroupId: "sg-1", ...anywhere }))).toEqual([]);
  });

  it("a sensitive range gives a sensitive rule", () => {
    const group = resource(GROUP, "group", {
      SecurityGroupEgress: [{ IpProtocol: "-1", CidrIp: { $sensitive: "8.8.8.8/32" } }],
    });
    expect(readFact("/EgressRules", [group])).toEqual(["(hidden)"]);
  });
});
