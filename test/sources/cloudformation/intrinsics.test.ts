import { describe, expect, it } from "vitest";
import { loadTemplate, resourceOf, show } from "./load-template.ts";

/** Expected values are those of the examples in the documentation of CloudFormation, where it has one. */
const AROUND = `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::LanguageExtensions
Parameters:
  Text: { Type: String, Default: prod }
  Open: { Type: String }
  Chosen: { Type: String, AllowedValues: [a, b] }
  Count: { Type: Number, Default: 3 }
  Names: { Type: CommaDelimitedList, Default: "a, b,c" }
  Subnets: { Type: "List<AWS::EC2::Subnet::Id>", Default: "subnet-1,subnet-2" }
  Ami: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /ami }
  Secret: { Type: String, NoEcho: true, Default: hidden }
Mappings:
  Regions:
    us-east-1: { Ami: ami-1, Size: large, Zones: [a, b] }
    us-west-2: { Ami: ami-2, Size: large, Zones: [c, d] }
Conditions:
  Yes: !Equals [!Ref Text, prod]
  No: !Not [!Condition Yes]
  Maybe: !Equals [!Ref Open, x]
  Both: !And [!Condition Yes, !Condition Maybe]
  Neither: !And [!Condition No, !Condition Maybe]
  Either: !Or [!Condition Yes, !Condition Maybe]
  Circle: !Not [!Condition Circle]
  TrueText: !Equals [!Ref Count, 3]
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub "reports-\${Text}" }
  Unnamed: { Type: AWS::S3::Bucket }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Absent: { Type: AWS::S3::Bucket, Condition: No }
  Probe:
    Type: Custom::Probe
    Properties:
      V: `;

const unknown = (reason: string, ...references: readonly string[]) => ({
  $unknown: reason,
  ...(references.length > 0 && { references }),
});
const choice = (reason: string, ...choices: readonly string[]) => ({ $unknown: reason, choices });
const OPEN = "parameter Open has no value; give it with --param-file";

const CASES: readonly (readonly [fact: string, expression: string, value: unknown])[] = [
  ["a parameter is its default", "!Ref Text", "prod"],
  ["a parameter without a value is not known", "!Ref Open", unknown(OPEN)],
  [
    "allowed values alone are choices",
    "!Ref Chosen",
    choice("parameter Chosen has no value; give it with --param-file", "a", "b"),
  ],
  ["a number is the text that it is written as", "!Ref Count", "3"],
  ["a list of texts has its spaces taken away", "!Ref Names", ["a", "b", "c"]],
  ["a list of subnets", "!Ref Subnets", ["subnet-1", "subnet-2"]],
  [
    "a parameter of Systems Manager is read at deployment",
    "!Ref Ami",
    unknown("parameter Ami is read from Systems Manager at deployment"),
  ],
  ["NoEcho is never shown", "!Ref Secret", "(sensitive)"],
  ["a text with NoEcho in it is never shown", '!Sub "x-${Secret}"', "(sensitive)"],
  ["AWS::NoValue is absence", "!Ref AWS::NoValue", undefined],
  ["AWS::NoValue is no item of a list", "[a, !Ref AWS::NoValue, b]", ["a", "b"]],
  ["a resource is a reference", "!Ref Unnamed", { $reference: "Unnamed" }],
  [
    "a resource with a name has it as text as well",
    "!Ref Bucket",
    { $reference: "Bucket", value: "reports-prod" },
  ],
  ["GetAtt with a dot", "!GetAtt Bucket.Arn", { $reference: "Bucket" }],
  ["GetAtt of two", "!GetAtt [Bucket, Arn]", { $reference: "Bucket" }],
  ["GetAtt in long form", "{ Fn::GetAtt: [Bucket, Arn] }", { $reference: "Bucket" }],
  [
    "an attribute that is a property is known",
    "!GetAtt Vpc.CidrBlock",
    { $reference: "Vpc", value: "10.0.0.0/16" },
  ],
  [
    "a resource whose condition is false is none",
    "!Ref Absent",
    unknown("Absent is not created: its condition is false"),
  ],
  ["what names nothing is not known", "!Ref Nothing", unknown("Nothing names nothing in the template")],
  ["Sub of a parameter", '!Sub "x-${Text}-y"', "x-prod-y"],
  ["Sub with variables", '!Sub ["${A}-${Text}", { A: !Ref Count }]', "3-prod"],
  ["Sub of a literal", '!Sub "${!Literal}-${Text}"', "${Literal}-prod"],
  ["Sub leaves the variables of a shell alone", '!Sub "${ARRAY[@]} ${Text}"', "${ARRAY[@]} prod"],
  ["Sub of one attribute is that reference", '!Sub "${Bucket.Arn}"', { $reference: "Bucket" }],
  [
    "Sub with text around an attribute is not known, with what it is taken from",
    '!Sub "${Bucket.Arn}/*"',
    unknown("known after deployment: Bucket.Arn", "Bucket"),
  ],
  ["Sub of a named bucket is known", '!Sub "arn:aws:s3:::${Bucket}/*"', "arn:aws:s3:::reports-prod/*"],
  ["Join", '!Join [":", [a, b, c]]', "a:b:c"],
  ["Join of a parameter that is a list", '!Join ["-", !Ref Names]', "a-b-c"],
  ["Join leaves out what is AWS::NoValue", '!Join ["-", [a, !Ref AWS::NoValue, c]]', "a-c"],
  ["Join of what is not known", '!Join ["-", [a, !Ref Open]]', unknown(OPEN)],
  ["Select", '!Select ["1", [apples, grapes, oranges]]', "grapes"],
  ["Select of a parameter", "!Select [0, !Ref Subnets]", "subnet-1"],
  [
    "Select of a zone is not known",
    '!Select [0, !GetAZs ""]',
    unknown("the availability zones of the region are known at deployment"),
  ],
  ["Split", '!Split ["|", "a|b|c"]', ["a", "b", "c"]],
  ["Split keeps empty items", '!Split ["|", "a||c|"]', ["a", "", "c", ""]],
  ["Select of Split", '!Select [2, !Split [",", "a,b,c"]]', "c"],
  ["FindInMap", "!FindInMap [Regions, us-east-1, Ami]", "ami-1"],
  ["FindInMap of a list", "!FindInMap [Regions, us-west-2, Zones]", ["c", "d"]],
  [
    "FindInMap of a region that is not known, where all agree",
    "!FindInMap [Regions, !Ref AWS::Region, Size]",
    "large",
  ],
  [
    "FindInMap of a region that is not known",
    "!FindInMap [Regions, !Ref AWS::Region, Ami]",
    choice(
      "the template does not say the region; it is chosen at deployment, or given as AWS::Region with --param-file",
      "ami-1",
      "ami-2",
    ),
  ],
  ["FindInMap with a default", "!FindInMap [Regions, eu-west-1, Ami, { DefaultValue: ami-0 }]", "ami-0"],
  ["If of a condition that holds", "!If [Yes, a, b]", "a"],
  ["If of one that does not", "!If [No, a, b]", "b"],
  ["If of one that is not known", "!If [Maybe, a, b]", choice(`condition Maybe: ${OPEN}`, "a", "b")],
  ["If of one that is not known, where both agree", "!If [Maybe, a, a]", "a"],
  [
    "If of two objects keeps what they share",
    "!If [Maybe, { X: a, Y: b }, { X: a, Y: c }]",
    { X: "a", Y: choice(`condition Maybe: ${OPEN}`, "b", "c") },
  ],
  ["Join of a choice has all its items", "!Length [!If [Maybe, a, b], c]", 2],
  ["a variable of Sub has any name", '!Sub ["${__Id__}/${__Of__}", { __Id__: a }]', "a/${__Of__}"],
  [
    "the id of the stack has what is known of it",
    "!Sub '${AWS::StackId}'",
    unknown(
      "the template does not say the region; it is chosen at deployment, or given as AWS::Region with --param-file",
    ),
  ],
  [
    "JSON of an object with a text before what is not known",
    "!ToJsonString { A: text, B: !Ref Open }",
    unknown(OPEN),
  ],
  [
    "If of two references names both",
    "!If [Maybe, !Ref Unnamed, !Ref Vpc]",
    unknown(`condition Maybe: ${OPEN}`, "Unnamed", "Vpc"),
  ],
  [
    "If that may be absent names nothing",
    "!If [Maybe, !Ref Unnamed, !Ref AWS::NoValue]",
    unknown(`condition Maybe: ${OPEN}`),
  ],
  [
    "If of a reference and a text names nothing",
    "!If [Maybe, !Ref Unnamed, text]",
    unknown(`condition Maybe: ${OPEN}`),
  ],
  ["And of true and not known", "!If [Both, a, b]", choice(`condition Both: ${OPEN}`, "a", "b")],
  ["And of false and not known is false", "!If [Neither, a, b]", "b"],
  ["Or of true and not known is true", "!If [Either, a, b]", "a"],
  ["a number equals its text", "!If [TrueText, a, b]", "a"],
  [
    "a condition in a circle is not known",
    "!If [Circle, a, b]",
    choice("condition Circle: the condition Circle depends on itself", "a", "b"),
  ],
  [
    "ImportValue of another stack",
    "!ImportValue network-vpc",
    unknown("the export network-vpc is of a stack outside of this scan"),
  ],
  ["Base64", "!Base64 AWS CloudFormation", "QVdTIENsb3VkRm9ybWF0aW9u"],
  ["Base64 of Sub", '{ Fn::Base64: !Sub "${Text}" }', "cHJvZA=="],
  [
    "Cidr of four bytes",
    '!Cidr ["192.168.0.0/24", "6", "5"]',
    [
      "192.168.0.0/27",
      "192.168.0.32/27",
      "192.168.0.64/27",
      "192.168.0.96/27",
      "192.168.0.128/27",
      "192.168.0.160/27",
    ],
  ],
  ["Cidr of a VPC", "!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 2, 8]]", "10.0.1.0/24"],
  ["Cidr of sixteen bytes", '!Cidr ["2001:db8::/56", 2, 64]', ["2001:db8::/64", "2001:db8:0:1::/64"]],
  ["Length", "{ Fn::Length: [1, 2, 3] }", 3],
  ["Length of a parameter", "{ Fn::Length: !Ref Names }", 3],
  ["ToJsonString", "{ Fn::ToJsonString: { a: !Ref Text, b: [true, 2] } }", '{"a":"prod","b":[true,2]}'],
  [
    "a dynamic reference is not known",
    "'{{resolve:secretsmanager:db:SecretString:password}}'",
    unknown("read from Systems Manager or Secrets Manager at deployment"),
  ],
  [
    "a dynamic reference inside of a text",
    "!Sub '{{resolve:ssm:/${Text}/name}}'",
    unknown("read from Systems Manager or Secrets Manager at deployment"),
  ],
  [
    "the account is not known",
    "!Ref AWS::AccountId",
    unknown("the template does not say the account; set account in genoscan.yaml"),
  ],
  [
    "a function that does not exist",
    "{ Fn::Concat: [a, b] }",
    unknown("Fn::Concat is no function of CloudFormation"),
  ],
  ["an account id keeps its zero", "012345678901", "012345678901"],
  ["a date stays text", "2012-10-17", "2012-10-17"],
];

/** A template with a parameter that may be one of these, and a condition. */
const allowing = (values: string, condition: string): string => `
Parameters: { Stage: { Type: String, AllowedValues: [${values}] }, Open: { Type: String } }
Mappings: { Of: { dev: { Size: small }, test: { Size: small }, prod: { Size: large } } }
Conditions:
  Dev: !Equals [!Ref Stage, dev]
  Prod: !Equals [!Ref Stage, prod]
  Asked: ${condition}
Resources:
  Probe: { Type: Custom::Probe, Properties: { V: !If [Asked, held, open], Of: !FindInMap [Of, !Ref Stage, Size] } }
`;

describe("a parameter without a value is one of the allowed ones", () => {
  it.each([
    ["one of all of them holds", "dev, prod", "!Or [!Condition Dev, !Condition Prod]", "held"],
    ["not one of them can hold", "dev, prod", '!Equals [!Ref Stage, "live"]', "open"],
    ["two exclude one another", "dev, test, prod", "!And [!Condition Dev, !Condition Prod]", "open"],
    ["each is mapped to the same", "dev, test", "!Equals [!FindInMap [Of, !Ref Stage, Size], small]", "held"],
    ["each makes another text", "dev, test", '!Not [!Equals [!Sub "x-${Stage}", x-prod]]', "held"],
    [
      "some of them hold",
      "dev, test, prod",
      "!Or [!Condition Dev, !Condition Prod]",
      choice("condition Asked: parameter Stage has no value; give it with --param-file", "held", "open"),
    ],
    [
      "another parameter decides",
      "dev, prod",
      "!And [!Condition Dev, !Equals [!Ref Open, x]]",
      choice("condition Asked: parameter Stage has no value; give it with --param-file", "held", "open"),
    ],
  ])("a condition is the same in all cases or not known: %s", async (_, values, condition, value) => {
    const loaded = await loadTemplate(allowing(values, condition));
    expect(show(resourceOf(loaded, "Probe").properties["V"])).toEqual(value);
  });

  it("a mapping gives what it has for those", async () => {
    const { properties } = resourceOf(await loadTemplate(allowing("dev, test", "!Condition Dev")), "Probe");
    expect(properties["Of"]).toBe("small");
  });

  it.each([
    ["booleans", "Enabled", 'AllowedValues: ["true", "no"]', [true, false]],
    ["numbers", "KeyUsage", "AllowedValues: [1, 2]", ["1", "2"]],
  ])("its choices are read as the property reads them: %s", async (_, property, allowed, choices) => {
    expect(await keyProperty(property, allowed)).toMatchObject({ choices });
  });

  it("what is one value under two names is known", async () => {
    expect(await keyProperty("Enabled", "AllowedValues: [yes, on]")).toBe(true);
  });

  it("what is never shown has no choices", async () => {
    expect(await keyProperty("KeyUsage", "AllowedValues: [a, b], NoEcho: true")).not.toHaveProperty(
      "choices",
    );
  });
});

/** A property of a key that a parameter gives. */
async function keyProperty(property: string, parameter: string): Promise<unknown> {
  const loaded = await loadTemplate(`Parameters: { P: { Type: String, ${parameter} } }
Resources: { Key: { Type: AWS::KMS::Key, Properties: { ${property}: !Ref P } } }
`);
  return show(resourceOf(loaded, "Key").properties[property]);
}

describe("what the functions of CloudFormation give", () => {
  it.each(CASES)("%s: %s", async (_, expression, value) => {
    const loaded = await loadTemplate(`${AROUND}${expression}\n`);
    expect(show(resourceOf(loaded, "Probe").properties["V"])).toEqual(value);
  });

  it("short forms, long forms and JSON are one", async () => {
    const yaml = await loadTemplate(
      "Resources: { P: { Type: Custom::P, Properties: { V: !Join ['-', [a, !Sub '${AWS::NoValue}b']] } } }",
    );
    const json = await loadTemplate(
      '{"Resources": {"P": {"Type": "Custom::P", "Properties": {"V": {"Fn::Join": ["-", ["a", {"Fn::Sub": "${AWS::NoValue}b"}]]}}}}}',
    );
    expect(show(resourceOf(yaml, "P").properties)).toEqual(show(resourceOf(json, "P").properties));
  });
});
