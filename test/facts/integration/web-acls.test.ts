import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Reference, isValueList } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadTemplate } from "../../sources/cloudformation/load-template.ts";

async function webAclsOf(stage: string, arn: string): Promise<readonly string[]> {
  const loaded = await loadTemplate(`Resources:
  Api: { Type: AWS::ApiGateway::RestApi }
  Other: { Type: AWS::ApiGateway::RestApi }
  Stage: { Type: AWS::ApiGateway::Stage, Properties: ${stage} }
  Firewall: { Type: AWS::WAFv2::WebACLAssociation, Properties: { ResourceArn: ${arn} } }
`);
  const graph = addFacts(new ResourceGraph(loaded.resources, "all"), DEFAULT_SETTINGS);
  const found = graph.resources.find(({ address }) => address === "Stage");
  const list = found === undefined ? undefined : propertyAt(found, "/Facts/WebAcls");
  return isValueList(list) ? list.map((item) => (item instanceof Reference ? "certain" : "possible")) : [];
}

const PROD = "{ RestApiId: !Ref Api, StageName: prod }";

describe("WebAcls", () => {
  it.each([
    [
      "the API and the stage by reference",
      PROD,
      '!Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}"',
      ["certain"],
    ],
    [
      "the API by reference, the stage by name",
      PROD,
      '!Sub "arn:aws:apigateway:us-east-1::/restapis/${Api}/stages/prod"',
      ["certain"],
    ],
    [
      "another stage of the API",
      PROD,
      '!Sub "arn:aws:apigateway:us-east-1::/restapis/${Api}/stages/test"',
      [],
    ],
    [
      "the same name at another API",
      PROD,
      '!Sub "arn:aws:apigateway:us-east-1::/restapis/${Other}/stages/prod"',
      [],
    ],
    [
      "a literal ARN",
      "{ RestApiId: abc123, StageName: prod }",
      '"arn:aws:apigateway:us-east-1::/restapis/abc123/stages/prod"',
      ["certain"],
    ],
    [
      "a literal API that may be the one of the input",
      PROD,
      '"arn:aws:apigateway:us-east-1::/restapis/abc123/stages/prod"',
      ["possible"],
    ],
    [
      "a load balancer",
      PROD,
      '"arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/x/1"',
      [],
    ],
  ])("%s", async (_, stage, arn, expected) => {
    expect(await webAclsOf(stage, arn)).toEqual(expected);
  });
});
