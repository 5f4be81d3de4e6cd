import { describe, expect, it } from "vitest";
import { Reference } from "../../../src/model/value.ts";
import type { ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import type { TerraformResource } from "../../../src/sources/terraform/terraform-resource.ts";

function written(address: string, attributes: ValueMap, readBack: readonly string[] = []): TerraformResource {
  return {
    id: address,
    address,
    type: address.split(".")[0] ?? "",
    attributes,
    isReadBack: (name) => readBack.includes(name),
  };
}

const ANYWHERE = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0", "10.0.0.0/8"] };
const RULE = written("aws_vpc_security_group_egress_rule.out", {
  security_group_id: "sg-1",
  ip_protocol: "-1",
  cidr_ipv4: "0.0.0.0/0",
});

function egressOf(readBack: readonly string[], removed: readonly TerraformResource[]): unknown {
  const group = written("aws_security_group.compute", { id: "sg-1", egress: [ANYWHERE] }, readBack);
  const [built] = buildResources([group], removed).resources;
  const rules = (built?.properties["SecurityGroupEgress"] ?? []) as readonly ValueMap[];
  return rules.map((rule) => rule["CidrIp"]);
}

describe("a rule that the plan deletes", () => {
  it("is still in what the provider has read of the group, and does not count", () => {
    expect(egressOf(["egress"], [RULE])).toEqual(["10.0.0.0/8"]);
    expect(egressOf(["egress"], [])).toEqual(["0.0.0.0/0", "10.0.0.0/8"]);
  });

  it("stays where somebody writes it into the group", () => {
    expect(egressOf([], [RULE])).toEqual(["0.0.0.0/0", "10.0.0.0/8"]);
  });

  it("of another group takes nothing away", () => {
    const other = written("aws_vpc_security_group_egress_rule.out", {
      ...RULE.attributes,
      security_group_id: "sg-2",
    });
    expect(egressOf(["egress"], [other])).toEqual(["0.0.0.0/0", "10.0.0.0/8"]);
  });
});

describe("a route and an entry that the plan deletes", () => {
  const route = [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" }];
  const former = written("aws_route.out", {
    route_table_id: "rtb-1",
    destination_cidr_block: "0.0.0.0/0",
    nat_gateway_id: "nat-1",
  });

  it("are gone from their table", () => {
    const table = written("aws_route_table.compute", { id: "rtb-1", route }, ["route"]);
    const acl = written(
      "aws_network_acl.compute",
      { id: "acl-1", egress: [{ rule_no: 100, action: "allow", protocol: "-1", cidr_block: "0.0.0.0/0" }] },
      ["egress"],
    );
    const entry = written("aws_network_acl_rule.out", {
      network_acl_id: "acl-1",
      egress: true,
      rule_number: 100,
    });
    const types = buildResources([table, acl], [former, entry]).resources.map(({ type }) => type);
    expect(types).toEqual(["AWS::EC2::RouteTable", "AWS::EC2::NetworkAcl"]);
  });

  it("stay where somebody writes them into the table, or where they are made again", () => {
    const table = written("aws_route_table.compute", { id: "rtb-1", route });
    expect(buildResources([table], [former]).resources.map(({ type }) => type)).toContain("AWS::EC2::Route");
    const bare = written("aws_route_table.compute", { id: "rtb-1", route }, ["route"]);
    const again = written("aws_route.again", {
      ...former.attributes,
      route_table_id: new Reference("aws_route_table.compute", "id", "rtb-1"),
    });
    expect(buildResources([bare, again], [former]).resources.map(({ id }) => id)).toEqual([
      "aws_route_table.compute",
      "aws_route.again",
    ]);
  });
});
