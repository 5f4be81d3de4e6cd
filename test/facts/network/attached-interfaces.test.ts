import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { OPEN_GROUP, SUBNET, VPC, readFact, resource, to } from "./read-facts.ts";

const ROUTES = ["0.0.0.0/0", "::/0"].map((range) =>
  resource("AWS::EC2::Route", `route ${range}`, {
    RouteTableId: to("vpc", "main_route_table_id"),
    [range === "::/0" ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock"]: range,
    GatewayId: "igw-1",
  }),
);
const NETWORK = [
  VPC,
  OPEN_GROUP,
  resource("AWS::EC2::SecurityGroup", "closed", { SecurityGroupEgress: [] }),
  ...ROUTES,
];
const IPV6_GROUP = resource("AWS::EC2::SecurityGroup", "group", {
  SecurityGroupEgress: [{ IpProtocol: "-1", CidrIpv6: "::/0" }],
});
const IPV6_SUBNET = resource("AWS::EC2::Subnet", "subnet", {
  VpcId: to("vpc"),
  Ipv6CidrBlock: to("vpc", "ipv6_cidr_block"),
});
const INTERFACE = resource("AWS::EC2::NetworkInterface", "interface", {
  SubnetId: to("subnet"),
  GroupSet: [to("group")],
});
const ADDRESS = resource("aws_eip", "address", { network_interface: to("interface") });
const ON_INTERFACE = resource("AWS::EC2::Instance", "instance", {
  NetworkInterfaces: [{ NetworkInterfaceId: to("interface") }],
});
const CLOSED = resource("AWS::EC2::Instance", "instance", {
  SubnetId: to("subnet"),
  SecurityGroupIds: [to("closed")],
  NetworkInterfaces: [{ AssociatePublicIpAddress: false }],
});

const internet = (...resources: readonly ExampleResource[]) => readFact("/Egress/Internet", resources);

describe("an interface that is a resource of its own", () => {
  it("has a public address when an elastic one is given to it", () => {
    expect(internet(ON_INTERFACE, INTERFACE, ADDRESS, SUBNET, ...NETWORK)).toBe(true);
    const association = resource("aws_eip_association", "association", {
      network_interface_id: to("interface"),
    });
    expect(internet(ON_INTERFACE, INTERFACE, association, SUBNET, ...NETWORK)).toBe(true);
    const stack = resource("AWS::EC2::EIPAssociation", "association", {
      NetworkInterfaceId: to("interface"),
    });
    expect(internet(ON_INTERFACE, INTERFACE, stack, SUBNET, ...NETWORK)).toBe(true);
  });

  it("is given no public address by its subnet", () => {
    const handsOut = resource("AWS::EC2::Subnet", "subnet", { VpcId: to("vpc"), MapPublicIpOnLaunch: true });
    expect(internet(ON_INTERFACE, INTERFACE, handsOut, ...NETWORK)).toBe(false);
  });

  it("brings its subnet, its groups and its address to the instance that it is attached to", () => {
    expect(internet(CLOSED, INTERFACE, ADDRESS, SUBNET, ...NETWORK)).toBe(false);
    const attachment = resource("aws_network_interface_attachment", "attachment", {
      instance_id: to("instance"),
      network_interface_id: to("interface"),
    });
    expect(internet(CLOSED, attachment, INTERFACE, ADDRESS, SUBNET, ...NETWORK)).toBe(true);
    const attached = resource("AWS::EC2::NetworkInterface", "interface", {
      SubnetId: to("subnet"),
      GroupSet: [to("group")],
      Terraform: { attachment: { instance: to("instance") } },
    });
    expect(internet(CLOSED, attached, ADDRESS, SUBNET, ...NETWORK)).toBe(true);
  });

  it("may have an IPv6 address of its own, or a prefix", () => {
    const network = [IPV6_SUBNET, VPC, IPV6_GROUP, ...ROUTES];
    expect(internet(ON_INTERFACE, INTERFACE, ...network)).toBe(false);
    const withCount = { SubnetId: to("subnet"), GroupSet: [to("group")], Ipv6AddressCount: 1 };
    expect(internet(ON_INTERFACE, { ...INTERFACE, properties: withCount }, ...network)).toBe(true);
    const withPrefix = { SubnetId: to("subnet"), GroupSet: [to("group")], Ipv6PrefixCount: 1 };
    expect(internet(ON_INTERFACE, { ...INTERFACE, properties: withPrefix }, ...network)).toBe(true);
  });
});

describe("a group that is attached by a resource of its own", () => {
  const attach = (holder: string) =>
    resource("aws_network_interface_sg_attachment", "attached", {
      network_interface_id: to(holder),
      security_group_id: to("group"),
    });

  it("is one of the first interface of an instance", () => {
    const elastic = resource("aws_eip", "address", { instance: to("instance") });
    expect(internet(CLOSED, elastic, SUBNET, ...NETWORK)).toBe(false);
    expect(internet(CLOSED, elastic, attach("instance"), SUBNET, ...NETWORK)).toBe(true);
  });

  it("is one of an interface", () => {
    const bare = resource("AWS::EC2::NetworkInterface", "interface", {
      SubnetId: to("subnet"),
      GroupSet: [to("closed")],
    });
    expect(internet(ON_INTERFACE, bare, ADDRESS, SUBNET, ...NETWORK)).toBe(false);
    expect(internet(ON_INTERFACE, bare, ADDRESS, attach("interface"), SUBNET, ...NETWORK)).toBe(true);
  });
});

describe("a launch template that asks for IPv6 addresses", () => {
  const template = resource("AWS::EC2::LaunchTemplate", "template", {
    LaunchTemplateData: {
      NetworkInterfaces: [{ SubnetId: to("subnet"), Groups: [to("group")], Ipv6AddressCount: 1 }],
    },
  });
  const network = [template, IPV6_SUBNET, VPC, IPV6_GROUP, ...ROUTES];

  it("gives them to an instance", () => {
    const instance = resource("AWS::EC2::Instance", "instance", {
      LaunchTemplate: { LaunchTemplateId: to("template") },
    });
    expect(internet(instance, ...network)).toBe(true);
  });

  it("gives them to the instances of Batch", () => {
    const batch = resource("AWS::Batch::ComputeEnvironment", "batch", {
      ComputeResources: {
        Type: "EC2",
        Subnets: [to("subnet")],
        LaunchTemplate: { LaunchTemplateId: to("template") },
      },
    });
    expect(internet(batch, ...network)).toBe(true);
  });
});
