import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Unknown, plain } from "../../../src/model/value.ts";
import { loadInput } from "../load-input.ts";

async function subnets(azs: string) {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-slices-"));
  writeFileSync(
    join(folder, "main.tf"),
    `data "aws_availability_zones" "all" {}
locals {
  azs = ${azs}
}
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  count             = length(local.azs)
  vpc_id            = aws_vpc.v.id
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = local.azs[count.index]
}
`,
  );
  const { resources } = await loadInput(folder);
  return resources.filter(({ type }) => type === "AWS::EC2::Subnet");
}

describe("a part of a list that only Terraform reads", () => {
  it("has as many elements as the call says, none of them known", async () => {
    const found = await subnets("slice(data.aws_availability_zones.all.names, 1, 3)");
    expect(found.map(({ address }) => address)).toEqual(["aws_subnet.s[0]", "aws_subnet.s[1]"]);
    expect(found.map(({ properties }) => properties["CidrBlock"])).toEqual(["10.0.0.0/24", "10.0.1.0/24"]);
    expect(plain(found[0]?.properties["AvailabilityZone"])).toBeInstanceOf(Unknown);
    expect(found.every(({ uncertain }) => uncertain === undefined)).toBe(true);
  });

  it.each([
    [
      "inside of try, which may make something else of it",
      "try(slice(data.aws_availability_zones.all.names, 0, 3), [])",
    ],
    [
      "up to an end that is not known",
      "slice(data.aws_availability_zones.all.names, 0, length(data.aws_availability_zones.all.names))",
    ],
    ["the whole list", "data.aws_availability_zones.all.names"],
  ])("%s: how many there are is not known", async (_, azs) => {
    const found = await subnets(azs);
    expect(found.map(({ address }) => address)).toEqual(["aws_subnet.s[*]"]);
    expect(found[0]?.uncertain?.reason).toContain("how many there are is not known");
  });
});
