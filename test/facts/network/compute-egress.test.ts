import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { OPEN_GROUP, SUBNET, UNKNOWN, VPC, readFact, resource, to } from "./read-facts.ts";

const DEFAULT = { DestinationCidrBlock: "0.0.0.0/0" };
const MAIN = to("vpc", "main_route_table_id");

const FUNCTION = resource("AWS::Lambda::Function", "function", {
  VpcConfig: { SubnetIds: [to("subnet")], SecurityGroupIds: [to("group")] },
});
const TASKS = resource("AWS::ECS::Service", "tasks", {
  NetworkConfiguration: {
    AwsvpcConfiguration: {
      AssignPublicIp: "ENABLED",
      Subnets: [to("subnet")],
      SecurityGroups: [to("group")],
    },
  },
});
const OWN = [SUBNET, VPC, OPEN_GROUP];

/** A NAT gateway in a subnet with a way to the internet. */
const NAT: readonly ExampleResource[] = [
  route({ ...DEFAULT, NatGatewayId: to("nat") }),
  resource("AWS::EC2::NatGateway", "nat", { SubnetId: to("public") }),
  resource("AWS::EC2::Subnet", "public", { VpcId: to("vpc") }),
  resource("AWS::EC2::RouteTable", "public-table", { VpcId: to("vpc") }),
  resource("AWS::EC2::SubnetRouteTableAssociation", "public-association", {
    SubnetId: to("public"),
    RouteTableId: to("public-table"),
  }),
  route({ ...DEFAULT, GatewayId: "igw-1" }, to("public-table"), "public-route"),
];

function route(properties: object, table: unknown = MAIN, address = "route"): ExampleResource {
  return resource("AWS::EC2::Route", address, { RouteTableId: table, ...properties });
}

function group(...rules: readonly object[]): ExampleResource {
  return resource("AWS::EC2::SecurityGroup", "group", { SecurityGroupEgress: rules });
}

function entry(
  number: number,
  action: string,
  properties: object,
  address = `entry-${String(number)}`,
): ExampleResource {
  return resource("AWS::EC2::NetworkAclEntry", address, {
    NetworkAclId: to("vpc", "default_network_acl_id"),
    Egress: true,
    RuleNumber: number,
    RuleAction: action,
    Protocol: -1,
    ...properties,
  });
}

const internet = (...resources: readonly ExampleResource[]) => readFact("/Egress/Internet", resources);

describe("the way out", () => {
  it("goes through security group, network ACL, route table and gateway, and every step is named", () => {
    expect(readFact("/Egress", [FUNCTION, ...OWN, ...NAT])).toEqual({
      InVpc: true,
      Internet: true,
      Path: [
        "function",
        "subnet",
        "group",
        "the default network ACL of vpc",
        "route (0.0.0.0/0)",
        "nat",
        "public-route (0.0.0.0/0)",
        "igw-1",
        "internet",
      ],
    });
  });

  it("is closed by a security group alone", () => {
    expect(internet(FUNCTION, SUBNET, VPC, group(), ...NAT)).toBe(false);
    expect(internet(FUNCTION, SUBNET, VPC, group({ IpProtocol: "-1", CidrIp: "10.0.0.0/8" }), ...NAT)).toBe(
      false,
    );
  });

  it("is closed by a route table alone", () => {
    expect(internet(FUNCTION, ...OWN)).toBe(false);
  });

  it("is closed by a network ACL alone, at the first entry that fits", () => {
    const all = { CidrBlock: "0.0.0.0/0" };
    expect(internet(FUNCTION, ...OWN, ...NAT, entry(50, "deny", all))).toBe(false);
    expect(internet(FUNCTION, ...OWN, ...NAT, entry(32_000, "deny", all))).toBe(true);
    expect(internet(FUNCTION, ...OWN, ...NAT, entry(50, "deny", { CidrBlock: UNKNOWN }))).toBe("?");
  });

  it("leads from IPv6 to the whole of IPv4 where a NAT gateway translates", () => {
    const translates = route({ DestinationIpv6CidrBlock: "64:ff9b::/96", NatGatewayId: to("nat") });
    const ipv6 = group({ IpProtocol: "-1", CidrIpv6: "::/0" });
    expect(internet(FUNCTION, SUBNET, VPC, ipv6, translates, ...NAT.slice(1))).toBe(true);
    const other = route({ DestinationIpv6CidrBlock: "2600::/16", NatGatewayId: to("nat") });
    expect(internet(FUNCTION, SUBNET, VPC, ipv6, other, ...NAT.slice(1))).toBe(false);
  });

  it("is not known where a VPN gateway adds its routes to the main table", () => {
    const propagation = resource("AWS::EC2::VPNGatewayRoutePropagation", "propagation", {
      RouteTableIds: [MAIN],
      VpnGatewayId: "vgw-1",
    });
    expect(internet(FUNCTION, ...OWN, propagation)).toBe("?");
  });

  it("must be open for the same packets in the group, the ACL and the route", () => {
    const tls = group({ IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" });
    const deny = (From: number, To: number) =>
      entry(50, "deny", { CidrBlock: "0.0.0.0/0", Protocol: 6, PortRange: { From, To } });
    expect(internet(FUNCTION, SUBNET, VPC, tls, ...NAT, deny(443, 443))).toBe(false);
    expect(internet(FUNCTION, SUBNET, VPC, tls, ...NAT, deny(80, 80))).toBe(true);
    const partner = group({ IpProtocol: "-1", CidrIp: "8.8.8.8/32" });
    const elsewhere = route({ DestinationCidrBlock: "9.0.0.0/8", NatGatewayId: to("nat") });
    expect(internet(FUNCTION, SUBNET, VPC, partner, elsewhere, ...NAT.slice(1))).toBe(false);
  });

  it("needs a public address at an internet gateway", () => {
    const out = route({ ...DEFAULT, GatewayId: "igw-1" });
    expect(internet(FUNCTION, ...OWN, out)).toBe(false);
    expect(internet(TASKS, ...OWN, out)).toBe(true);
    const instance = (NetworkInterfaces: unknown) =>
      resource("AWS::EC2::Instance", "instance", {
        SubnetId: to("subnet"),
        SecurityGroupIds: [to("group")],
        NetworkInterfaces,
      });
    const publicSubnet = resource("AWS::EC2::Subnet", "subnet", {
      VpcId: to("vpc"),
      MapPublicIpOnLaunch: true,
    });
    expect(internet(instance([]), ...OWN, out)).toBe(false);
    expect(internet(instance([{ AssociatePublicIpAddress: true }]), ...OWN, out)).toBe(true);
    expect(internet(instance([]), publicSubnet, VPC, OPEN_GROUP, out)).toBe(true);
    expect(
      internet(instance([{ AssociatePublicIpAddress: false }]), publicSubnet, VPC, OPEN_GROUP, out),
    ).toBe(false);
    const elastic = resource("aws_eip", "elastic", { instance: to("instance") });
    expect(internet(instance([]), ...OWN, out, elastic)).toBe(true);
  });

  it("needs an IPv6 address at an egress-only gateway", () => {
    const out = route({ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" });
    const six = resource("AWS::EC2::Subnet", "subnet", {
      VpcId: to("vpc"),
      Ipv6CidrBlock: "2600:1f00:1:1::/64",
    });
    const open = group({ IpProtocol: "-1", CidrIpv6: "::/0" });
    const dual = resource("AWS::Lambda::Function", "function", {
      VpcConfig: {
        Ipv6AllowedForDualStack: true,
        SubnetIds: [to("subnet")],
        SecurityGroupIds: [to("group")],
      },
    });
    expect(internet(dual, six, VPC, open, out)).toBe(true);
    expect(internet(FUNCTION, six, VPC, open, out)).toBe(false);
    expect(internet(dual, SUBNET, VPC, open, out)).toBe(false);
  });

  it("a firewall and a peering connection end it, and what is decided elsewhere is not known", () => {
    expect(internet(FUNCTION, ...OWN, route({ ...DEFAULT, VpcEndpointId: "vpce-1" }))).toBe(false);
    expect(internet(FUNCTION, ...OWN, route({ ...DEFAULT, VpcPeeringConnectionId: "pcx-1" }))).toBe(false);
    expect(internet(FUNCTION, ...OWN, route({ ...DEFAULT, TransitGatewayId: "tgw-1" }))).toBe("?");
    expect(internet(FUNCTION, ...OWN, route({ ...DEFAULT, NatGatewayId: "nat-1" }))).toBe("?");
  });

  it("routes that are more specific take their part of a default route", () => {
    const half = (DestinationCidrBlock: string, address: string) =>
      route({ DestinationCidrBlock, VpcEndpointId: "vpce-1" }, MAIN, address);
    expect(internet(FUNCTION, ...OWN, ...NAT, half("0.0.0.0/1", "low"))).toBe(true);
    expect(internet(FUNCTION, ...OWN, ...NAT, half("0.0.0.0/1", "low"), half("128.0.0.0/1", "high"))).toBe(
      false,
    );
  });

  it("a private NAT gateway leads to no internet gateway", () => {
    const nat = resource("AWS::EC2::NatGateway", "nat", {
      ConnectivityType: "private",
      SubnetId: to("public"),
    });
    expect(internet(FUNCTION, ...OWN, nat, ...NAT.filter(({ address }) => address !== "nat"))).toBe(false);
  });

  it("gateways that lead to each other come to an end", () => {
    const nat = resource("AWS::EC2::NatGateway", "nat", { SubnetId: to("subnet") });
    expect(internet(FUNCTION, ...OWN, nat, route({ ...DEFAULT, NatGatewayId: to("nat") }))).toBe("?");
  });

  it("one open subnet of several is enough", () => {
    const closed = resource("AWS::EC2::Subnet", "closed", { VpcId: to("vpc") });
    const table = resource("AWS::EC2::RouteTable", "table", { VpcId: to("vpc") });
    const association = resource("AWS::EC2::SubnetRouteTableAssociation", "association", {
      SubnetId: to("closed"),
      RouteTableId: to("table"),
    });
    const inBoth = (SubnetIds: unknown) =>
      resource("AWS::Lambda::Function", "function", {
        VpcConfig: { SubnetIds, SecurityGroupIds: [to("group")] },
      });
    const rest = [...OWN, closed, table, association, ...NAT];
    expect(internet(inBoth([to("closed"), to("subnet")]), ...rest)).toBe(true);
    expect(internet(inBoth([to("closed")]), ...rest)).toBe(false);
    expect(
      internet(inBoth({ $unknown: "known after apply", references: ["closed", "subnet"] }), ...rest),
    ).toBe("?");
  });

  it("sensitive ranges hide the way and the answer", () => {
    const secret = group({ IpProtocol: "-1", CidrIp: { $sensitive: "0.0.0.0/0" } });
    expect(readFact("/Egress", [FUNCTION, SUBNET, VPC, secret, ...NAT])).toEqual({
      InVpc: true,
      Internet: "(hidden)",
      Path: "(hidden)",
    });
  });
});

describe("the default security group", () => {
  const bare = resource("AWS::Batch::ComputeEnvironment", "jobs", {
    ComputeResources: { Type: "EC2", Subnets: [to("subnet")] },
  });
  const adopted = (SecurityGroupEgress: unknown) =>
    resource("AWS::EC2::SecurityGroup", "default", {
      GroupName: "default",
      VpcId: to("vpc"),
      SecurityGroupEgress,
    });

  it("is that of compute without groups, and lets everything out until it is adopted and emptied", () => {
    expect(internet(bare, SUBNET, VPC, ...NAT)).toBe(true);
    expect(internet(bare, SUBNET, VPC, adopted([]), ...NAT)).toBe(false);
    expect(internet(bare, SUBNET, VPC, adopted(UNKNOWN), ...NAT)).toBe("?");
  });

  it("is what a reference to the VPC means where a group belongs", () => {
    const named = resource("AWS::Lambda::Function", "function", {
      VpcConfig: { SubnetIds: [to("subnet")], SecurityGroupIds: [to("vpc", "default_security_group_id")] },
    });
    expect(internet(named, SUBNET, VPC, ...NAT)).toBe(true);
    expect(internet(named, SUBNET, VPC, adopted([]), ...NAT)).toBe(false);
  });
});

describe("where compute runs", () => {
  const inVpc = (type: string, properties: object) =>
    readFact("/Egress", [resource(type, "compute", properties)]);

  it.each([
    ["AWS::Lambda::Function", {}, false, true],
    ["AWS::Lambda::Function", { VpcConfig: { SubnetIds: [] } }, false, true],
    ["AWS::Lambda::Function", { VpcConfig: UNKNOWN }, "?", "?"],
    ["AWS::Lambda::Function", { VpcConfig: { SubnetIds: [UNKNOWN, UNKNOWN] } }, "?", "?"],
    ["AWS::Lambda::Function", { VpcConfig: { SubnetIds: [UNKNOWN], SecurityGroupIds: ["sg-1"] } }, true, "?"],
    ["AWS::Omics::Configuration", { RunConfigurations: {} }, false, false],
    ["AWS::SageMaker::Model", {}, false, true],
    ["AWS::SageMaker::Model", { EnableNetworkIsolation: true }, false, false],
    ["AWS::SageMaker::NotebookInstance", {}, false, true],
    ["AWS::SageMaker::NotebookInstance", { SubnetId: "subnet-1" }, false, true],
    [
      "AWS::SageMaker::NotebookInstance",
      { SubnetId: "subnet-1", DirectInternetAccess: "Disabled" },
      true,
      "?",
    ],
    ["AWS::SageMaker::Domain", { SubnetIds: ["subnet-1"] }, false, true],
    ["AWS::SageMaker::Domain", { SubnetIds: ["subnet-1"], AppNetworkAccessType: "VpcOnly" }, true, "?"],
    ["AWS::ECS::Service", {}, "?", "?"],
    [
      "AWS::ECS::Service",
      { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [UNKNOWN] } } },
      true,
      "?",
    ],
    ["AWS::Batch::ComputeEnvironment", { Type: "UNMANAGED" }, "?", "?"],
    ["AWS::EC2::Instance", {}, true, "?"],
  ])("%s %j", (type, properties, vpc, out) => {
    expect(inVpc(type, properties)).toMatchObject({ InVpc: vpc, Internet: out });
  });

  it("a closed security group decides wherever it is", () => {
    const function_ = resource("AWS::Lambda::Function", "function", {
      VpcConfig: { SubnetIds: ["subnet-1"], SecurityGroupIds: [to("group")] },
    });
    expect(internet(function_, group())).toBe(false);
  });

  it("a user of a domain has the groups of the profile", () => {
    const closed = resource("AWS::SageMaker::Domain", "domain", {
      AppNetworkAccessType: "VpcOnly",
      SubnetIds: [to("subnet")],
      DefaultUserSettings: { SecurityGroups: [to("closed")] },
    });
    const profile = resource("AWS::SageMaker::UserProfile", "profile", {
      DomainId: to("domain"),
      UserSettings: { SecurityGroups: [to("group")] },
    });
    const network = [
      ...OWN,
      resource("AWS::EC2::SecurityGroup", "closed", { SecurityGroupEgress: [] }),
      ...NAT,
    ];
    expect(internet(closed, ...network)).toBe(false);
    expect(internet(closed, profile, ...network)).toBe(true);
  });

  it("an instance takes subnet and groups of its launch template or interface", () => {
    const template = resource("AWS::EC2::LaunchTemplate", "template", {
      LaunchTemplateData: { NetworkInterfaces: [{ SubnetId: to("subnet"), Groups: [to("group")] }] },
    });
    const started = resource("AWS::EC2::Instance", "instance", {
      LaunchTemplate: { LaunchTemplateId: to("template") },
    });
    expect(internet(started, template, ...OWN, ...NAT)).toBe(true);
    const own = resource("AWS::EC2::NetworkInterface", "interface", {
      SubnetId: to("subnet"),
      GroupSet: [to("group")],
    });
    const attached = resource("AWS::EC2::Instance", "instance", {
      NetworkInterfaces: [{ NetworkInterfaceId: to("interface") }],
    });
    expect(internet(attached, own, ...OWN, ...NAT)).toBe(true);
    expect(internet(attached, own, SUBNET, VPC, group(), ...NAT)).toBe(false);
  });
});
