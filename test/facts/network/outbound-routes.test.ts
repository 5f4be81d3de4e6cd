import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { SUBNET, UNKNOWN, VPC, readFact, resource, to } from "./read-facts.ts";

const DEFAULT = { DestinationCidrBlock: "0.0.0.0/0" };
const TABLE = resource("AWS::EC2::RouteTable", "table", { VpcId: to("vpc") });
const ASSOCIATION = associate(to("subnet"), to("table"));

function associate(subnet: unknown, table: unknown, address = "association"): ExampleResource {
  return resource("AWS::EC2::SubnetRouteTableAssociation", address, {
    SubnetId: subnet,
    RouteTableId: table,
  });
}

function route(properties: object, table: unknown = to("table"), address = "route"): ExampleResource {
  return resource("AWS::EC2::Route", address, { RouteTableId: table, ...properties });
}

function targets(...resources: readonly ExampleResource[]): unknown {
  const routes = readFact("/OutboundRoutes", resources);
  if (routes === "?") return routes;
  return (routes as readonly unknown[]).map((item) => {
    if (item === "?") return item;
    const { Target, Internet } = item as { Target: unknown; Internet: unknown };
    return [Target, Internet];
  });
}

describe("targets", () => {
  it.each([
    [{ GatewayId: "igw-1" }, "internet-gateway", true],
    [{ NatGatewayId: "nat-1" }, "nat-gateway", true],
    [{ EgressOnlyInternetGatewayId: "eigw-1" }, "egress-only-internet-gateway", true],
    [{ CarrierGatewayId: "cagw-1" }, "carrier-gateway", true],
    [{ VpcEndpointId: "vpce-1" }, "firewall-endpoint", false],
    [{ VpcPeeringConnectionId: "pcx-1" }, "peering", false],
    [{ TransitGatewayId: "tgw-1" }, "transit-gateway", "?"],
    [{ GatewayId: "vgw-1" }, "vpn-gateway", "?"],
    [{ NetworkInterfaceId: "eni-1" }, "network-interface", "?"],
    [{ CoreNetworkArn: "arn:aws:networkmanager::111111111111:core-network/c" }, "core-network", "?"],
    [{ GatewayId: UNKNOWN }, "?", "?"],
    // one of the targets is set, so the one that is known is it
    [{ GatewayId: UNKNOWN, NatGatewayId: "nat-1" }, "nat-gateway", true],
  ])("%j is %s", (properties, target, internet) => {
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, route({ ...DEFAULT, ...properties }))).toEqual([
      [target, internet],
    ]);
  });

  it("routes into the VPC and to private ranges are left out", () => {
    const local = route({ ...DEFAULT, GatewayId: "local" });
    const transit = route(
      { DestinationCidrBlock: "10.0.0.0/8", TransitGatewayId: "tgw-1" },
      to("table"),
      "transit",
    );
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, local, transit)).toEqual([]);
  });

  it("a prefix list may hold nothing on the internet", () => {
    const list = route({ DestinationPrefixListId: "pl-1", NatGatewayId: "nat-1" });
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, list)).toEqual([["nat-gateway", "?"]]);
  });
});

describe("the table of a subnet", () => {
  const out = route({ ...DEFAULT, NatGatewayId: "nat-1" });
  const open = [["nat-gateway", true]];

  it("is the one of its association, whatever the main table holds", () => {
    const main = route({ ...DEFAULT, GatewayId: "igw-1" }, to("vpc", "main_route_table_id"), "main");
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, out, main)).toEqual(open);
  });

  it("is the main table without one: local routes alone, when the input makes the VPC", () => {
    expect(targets(SUBNET, VPC, TABLE, out)).toEqual([]);
  });

  it("is the main table that an association of the VPC sets", () => {
    const main = resource("aws_main_route_table_association", "main", {
      vpc_id: to("vpc"),
      route_table_id: to("table"),
    });
    expect(targets(SUBNET, VPC, TABLE, out, main)).toEqual(open);
    const unsure = resource("aws_main_route_table_association", "main", {
      vpc_id: UNKNOWN,
      route_table_id: to("table"),
    });
    expect(targets(SUBNET, VPC, TABLE, out, unsure)).toBe("?");
  });

  it("is the adopted default table", () => {
    const adopted = resource("AWS::EC2::RouteTable", "adopted", {
      Associations: [{ Main: true }],
      RouteTableId: to("vpc", "default_route_table_id"),
      VpcId: UNKNOWN,
    });
    expect(targets(SUBNET, VPC, adopted)).toEqual([]);
    expect(
      targets(SUBNET, VPC, adopted, route({ ...DEFAULT, NatGatewayId: "nat-1" }, to("adopted"))),
    ).toEqual(open);
  });

  it("is not known in a VPC that is declared elsewhere", () => {
    const subnet = resource("AWS::EC2::Subnet", "subnet", { VpcId: "vpc-1" });
    expect(targets(subnet)).toBe("?");
    expect(targets(subnet, TABLE, ASSOCIATION, out)).toEqual(open);
  });

  it("leads to the internet in the default VPC, until its main table is adopted", () => {
    const vpc = resource("AWS::EC2::VPC", "vpc", { IsDefault: true });
    const subnet = resource("AWS::EC2::Subnet", "subnet", { DefaultForAz: true, VpcId: UNKNOWN });
    expect(targets(subnet, vpc)).toEqual([["internet-gateway", true]]);
    const adopted = resource("AWS::EC2::RouteTable", "adopted", {
      Associations: [{ Main: true }],
      RouteTableId: to("vpc"),
    });
    expect(targets(subnet, vpc, adopted)).toEqual([]);
  });

  it("may be one of several: they count when they agree", () => {
    const several = { $unknown: "known after apply", references: ["subnet", "other"] };
    const other = resource("AWS::EC2::Subnet", "other", { VpcId: to("vpc") });
    expect(targets(SUBNET, other, VPC, TABLE, associate(several, to("table")))).toEqual([]);
    expect(targets(SUBNET, other, VPC, TABLE, out, associate(several, to("table")))).toBe("?");
  });

  it("as many associations as subnets leave none to the main table", () => {
    const several = { $unknown: "known after apply", references: ["subnet", "other"] };
    const other = resource("AWS::EC2::Subnet", "other", { VpcId: to("vpc") });
    const associations = [
      associate(several, to("table"), "first"),
      associate(several, to("table"), "second"),
    ];
    expect(targets(SUBNET, other, VPC, TABLE, out, ...associations)).toEqual(open);
  });

  it("declared elsewhere has routes that are not known", () => {
    expect(targets(SUBNET, VPC, associate(to("subnet"), "rtb-1"))).toEqual(["?"]);
  });

  it("a route whose table is not known may be any table's", () => {
    expect(
      targets(SUBNET, VPC, TABLE, ASSOCIATION, route({ ...DEFAULT, NatGatewayId: "nat-1" }, UNKNOWN)),
    ).toEqual(["?"]);
  });

  it("takes what a VPN gateway propagates", () => {
    const table = resource("AWS::EC2::RouteTable", "table", { VpcId: to("vpc"), PropagatingVgws: ["vgw-1"] });
    expect(targets(SUBNET, VPC, table, ASSOCIATION)).toEqual(["?"]);
  });

  it("takes what a resource of its own lets a VPN gateway propagate", () => {
    const propagation = (table: unknown): ExampleResource =>
      resource("AWS::EC2::VPNGatewayRoutePropagation", "propagation", { RouteTableIds: [table] });
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, propagation(to("table")))).toEqual(["?"]);
    expect(targets(SUBNET, VPC, TABLE, ASSOCIATION, propagation("rtb-0a1b2c3d"))).toEqual([]);
  });
});

describe("VPC Block Public Access", () => {
  const options = (InternetGatewayBlockMode: unknown, region?: string): ExampleResource => ({
    ...resource("AWS::EC2::VPCBlockPublicAccessOptions", "options", { InternetGatewayBlockMode }),
    ...(region === undefined ? {} : { region }),
  });
  const exclusion = (properties: object) =>
    resource("AWS::EC2::VPCBlockPublicAccessExclusion", "exclusion", {
      InternetGatewayExclusionMode: "allow-egress",
      ...properties,
    });
  const internet = (...more: readonly ExampleResource[]) =>
    targets(SUBNET, VPC, TABLE, ASSOCIATION, route({ ...DEFAULT, GatewayId: "igw-1" }), ...more);

  it.each([
    ["block-bidirectional", [], false],
    ["block-ingress", [], true],
    [UNKNOWN, [], "?"],
    ["block-bidirectional", [exclusion({ SubnetId: to("subnet") })], true],
    ["block-bidirectional", [exclusion({ VpcId: to("vpc") })], true],
    ["block-bidirectional", [exclusion({ SubnetId: UNKNOWN })], "?"],
    ["block-bidirectional", [exclusion({ VpcId: "vpc-1" })], false],
  ])("%s", (mode, exclusions, expected) => {
    expect(internet(options(mode), ...exclusions)).toEqual([["internet-gateway", expected]]);
  });

  it("holds for its own region", () => {
    const subnet = { ...SUBNET, region: "us-east-1" };
    const there = (region: string) =>
      targets(
        subnet,
        VPC,
        TABLE,
        ASSOCIATION,
        route({ ...DEFAULT, GatewayId: "igw-1" }),
        options("block-bidirectional", region),
      );
    expect(there("us-east-1")).toEqual([["internet-gateway", false]]);
    expect(there("us-west-2")).toEqual([["internet-gateway", true]]);
  });

  it("a NAT gateway is as open as the subnet that it stands in", () => {
    const nat = resource("AWS::EC2::NatGateway", "nat", { SubnetId: to("public") });
    const subnet = resource("AWS::EC2::Subnet", "public", { VpcId: to("vpc") });
    const through = (...more: readonly ExampleResource[]) =>
      targets(
        SUBNET,
        VPC,
        TABLE,
        ASSOCIATION,
        route({ ...DEFAULT, NatGatewayId: to("nat") }),
        nat,
        subnet,
        options("block-bidirectional"),
        ...more,
      );
    expect(through()).toEqual([["nat-gateway", false]]);
    expect(through(exclusion({ SubnetId: to("public") }))).toEqual([["nat-gateway", true]]);
  });
});
