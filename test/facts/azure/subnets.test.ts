import { describe, expect, it } from "vitest";
import { UNKNOWN, readFact, resource, to } from "../network/read-facts.ts";

const NETWORK = "Microsoft.Network/virtualNetworks";
const SUBNET = `${NETWORK}/subnets`;

function subnet(name: unknown, properties: object = {}, more: object = {}): ReturnType<typeof resource> {
  return resource(SUBNET, "subnet", { name, properties, ...more });
}

function only(pointer: string, resources: readonly ReturnType<typeof resource>[]): unknown {
  return readFact(`/Subnets/0${pointer}`, resources);
}

describe("whether a subnet takes a security group", () => {
  it.each<[string, unknown, object, unknown]>([
    ["any subnet", "batch", {}, true],
    ["not that of gateways", "GatewaySubnet", {}, false],
    ["not that of a firewall, in whatever case", "azurefirewallsubnet", {}, false],
    [
      "not one that is given to hardware",
      "hsm",
      { delegations: [{ properties: { serviceName: "Microsoft.HardwareSecurityModules/dedicatedHSMs" } }] },
      false,
    ],
    [
      "one that is given to a database",
      "database",
      { delegations: [{ properties: { serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" } }] },
      true,
    ],
    ["it is not known of one without a known name", UNKNOWN, {}, "?"],
  ])("%s", (_, name, properties, expected) => {
    expect(only("/TakesGroup", [subnet(name, properties)])).toBe(expected);
  });
});

describe("whether compute lies in a subnet", () => {
  const pool = (tags: object = {}): ReturnType<typeof resource> =>
    resource("Microsoft.Batch/batchAccounts/pools", "pool", {
      tags,
      properties: { networkConfiguration: { subnetId: to("subnet", "id") } },
    });

  it("a pool that names it", () => {
    expect(only("/Compute", [subnet("a"), pool()])).toBe(true);
  });

  it("not a pool for public data", () => {
    expect(only("/Compute", [subnet("a"), pool({ phi: "false" })])).toBe(false);
  });

  it.each<[unknown, unknown]>([
    ["batch", true],
    ["snet-aro-workers", true],
    ["sparkPool", true],
    ["snet-endpoints", false],
    // no word of it, only letters
    ["combatch", false],
    [UNKNOWN, "?"],
  ])("by the name %j", (name, expected) => {
    expect(only("/Compute", [subnet(name)])).toBe(expected);
  });

  it("a service that runs code in its own subnet", () => {
    const delegations = [{ properties: { serviceName: "Microsoft.Databricks/workspaces" } }];
    expect(only("/Compute", [subnet("a", { delegations })])).toBe(true);
  });
});

describe("the default way out of a subnet", () => {
  it.each<[string, object, object, unknown]>([
    ["is what it says", { defaultOutboundAccess: false }, { apiVersion: "2020-01-01" }, false],
    ["is there in an earlier version of the API", {}, { apiVersion: "2025-05-01" }, true],
    ["is not there in a later one", {}, { apiVersion: "2025-07-01" }, false],
    ["is not known without a version", {}, {}, "?"],
  ])("%s", (_, properties, more, expected) => {
    expect(only("/DefaultOutboundAccess", [subnet("a", properties, more)])).toBe(expected);
  });
});

describe("subnets that are written inside of a network", () => {
  const network = resource(NETWORK, "network", {
    properties: {
      subnets: [{ name: "a", properties: { networkSecurityGroup: { id: to("group") } } }, { name: "b" }],
    },
  });

  it("are told of the network", () => {
    expect(
      readFact("/Subnets", [network, resource("Microsoft.Network/networkSecurityGroups", "group")]),
    ).toHaveLength(2);
  });

  it("hold the compute that names them by their id", () => {
    const spoke = { ...network, name: "Spoke" };
    const subnetId =
      "/subscriptions/1/resourceGroups/a/providers/Microsoft.Network/virtualNetworks/spoke/subnets/A";
    const pool = resource("Microsoft.Batch/batchAccounts/pools", "pool", {
      properties: { networkConfiguration: { subnetId } },
    });
    expect(only("/Compute", [spoke, pool])).toBe(true);
    expect(readFact("/Subnets/1/Compute", [spoke, pool])).toBe(false);
  });

  it("are left out where the same one is a resource of its own", () => {
    const own = { ...subnet("b", {}, { parent: to("network") }), name: "B" };
    expect(readFact("/Subnets", [network, own])).toHaveLength(1);
  });

  it("name nothing with an id of null", () => {
    const nulls = resource(NETWORK, "network", {
      properties: { subnets: [{ name: "a", properties: { networkSecurityGroup: { id: null } } }] },
    });
    expect(only("/NetworkSecurityGroup", [nulls])).toBeUndefined();
  });
});
