import { describe, expect, it } from "vitest";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { referencesOf } from "../../../src/model/value.ts";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { scan } from "./scan-files.ts";

const ASSEMBLY = "fixtures/cloudformation/cdk-clinic/cdk.out";
const read = await readInputs([ASSEMBLY], { settings: DEFAULT_SETTINGS });
const graph = new ResourceGraph(read.resources);

function at(address: string): Resource {
  const found = read.resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

describe("a cloud assembly of CDK", () => {
  it("is read whole, its stages and nested stacks included", () => {
    expect(read.gaps).toEqual([]);
    expect(read.diagnostics).toEqual([]);
    expect(read.inputs.map(({ source, status }) => [source, status])).toEqual([["cloudformation", "read"]]);
  });

  it("names resources by their construct paths", () => {
    expect(at("Prod/Data/Reports/Resource").type).toBe("AWS::S3::Bucket");
    expect(at("Prod/Compute/Network/Vpc/Resource").type).toBe("AWS::EC2::VPC");
  });

  it("places each stack in its environment", () => {
    const { placement } = at("Prod/Data/Reports/Resource");
    expect([placement?.account, placement?.region]).toEqual(["111111111111", "us-east-1"]);
    expect(at("Anywhere/AccessLogs/Resource").placement?.account).toBeUndefined();
  });

  it("follows the imports of one stack to the exports of another", () => {
    const variables = at("Prod/Compute/Writer/Resource").properties["Environment"] as {
      Variables: { REPORTS: never };
    };
    const [reference] = referencesOf(variables.Variables.REPORTS);
    expect(graph.get(reference?.target ?? "")?.address).toBe("Prod/Data/Reports/Resource");
  });

  it("follows the outputs of a nested stack, and tells how it is reached", () => {
    const network = at("Prod/Compute/Writer/Resource").properties["VpcConfig"] as { SubnetIds: never[] };
    const [reference] = referencesOf(network.SubnetIds[0]);
    const subnet = graph.get(reference?.target ?? "");
    expect(subnet?.address).toBe("Prod/Compute/Network/Vpc/computeSubnet1/Subnet");
    expect(subnet?.calls?.map(({ address }) => address)).toEqual([
      "Prod/Compute/Network.NestedStack/Network.NestedStackResource",
    ]);
    expect(subnet?.location?.file).toMatch(/nested\.template\.json$/u);
  });
});

describe("what a manifest of CDK says of a stack", () => {
  const TEMPLATE = `{"Parameters": {"Name": {"Type": "String"}}, "Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "Name"}}}}}`;
  const manifest = (more: object): string =>
    JSON.stringify({
      version: "54.0.0",
      artifacts: {
        S: {
          type: "aws:cloudformation:stack",
          environment: "aws://unknown-account/eu-central-1",
          properties: { templateFile: "S.template.json", parameters: { Name: "given" } },
        },
      },
      ...more,
    });

  it.each([
    ["in its folder", ""],
    ["beside it", "S.template.json"],
  ])("the values of its parameters are given, %s", async (_, what) => {
    const { resources, gaps } = await scan(
      { "manifest.json": manifest({}), "S.template.json": TEMPLATE },
      what,
    );
    expect(resources.find(({ type }) => type === "AWS::S3::Bucket")?.name).toBe("given");
    expect(gaps).toEqual([]);
  });

  it.each([
    ["in its folder", ""],
    ["beside it", "S.template.json"],
  ])("what CDK could not look up makes the scan incomplete, %s", async (_, what) => {
    const text = manifest({ missing: [{ key: "vpc-provider:…", provider: "vpc-provider", props: {} }] });
    const { gaps } = await scan({ "manifest.json": text, "S.template.json": TEMPLATE }, what);
    expect(gaps.map(({ code, reason }) => [code, reason])).toEqual([
      [
        "cloudformation-assembly",
        "CDK had no vpc-provider and wrote stand-ins; run cdk synth where it can look them up",
      ],
    ]);
  });
});
