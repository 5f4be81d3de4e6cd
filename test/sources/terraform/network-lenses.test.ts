import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import { Unset } from "../../../src/sources/terraform/unset.ts";

function built(
  type: string,
  attributes: ValueMap,
  more: readonly { type: string; attributes: ValueMap }[] = [],
) {
  const written = [{ type, attributes }, ...more].map((resource, index) => {
    const address = `${resource.type}.r${String(index)}`;
    return { id: address, address, ...resource };
  });
  return buildResources(written).resources;
}

const RULE = {
  cidr_blocks: [],
  description: "",
  from_port: 443,
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  protocol: "tcp",
  security_groups: [],
  self: false,
  to_port: 443,
};

describe("security groups", () => {
  it("a block with several destinations is one rule for each of them", () => {
    const egress = [
      { ...RULE, cidr_blocks: ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"], self: true },
    ];
    const [group] = built("aws_security_group", { name: "g", egress });
    const ports = { FromPort: 443, IpProtocol: "tcp", ToPort: 443 };
    expect(group?.properties["SecurityGroupEgress"]).toEqual([
      { ...ports, CidrIp: "10.0.0.0/8" },
      { ...ports, CidrIp: "0.0.0.0/0" },
      { ...ports, CidrIpv6: "::/0" },
      { ...ports, DestinationSecurityGroupId: "self" },
    ]);
  });

  it("no egress in Terraform means none, and unknown egress stays unknown", () => {
    const unknown = new Unknown("known after apply");
    expect(
      built("aws_security_group", { egress: new Unset() })[0]?.properties["SecurityGroupEgress"],
    ).toEqual([]);
    expect(built("aws_security_group", { egress: [] })[0]?.properties["SecurityGroupEgress"]).toEqual([]);
    expect(built("aws_security_group", { egress: unknown })[0]?.properties["SecurityGroupEgress"]).toBe(
      unknown,
    );
  });

  it("a list of destinations that is unknown is one rule with an unknown destination", () => {
    const unknown = new Unknown("known after apply");
    const [group] = built("aws_security_group", { egress: [{ ...RULE, prefix_list_ids: unknown }] });
    expect(group?.properties["SecurityGroupEgress"]).toEqual([
      { FromPort: 443, IpProtocol: "tcp", ToPort: 443, DestinationPrefixListId: unknown },
    ]);
  });

  it("sensitive ranges stay sensitive", () => {
    const [group] = built("aws_security_group", {
      egress: [{ ...RULE, cidr_blocks: new Sensitive(["8.8.8.8/32"]) }],
    });
    expect(group?.properties["SecurityGroupEgress"]).toMatchObject([{ CidrIp: new Sensitive("8.8.8.8/32") }]);
  });

  it("a rule resource with several ranges is a resource for each, and its type decides the direction", () => {
    const rule = {
      type: "egress",
      security_group_id: new Reference("aws_security_group.g", "id"),
      cidr_blocks: ["0.0.0.0/1", "128.0.0.0/1"],
      source_security_group_id: new Unset(),
      self: false,
      protocol: "-1",
      from_port: 0,
      to_port: 0,
    };
    const egress = built("aws_security_group_rule", rule);
    expect(egress.map(({ id, type, properties }) => [id, type, properties["CidrIp"]])).toEqual([
      ["aws_security_group_rule.r0", "AWS::EC2::SecurityGroupEgress", "0.0.0.0/1"],
      ["aws_security_group_rule.r0[1]", "AWS::EC2::SecurityGroupEgress", "128.0.0.0/1"],
    ]);
    const ingress = built("aws_security_group_rule", { ...rule, type: "ingress" });
    expect(ingress.map(({ type }) => type)).toEqual([
      "AWS::EC2::SecurityGroupIngress",
      "AWS::EC2::SecurityGroupIngress",
    ]);
  });
});

describe("tables and access lists", () => {
  it("inline routes and entries are resources of their own that name their table", () => {
    const gateway = new Reference("aws_internet_gateway.g", "id");
    const route = [{ cidr_block: "0.0.0.0/0", gateway_id: gateway, nat_gateway_id: "", ipv6_cidr_block: "" }];
    const routes = built("aws_route_table", { vpc_id: "vpc-1", route });
    expect(routes[1]).toMatchObject({
      type: "AWS::EC2::Route",
      properties: {
        DestinationCidrBlock: "0.0.0.0/0",
        GatewayId: gateway,
        RouteTableId: { target: "aws_route_table.r0" },
      },
    });
    expect(Object.keys(routes[1]?.properties ?? {}).sort()).toEqual([
      "DestinationCidrBlock",
      "GatewayId",
      "RouteTableId",
    ]);
    const egress = [
      { action: "allow", cidr_block: "0.0.0.0/0", from_port: 0, protocol: "-1", rule_no: 100, to_port: 0 },
    ];
    const acl = built("aws_network_acl", { vpc_id: "vpc-1", egress, subnet_ids: ["subnet-1", "subnet-2"] });
    expect(acl.map(({ type }) => type)).toEqual([
      "AWS::EC2::NetworkAcl",
      "AWS::EC2::NetworkAclEntry",
      "AWS::EC2::SubnetNetworkAclAssociation",
      "AWS::EC2::SubnetNetworkAclAssociation",
    ]);
    expect(acl[1]?.properties).toMatchObject({
      Egress: true,
      Protocol: -1,
      RuleAction: "allow",
      RuleNumber: 100,
    });
    expect(acl[3]?.properties).toMatchObject({
      SubnetId: "subnet-2",
      NetworkAclId: { target: "aws_network_acl.r0" },
    });
  });
});

describe("documents", () => {
  it("a job definition in JSON has CloudFormation's names", () => {
    const container_properties = JSON.stringify({
      image: "x",
      networkConfiguration: { assignPublicIp: "ENABLED" },
    });
    const [job] = built("aws_batch_job_definition", { name: "call", container_properties });
    expect(job?.properties["ContainerProperties"]).toEqual({
      Image: "x",
      NetworkConfiguration: { AssignPublicIp: "ENABLED" },
    });
    expect(job?.missing?.("/ContainerProperties/NetworkConfiguration/AssignPublicIp")).toBeUndefined();
    expect(job?.missing?.("/ContainerProperties/Ulimits")).toBeInstanceOf(Unknown);
    expect(job?.origin?.("/ContainerProperties/Image").attribute).toBe("container_properties");
  });

  it("text that is no JSON is unknown", () => {
    const [job] = built("aws_batch_job_definition", { name: "call", container_properties: "{" });
    expect(job?.properties["ContainerProperties"]).toBeInstanceOf(Unknown);
  });
});

describe("satellites of an endpoint", () => {
  it("fold into it, and the policy satellite has the last word", () => {
    const endpoint = new Reference("aws_vpc_endpoint.r0", "id");
    const [folded, ...more] = built(
      "aws_vpc_endpoint",
      { service_name: "com.amazonaws.us-east-1.kms", policy: '{"a":1}', subnet_ids: ["subnet-1"] },
      [
        { type: "aws_vpc_endpoint_policy", attributes: { vpc_endpoint_id: endpoint, policy: '{"b":2}' } },
        {
          type: "aws_vpc_endpoint_subnet_association",
          attributes: { vpc_endpoint_id: endpoint, subnet_id: "subnet-2" },
        },
      ],
    );
    expect(more).toEqual([]);
    expect(folded?.properties).toMatchObject({
      PolicyDocument: { b: 2 },
      SubnetIds: ["subnet-1", "subnet-2"],
    });
  });
});

describe("fixtures", () => {
  it("the extract of the provider still has an optional and computed egress", () => {
    const extract = JSON.parse(readFileSync("fixtures/schemas/hashicorp-aws-5.100.0.json", "utf8"));
    expect(extract.resources.aws_security_group.attributes.egress).toMatchObject({
      optional: true,
      computed: true,
    });
  });
});
