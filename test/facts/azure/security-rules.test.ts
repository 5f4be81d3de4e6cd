import { describe, expect, it } from "vitest";
import { UNKNOWN, readFact, resource, to } from "../network/read-facts.ts";

const GROUP = "Microsoft.Network/networkSecurityGroups";

interface Written {
  readonly direction?: string;
  readonly access?: unknown;
  readonly priority?: unknown;
  readonly source?: unknown;
  readonly destination?: unknown;
  readonly destinations?: readonly string[];
  readonly port?: string;
  readonly protocol?: string;
}

function rule(name: string, written: Written): unknown {
  return {
    name,
    properties: {
      direction: written.direction ?? "Outbound",
      access: written.access ?? "Deny",
      priority: written.priority ?? 1000,
      protocol: written.protocol ?? "*",
      sourceAddressPrefix: written.source ?? "*",
      sourcePortRange: "*",
      ...(written.destinations === undefined
        ? { destinationAddressPrefix: written.destination ?? "*" }
        : { destinationAddressPrefixes: written.destinations }),
      destinationPortRange: written.port ?? "*",
    },
  };
}

function outbound(rules: unknown): unknown {
  const found = readFact("/InternetOutbound", [
    resource(GROUP, "group", { properties: { securityRules: rules } }),
  ]);
  return (found as readonly { readonly Rule?: string }[]).map((item) => item.Rule ?? item);
}

const AZURE = "AllowInternetOutBound, which Azure adds to every group";

describe("what a group lets out to the internet", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["everything, without rules", [], [AZURE]],
    ["nothing behind a rule that denies everything", [rule("no", {})], []],
    ["nothing when the tag of the internet is denied", [rule("no", { destination: "Internet" })], []],
    ["nothing when every address is denied", [rule("no", { destination: "0.0.0.0/0" })], []],
    ["nothing when one of several prefixes is all", [rule("no", { destinations: ["10.0.0.0/8", "*"] })], []],
    [
      "a rule before the one that denies",
      [rule("no", { priority: 200 }), rule("out", { access: "Allow", priority: 100, port: "443" })],
      ["out"],
    ],
    [
      "no rule behind it",
      [rule("no", { priority: 100 }), rule("out", { access: "Allow", priority: 200 })],
      [],
    ],
    [
      "no rule to a service of Azure",
      [rule("storage", { access: "Allow", priority: 1, destination: "Storage.EastUS" }), rule("no", {})],
      [],
    ],
    [
      "no rule to a few addresses",
      [rule("one", { access: "Allow", priority: 1, destination: "8.8.8.8" }), rule("no", {})],
      [],
    ],
    [
      "a rule to a block that nobody can vouch for",
      [rule("wide", { access: "Allow", priority: 1, destination: "52.0.0.0/8" }), rule("no", {})],
      ["wide"],
    ],
    ["everything, when only inbound is denied", [rule("no", { direction: "Inbound" })], [AZURE]],
    ["everything, when one port is denied", [rule("no", { port: "443" })], [AZURE]],
    ["everything, when one protocol is denied", [rule("no", { protocol: "Tcp" })], [AZURE]],
    ["everything, when it is denied to one machine", [rule("no", { source: "10.0.0.4" })], [AZURE]],
    ["everything, when only a network is denied", [rule("no", { destination: "VirtualNetwork" })], [AZURE]],
    ["it is not known, when what is denied is not", [rule("no", { destination: UNKNOWN })], ["?"]],
    [
      "it is not known, when nobody knows whether it is denied",
      [rule("no", { access: UNKNOWN })],
      ["?", "?"],
    ],
    ["it is not known, when the rules are not", UNKNOWN, ["?", "?"]],
    [
      "it is not known, when the place of the rule that denies is not",
      [rule("no", { priority: UNKNOWN }), rule("out", { access: "Allow" })],
      ["?", "?"],
    ],
  ])("%s", (_, rules, expected) => {
    expect(outbound(rules)).toEqual(expected);
  });

  it("counts rules that are resources of their own", () => {
    const found = readFact("/InternetOutbound", [
      resource(GROUP, "group"),
      resource(`${GROUP}/securityRules`, "no", { parent: to("group"), ...(rule("no", {}) as object) }),
    ]);
    expect(found).toEqual([]);
  });

  it("leaves open what a rule of an unknown group does", () => {
    const found = readFact("/InternetOutbound", [
      resource(GROUP, "group"),
      resource(`${GROUP}/securityRules`, "no", { parent: UNKNOWN, ...(rule("no", {}) as object) }),
    ]);
    expect(found).toEqual(["?"]);
  });
});

describe("what a group lets in from the internet", () => {
  const inbound = (rules: unknown): unknown =>
    readFact("/InternetInbound", [resource(GROUP, "group", { properties: { securityRules: rules } })]);
  const allow = { direction: "Inbound", access: "Allow" };

  it.each<[string, unknown, unknown]>([
    ["nothing, without rules", [], []],
    [
      "a port by which machines are administered",
      [rule("ssh", { ...allow, port: "20-30" })],
      [{ Rule: "ssh", EveryPort: false, AdministrationPorts: [20, 21, 22, 23] }],
    ],
    [
      "a port for everybody",
      [rule("web", { ...allow, port: "443" })],
      [{ Rule: "web", EveryPort: false, AdministrationPorts: [] }],
    ],
    ["nothing from a network", [rule("ssh", { ...allow, source: "VirtualNetwork", port: "22" })], []],
    ["nothing from an office", [rule("ssh", { ...allow, source: "203.0.113.4", port: "22" })], []],
    [
      "nothing behind a rule that denies everything",
      [rule("no", { direction: "Inbound", priority: 1 }), rule("ssh", { ...allow, priority: 2, port: "22" })],
      [],
    ],
    ["it is not known, when the source is not", [rule("ssh", { ...allow, source: UNKNOWN })], ["?"]],
    [
      "it is not known, when a rule before it may deny everything",
      [
        rule("no", { direction: "Inbound", priority: 1, access: UNKNOWN }),
        rule("ssh", { ...allow, priority: 2, port: "22" }),
      ],
      ["?", "?"],
    ],
  ])("%s", (_, rules, expected) => {
    expect(inbound(rules)).toEqual(expected);
  });
});
