import { describe, expect, it } from "vitest";
import { loadTemplate, resourceOf, show } from "./load-template.ts";
import { scan } from "./scan-files.ts";

const QUEUE = "Q: { Type: AWS::SQS::Queue }";

describe("allowed values of a parameter without a value", () => {
  const template = (allowed: string, condition: string): string => `Parameters:
  Stage: { Type: String, AllowedValues: [${allowed}] }
Mappings: { Keys: { dev: { Kms: key-a }, prod: { Kms: key-a }, lab: { Kms: key-b } } }
Conditions: { Is: ${condition} }
Resources:
  T: { Type: AWS::SNS::Topic, Condition: Is, Properties: { TopicName: !Ref Stage, KmsMasterKeyId: !FindInMap [Keys, !Ref Stage, Kms] } }
`;
  it.each([
    ["none of them makes a condition false", "dev, prod", "!Equals [!Ref Stage, lab]", false],
    ["none of them makes its opposite true", "dev, prod", "!Not [!Equals [!Ref Stage, lab]]", true],
    ["the only one is the value", "dev", "!Equals [!Ref Stage, dev]", true],
  ])("%s", async (_, allowed, condition, isThere) => {
    const { resources } = await loadTemplate(template(allowed, condition));
    expect(resources.some(({ address, uncertain }) => address === "T" && uncertain === undefined)).toBe(
      isThere,
    );
  });

  it("one of several leaves a condition open, and a mapping to those alone", async () => {
    const loaded = await loadTemplate(template("dev, prod", "!Equals [!Ref Stage, dev]"));
    const topic = resourceOf(loaded, "T");
    expect(topic.uncertain?.reason).toMatch(/parameter Stage has no value/u);
    expect(show(topic.properties["TopicName"])).toHaveProperty("$unknown");
    expect(topic.properties["KmsMasterKeyId"]).toBe("key-a");
  });
});

describe("Rules", () => {
  const template = (assert: string, condition = "!Equals [!Ref Stage, prod]"): string => `Parameters:
  Stage: { Type: String, Default: prod }
  Subnets: { Type: CommaDelimitedList, Default: "a,b" }
  Open: { Type: String }
Rules:
  R: { RuleCondition: ${condition}, Assertions: [{ Assert: ${assert}, AssertDescription: keys for production }] }
Resources: { ${QUEUE} }
`;
  it.each([
    ["Fn::Contains", "!Contains [[dev], !Ref Stage]"],
    ["Fn::EachMemberIn", "!EachMemberIn [!Ref Subnets, [a]]"],
    ["Fn::EachMemberEquals", "!EachMemberEquals [!Ref Subnets, a]"],
    ["Fn::Not", "!Not [!Equals [!Ref Stage, prod]]"],
  ])("an assertion with %s that is not met is told", async (_, assert) => {
    const { diagnostics } = await loadTemplate(template(assert));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "the values of the parameters do not meet the rule R: keys for production",
    ]);
  });

  it.each([
    ["that is met", "!Contains [[dev, prod], !Ref Stage]", undefined],
    ["on a value that is not known", "!Contains [[dev], !Ref Open]", undefined],
    [
      "on what the account holds",
      '!EachMemberIn [!ValueOfAll ["AWS::EC2::Subnet::Id", VpcId], [a]]',
      undefined,
    ],
    ["of a rule that does not count", "!Contains [[dev], !Ref Stage]", "!Equals [!Ref Stage, dev]"],
  ])("an assertion %s is not", async (_, assert, condition) => {
    expect((await loadTemplate(template(assert, condition))).diagnostics).toEqual([]);
  });
});

describe("what is deployed and not in the template", () => {
  it("the resources of a module are a gap", async () => {
    const { gaps } = await loadTemplate(
      "Resources: { M: { Type: Org::Data::Bucket::MODULE, Properties: { A: 1 } } }\n",
    );
    expect(gaps).toMatchObject([{ code: "cloudformation-module", subject: "M" }]);
  });

  it("the template in a stack set is read, for accounts and regions that are not known", async () => {
    const { resources, gaps } = await scan({
      "main.yaml": `Parameters: { R: { Type: String, Default: x } }
Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      Parameters: [{ ParameterKey: Name, ParameterValue: !Ref R }]
      TemplateBody: |
        Parameters: { Name: { Type: String } }
        Resources: { Inner: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "\${Name}-\${AWS::AccountId}" } } }
`,
    });
    const inner = resourceOf({ resources, diagnostics: [], gaps }, "Set/Inner");
    expect(inner.location?.line).toBe(4);
    expect(show(inner.properties["BucketName"])).toHaveProperty("$unknown");
    expect(resources.map(({ address }) => address)).toContain("Set");
    expect(gaps).toEqual([]);
  });

  it("a stack set whose template lies elsewhere is a gap", async () => {
    const { gaps } = await loadTemplate(
      "Resources: { S: { Type: AWS::CloudFormation::StackSet, Properties: { TemplateURL: 'https://x/y' } } }\n",
    );
    expect(gaps).toMatchObject([{ code: "cloudformation-nested-stack", subject: "S" }]);
  });
});

describe("a loop over a list that is not known", () => {
  it("leaves what depends on its item open, and finds nothing wrong in it", async () => {
    const loaded = await loadTemplate(`Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList } }
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - "Topic\${Name}": { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref Name, DisplayName: !Sub "\${Name}-x", KmsMasterKeyId: !GetAtt ["Key\${Name}", Arn] } }
`);
    expect(loaded.diagnostics).toEqual([]);
    const topic = resourceOf(loaded, "Topic${Name}");
    expect(topic.uncertain?.reason).toMatch(/parameter Names has no value/u);
    for (const name of ["TopicName", "DisplayName", "KmsMasterKeyId"]) {
      expect(show(topic.properties[name])).toHaveProperty("$unknown");
    }
  });
});
