import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { UNKNOWN, VPC, readFact, resource, to } from "./read-facts.ts";

const EVERYTHING = list("everything", "*.");
const SOME = list("some", "*.amazonaws.com.");

function list(address: string, ...domains: readonly unknown[]): ExampleResource {
  return resource("AWS::Route53Resolver::FirewallDomainList", address, { Domains: domains });
}

function rule(Action: unknown, Priority: unknown, domains: unknown, more: object = {}): object {
  return { Action, Priority, FirewallDomainListId: domains, ...more };
}

function group(
  address: string,
  priority: unknown,
  ...FirewallRules: readonly object[]
): readonly ExampleResource[] {
  return [
    resource("AWS::Route53Resolver::FirewallRuleGroup", address, { FirewallRules }),
    resource("AWS::Route53Resolver::FirewallRuleGroupAssociation", `${address}-association`, {
      VpcId: to("vpc"),
      FirewallRuleGroupId: to(address),
      Priority: priority,
    }),
  ];
}

const blocksRest = (...resources: readonly ExampleResource[]) =>
  readFact("/DnsFirewall/BlocksRest", [VPC, EVERYTHING, SOME, ...resources]);

describe("BlocksRest", () => {
  const block = rule("BLOCK", 200, to("everything"));

  it.each([
    ["nothing", [], false],
    ["some names blocked", [rule("BLOCK", 200, to("some"))], false],
    ["every name blocked", [block], true],
    ["some names allowed before", [rule("ALLOW", 100, to("some")), block], true],
    ["every name allowed before", [rule("ALLOW", 100, to("everything")), block], false],
    ["every name allowed after", [block, rule("ALLOW", 300, to("everything"))], true],
    ["every name told of before", [rule("ALERT", 100, to("everything")), block], false],
    ["only queries of one kind", [rule("BLOCK", 200, to("everything"), { Qtype: "A" })], false],
    ["an action that is not known", [rule(UNKNOWN, 200, to("everything"))], "?"],
    ["a list that AWS manages, blocked before", [rule("BLOCK", 100, "rslvr-fdl-1"), block], true],
    ["a list that AWS manages, allowed before", [rule("ALLOW", 100, "rslvr-fdl-1"), block], "?"],
    ["a list that AWS manages, allowed after", [block, rule("ALLOW", 300, "rslvr-fdl-1")], true],
    ["a list that is not known, blocked", [rule("BLOCK", 200, UNKNOWN)], "?"],
  ])("%s", (_, rules, expected) => {
    expect(blocksRest(...group("group", 101, ...rules))).toBe(expected);
  });

  it("the group with the lower priority comes first", () => {
    const allow = rule("ALLOW", 1, to("everything"));
    expect(blocksRest(...group("first", 101, block), ...group("second", 102, allow))).toBe(true);
    expect(blocksRest(...group("first", 103, block), ...group("second", 102, allow))).toBe(false);
    expect(blocksRest(...group("first", 101, block), ...group("second", UNKNOWN, allow))).toBe("?");
  });

  it("a group of another VPC, or one that is not declared here", () => {
    const association = (VpcId: unknown, FirewallRuleGroupId: unknown) =>
      resource("AWS::Route53Resolver::FirewallRuleGroupAssociation", "association", {
        VpcId,
        FirewallRuleGroupId,
        Priority: 101,
      });
    expect(blocksRest(association("vpc-1", "rslvr-frg-1"))).toBe(false);
    expect(blocksRest(association(to("vpc"), "rslvr-frg-1"))).toBe("?");
    expect(blocksRest(association(UNKNOWN, "rslvr-frg-1"))).toBe("?");
  });
});

describe("FailsOpen", () => {
  const config = (firewall_fail_open: unknown, resource_id: unknown = to("vpc")) =>
    resource("aws_route53_resolver_firewall_config", "config", { resource_id, firewall_fail_open });

  it.each([
    [[], false],
    [[config("ENABLED")], true],
    [[config("DISABLED")], false],
    [[config(UNKNOWN)], "?"],
    [[config("ENABLED", "vpc-1")], false],
    [[config("ENABLED", UNKNOWN)], "?"],
    [[config("DISABLED", UNKNOWN)], false],
  ])("%j", (configs, expected) => {
    expect(readFact("/DnsFirewall/FailsOpen", [VPC, ...configs])).toBe(expected);
  });
});
