import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../src/facts/catalogue.ts";
import { RuleError } from "../../src/model/errors.ts";
import { parseRuleFile } from "../../src/ruleset/load-rule.ts";
import { checkParametersFile } from "../../src/ruleset/loading/check-parameters-file.ts";
import { factVocabulary } from "../../src/ruleset/loading/fact-vocabulary.ts";
import type { RuleContext } from "../../src/ruleset/loading/rule-context.ts";
import { TYPE_VOCABULARY } from "./type-vocabulary.ts";

const PATH = "rules/aws/s3/report-object-lock.yaml";

const { parameters } = checkParametersFile(
  "rules/parameters.yaml",
  readFileSync("rules/parameters.yaml", "utf8"),
);

const context: RuleContext = {
  folder: "rules",
  parameters,
  controls: {
    hipaa: ["164.312(c)(1)", "164.316(b)(2)(i)"],
    hitrust: ["06.c"],
    genomics: ["GEN-AWS-RPT-001", "GEN-AWS-RPT-002"],
  },
  knownTypes: TYPE_VOCABULARY,
  knownFacts: factVocabulary([
    ...FACTS,
    {
      name: "Trust",
      types: ["AWS::S3::Bucket"],
      description: "a fact with fields",
      fields: { Accounts: { Id: true } },
      compute: () => undefined,
    },
  ]),
};

/** Lines 1 to 10; what a case says follows from line 11 on. */
const HEAD = `id: aws-s3-report-object-lock
title: Report buckets lock every object
severity: critical
controls:
  hipaa: ["164.312(c)(1)"]
  genomics: [GEN-AWS-RPT-001]
description: A report that can be changed is no evidence of what was reported.
message: Objects in {address} can be deleted
remediation: { text: Lock the objects. }
examples: [{ name: first, verdict: pass, resources: [&r { address: a, type: "AWS::S3::Bucket" }] }, { name: second, verdict: fail, resources: [*r] }, { name: third, verdict: unknown, resources: [*r] }]
`;

const SELECT = "select: { type: AWS::S3::Bucket }\n";

function problemsOf(text: string, path = PATH): string[] {
  try {
    parseRuleFile(path, text, context);
    return [];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return error.problems.map(({ code, message, location }) => {
      const place = `${location?.line}:${location?.column}`;
      return `${location?.file === path ? place : location?.file} ${code}: ${message}`;
    });
  }
}

/** A sound rule but for its assertion, which stands in line 12. */
function problemsOfAssert(assert: string, more = ""): string[] {
  return problemsOf(`${HEAD}${SELECT}assert: ${assert}\n${more}`);
}

/** A sound rule but for a schema, which begins in line 12, column 37. */
function problemsOfSchema(schema: string, more = ""): string[] {
  return problemsOfAssert(`{ at: /BucketName, schema: ${schema} }`, more);
}

const SOUND = `{ at: /ObjectLockConfiguration/Rule/DefaultRetention/Mode, schema: { const: COMPLIANCE } }`;

describe("parseRuleFile", () => {
  it("gives the rule of a file that is right", () => {
    const text = `${HEAD}params: [retentionYears]
select: { type: AWS::S3::Bucket, where: { at: /Facts/Roles, schema: { type: array, contains: { const: report } } } }
assert:
  all:
    - at: /ObjectLockConfiguration/Rule/DefaultRetention/Years
      schema: { type: integer, minimum: { $param: retentionYears } }
    - each:
        at: /LifecycleConfiguration/Rules
        where: { at: /Status, schema: { const: Enabled } }
        assert: { at: /ExpirationInDays, absent: true }
    - some: { at: /Facts/Trust/Accounts, assert: { at: /Id, schema: { type: string, minLength: 12 } } }
    - related: { through: /LoggingConfiguration/DestinationBucketName, type: AWS::S3::Bucket, assert: { not: { at: /BucketName, absent: true } } }
    - related: { from: { type: [AWS::S3::BucketPolicy], at: /Bucket }, assert: { at: /PolicyDocument/Statement, schema: true } }
    - exists: { type: AWS::CloudTrail::EventDataStore, where: { compare: { at: /Name, is: different, to: /KmsKeyId } } }
`;
    expect(problemsOf(text)).toEqual([]);
    expect(parseRuleFile(PATH, text, context)).toMatchObject({
      id: "aws-s3-report-object-lock",
      params: ["retentionYears"],
    });
  });

  describe.each([
    ["the file", ""],
    ["a Windows path", "rules\\aws\\s3\\report-object-lock.yaml"],
  ])("of %s", (_name, path) => {
    it("takes the id from the path", () => {
      expect(problemsOf(`${HEAD}${SELECT}assert: ${SOUND}\n`, path || PATH)).toEqual([]);
    });
  });

  it.each([
    [
      "YAML that ends too early",
      "id: [a",
      "1:7 rule-syntax: flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "a key that stands twice",
      "id: a\ntitle: b\nid: c",
      '3:1 rule-syntax: the key "id" stands twice in one object',
    ],
    [
      "an alias to nothing",
      "id: *a",
      "1:1 rule-syntax: unresolved alias (the anchor must be set before the alias): a",
    ],
    ["a list", "- a", "1:1 rule-invalid: the file must be an object, not a list"],
    ["nothing", "", "1:1 rule-invalid: the file must be an object, not empty"],
  ])("refuses %s", (_name, text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  it.each([
    [
      "an id that is not its path",
      `${HEAD.replace("report-object-lock", "lock")}${SELECT}assert: ${SOUND}`,
      '1:5 rule-wrong-id: the id follows from the path of the file: "aws-s3-report-object-lock", not "aws-s3-lock"',
    ],
    [
      "a misspelt key of a rule",
      `${HEAD}${SELECT}asert: ${SOUND}`,
      '12:1 rule-unknown-word: "asert" is not a key of a rule; did you mean "assert"?',
    ],
    ["a missing key", `${HEAD}${SELECT}`, '1:1 rule-invalid: the file needs "assert"'],
    [
      "a severity that is none",
      `${HEAD.replace("critical", "blocker")}${SELECT}assert: ${SOUND}`,
      '3:11 rule-invalid: severity must be "critical", "high", "medium" or "low", not "blocker"',
    ],
    [
      "a control that is none",
      `${HEAD.replace("164.312(c)(1)", "164.312(c)(9)")}${SELECT}assert: ${SOUND}`,
      '5:11 rule-unknown-control: "164.312(c)(9)" is no control of hipaa; did you mean "164.312(c)(1)"?',
    ],
    [
      "a framework that is none",
      `${HEAD.replace("hipaa:", "hippa:")}${SELECT}assert: ${SOUND}`,
      '5:3 rule-unknown-word: "hippa" is not a key of controls; did you mean "hipaa"?',
    ],
    [
      "a placeholder that is none",
      `${HEAD.replace("{address}", "{adress}")}${SELECT}assert: ${SOUND}`,
      "8:10 rule-invalid: a message knows {address}, {type} and {name}, not {adress}",
    ],
    [
      "a type that is none",
      `${HEAD}select: { type: AWS::S3::Buckets }\nassert: ${SOUND}`,
      '11:17 rule-unknown-type: "AWS::S3::Buckets" is no type of resource; did you mean "AWS::S3::Bucket"?',
    ],
    [
      "one type of several that is none",
      `${HEAD}select: { type: [AWS::S3::Bucket, AWS::S4::Bucket] }\nassert: ${SOUND}`,
      '11:35 rule-unknown-type: "AWS::S4::Bucket" is no type of resource; did you mean "AWS::S3::Bucket"?',
    ],
    [
      "a parameter that is not used",
      `${HEAD}${SELECT}assert: ${SOUND}\nparams: [retentionYears]`,
      '13:10 rule-invalid: the rule lists the parameter "retentionYears" and does not use it',
    ],
    [
      "a parameter that does not exist",
      `${HEAD}${SELECT}assert: ${SOUND}\nparams: [retentionYear]`,
      '13:10 rule-unknown-parameter: there is no parameter "retentionYear"; did you mean "retentionYears"?',
    ],
  ])("refuses %s", (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    [
      "a misspelt word",
      "{ al: [] }",
      '12:11 rule-unknown-word: "al" is not a word of the rule language; did you mean "all"?',
    ],
    [
      "a word of another language",
      "{ allowedValues: [] }",
      '12:11 rule-unknown-word: "allowedValues" is not a word of the rule language',
    ],
    [
      "two words",
      `{ any: [${SOUND}], at: /BucketName, absent: true }`,
      '12:9 rule-invalid: a clause has exactly one word, this one has "any" and "at"; join clauses with "all" or "any"',
    ],
    [
      "schema and absent together",
      "{ at: /BucketName, schema: true, absent: false }",
      '12:9 rule-invalid: "at" goes with "schema" or with "absent", not with both; join clauses with "all" or "any"',
    ],
    ["at alone", "{ at: /BucketName }", '12:9 rule-invalid: "at" needs "schema" or "absent" beside it'],
    ["schema alone", "{ schema: true }", '12:9 rule-invalid: "schema" needs "at" beside it'],
    [
      "a word that needs no at",
      `{ not: ${SOUND}, schema: true }`,
      '12:9 rule-invalid: "schema" does not go with "not"; join clauses with "all" or "any"',
    ],
    [
      "no word",
      "{}",
      "12:9 rule-invalid: a clause has one word: all, any, not, at, each, some, related, exists, compare",
    ],
    [
      "a list where a clause belongs",
      `[${SOUND}]`,
      "12:9 rule-invalid: a clause is an object with one word: all, any, not, at, each, some, related, exists, compare, schema, absent",
    ],
    ["an empty all", "{ all: [] }", "12:16 rule-invalid: assert.all must not be empty"],
    [
      "all that is no list",
      `{ all: ${SOUND} }`,
      "12:16 rule-invalid: assert.all must be a list, not an object",
    ],
    [
      "a misspelt part of each",
      `{ all: [{ each: { at: /Tags, asert: { at: /Key, absent: false } } }] }`,
      '12:38 rule-unknown-word: "asert" is not a key of assert.all[0].each; did you mean "assert"?',
    ],
    ["each without assert", "{ each: { at: /Tags } }", '12:17 rule-invalid: assert.each needs "assert"'],
    [
      "a mistake in the depth",
      `{ not: { any: [{ each: { at: /Tags, assert: { all: [{ att: /Key, absent: true }] } } }] } }`,
      '12:63 rule-unknown-word: "att" is not a word of the rule language; did you mean "at"?',
    ],
    [
      "a relation that is none",
      "{ compare: { at: /BucketName, is: equals, to: /BucketName } }",
      '12:43 rule-invalid: assert.compare.is must be "equal", "different", "less", "at-most", "more" or "at-least", not "equals"; did you mean "equal"?',
    ],
    [
      "a relation with neither through nor from",
      "{ related: { assert: { at: /BucketName, absent: true } } }",
      '12:20 rule-invalid: assert.related needs "through": The property of this resource that names the other one.',
    ],
    [
      "a pointer without slash",
      "{ at: BucketName, absent: true }",
      '12:15 rule-invalid: "BucketName" does not have the form of assert.at: A JSON Pointer into the properties of the resource; inside each and some, into the item.',
    ],
    [
      "absent that is no truth value",
      '{ at: /BucketName, absent: "yes" }',
      '12:36 rule-invalid: assert.absent must be true or false, not "yes"',
    ],
  ])("refuses %s", (_name, assert, problem) => {
    expect(problemsOfAssert(assert)).toEqual([problem]);
  });

  it.each([
    [
      "a misspelt property",
      "{ at: /BucketNam, absent: true }",
      '12:15 rule-unknown-pointer: "BucketNam" is no property of AWS::S3::Bucket; did you mean "BucketName"?',
    ],
    [
      "a misspelt property in the depth",
      "{ at: /ObjectLockConfiguration/Rule/DefaultRetention/Yeers, absent: true }",
      '12:15 rule-unknown-pointer: "Yeers" is no property of AWS::S3::Bucket below /ObjectLockConfiguration/Rule/DefaultRetention; did you mean "Years"?',
    ],
    [
      "a property of an item",
      "{ each: { at: /LifecycleConfiguration/Rules, assert: { at: /State, absent: true } } }",
      '12:68 rule-unknown-pointer: "State" is no property of AWS::S3::Bucket below /LifecycleConfiguration/Rules/*; did you mean "Status"?',
    ],
    [
      "a property below a scalar",
      "{ at: /BucketName/Length, absent: true }",
      '12:15 rule-unknown-pointer: "Length" is no property of AWS::S3::Bucket below /BucketName',
    ],
    [
      "a fact that is none",
      "{ at: /Facts/Role, schema: true }",
      '12:15 rule-unknown-pointer: "Role" is no fact of AWS::S3::Bucket; did you mean "Roles"?',
    ],
    [
      "a field of a fact that is none",
      "{ some: { at: /Facts/Trust/Accounts, assert: { at: /Ids, schema: true } } }",
      '12:60 rule-unknown-pointer: "Ids" is no fact of AWS::S3::Bucket below /Trust/Accounts/*; did you mean "Id"?',
    ],
    [
      "a fact of another type",
      "{ exists: { type: AWS::KMS::Key, where: { at: /Facts/Trust, schema: true } } }",
      '12:55 rule-unknown-pointer: "Trust" is no fact of AWS::KMS::Key',
    ],
    [
      "a property of a related resource",
      "{ related: { through: /BucketName, type: AWS::KMS::Key, assert: { at: /EnableRotation, schema: true } } }",
      '12:79 rule-unknown-pointer: "EnableRotation" is no property of AWS::KMS::Key; did you mean "EnableKeyRotation"?',
    ],
    [
      "a property that would name this resource",
      "{ related: { from: { type: AWS::S3::BucketPolicy, at: /Buckets } } }",
      '12:63 rule-unknown-pointer: "Buckets" is no property of AWS::S3::BucketPolicy; did you mean "Bucket"?',
    ],
    [
      "a property of what exists",
      "{ exists: { type: AWS::KMS::Key, where: { at: /Rotation, schema: true } } }",
      '12:55 rule-unknown-pointer: "Rotation" is no property of AWS::KMS::Key',
    ],
    [
      "a property to compare to",
      "{ compare: { at: /BucketName, is: equal, to: /BucketNames } }",
      '12:54 rule-unknown-pointer: "BucketNames" is no property of AWS::S3::Bucket; did you mean "BucketName"?',
    ],
    [
      "the type of a related resource",
      "{ related: { through: /BucketName, type: AWS::KMS::Keys, assert: { at: /Description, schema: true } } }",
      '12:50 rule-unknown-type: "AWS::KMS::Keys" is no type of resource; did you mean "AWS::KMS::Key"?',
    ],
    [
      "the type that would name this resource",
      "{ related: { from: { type: AWS::S3::BucketPolice, at: /Bucket } } }",
      '12:36 rule-unknown-type: "AWS::S3::BucketPolice" is no type of resource; did you mean "AWS::S3::BucketPolicy"?',
    ],
    [
      "the type of what exists",
      "{ exists: { type: AWS::KMS::Kez } }",
      '12:27 rule-unknown-type: "AWS::KMS::Kez" is no type of resource; did you mean "AWS::KMS::Key"?',
    ],
  ])("looks up %s", (_name, assert, problem) => {
    expect(problemsOfAssert(assert)).toEqual([problem]);
  });

  it("lets a pointer through that one of several types has", () => {
    const text = `${HEAD}select: { type: [AWS::S3::Bucket, AWS::KMS::Key] }\nassert: { at: /EnableKeyRotation, schema: true }`;
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    [
      "a keyword that is none",
      "{ minimun: 3 }",
      '12:38 rule-unsupported-keyword: "minimun" is no schema keyword of the rule language; did you mean "minimum"?',
    ],
    [
      "a keyword that is not supported",
      "{ format: uri }",
      '12:38 rule-unsupported-keyword: "format" is no schema keyword of the rule language',
    ],
    [
      "a keyword of numbers without type",
      "{ minimum: 3 }",
      '12:38 rule-keyword-without-type: "minimum" needs "type: integer" beside it; without it a value of any other type passes',
    ],
    [
      "a keyword of text beside another type",
      "{ type: [integer, boolean], minLength: 3 }",
      '12:64 rule-keyword-without-type: "minLength" needs "type: string" beside it; without it a value of any other type passes',
    ],
    [
      "a keyword without type in the depth",
      "{ type: object, properties: { a: { anyOf: [{ not: { pattern: ^a } }] } } }",
      '12:88 rule-keyword-without-type: "pattern" needs "type: string" beside it; without it a value of any other type passes',
    ],
    ["then without if", "{ then: { const: 3 } }", '12:38 rule-invalid: "then" does nothing without "if"'],
    [
      "minContains without contains",
      "{ type: array, minContains: 3 }",
      '12:51 rule-invalid: "minContains" does nothing without "contains"',
    ],
    [
      "a type that is none",
      "{ type: text }",
      '12:44 rule-invalid: "type" takes one or several of string, number, integer, boolean, null, array, object',
    ],
    [
      "a bound that is no number",
      '{ type: integer, minimum: "3" }',
      '12:62 rule-invalid: "minimum" takes a number',
    ],
    ["an enum without values", "{ enum: [] }", '12:44 rule-invalid: "enum" takes a list of values'],
    [
      "required that is no list",
      "{ required: a }",
      '12:48 rule-invalid: "required" takes a list of property names',
    ],
    ["a list where a schema belongs", "{ items: [] }", '12:45 rule-invalid: "items" takes a schema'],
    ["no alternatives", "{ anyOf: [] }", '12:45 rule-invalid: "anyOf" takes a list of schemas'],
    [
      "a schema that is none",
      "yes",
      '12:36 rule-invalid: assert.schema must be an object or true or false, not "yes"',
    ],
    [
      "a pattern that is no regular expression",
      '{ type: string, pattern: "(" }',
      '12:61 rule-unsafe-pattern: "(" is no regular expression: Unterminated group',
    ],
    [
      "a pattern that can take for ever",
      '{ type: string, pattern: "^(a|a)*$" }',
      '12:61 rule-unsafe-pattern: the pattern "^(a|a)*$" can backtrack for ever on a hostile text; begin it with ^, and let no two neighbouring repetitions match the same text',
    ],
    [
      "a look-around",
      '{ type: string, pattern: "^(?!aws:)" }',
      '12:61 rule-unsafe-pattern: the pattern "^(?!aws:)" holds a look-around, which patterns of rules may not',
    ],
    [
      "a back-reference",
      '{ type: string, pattern: "^(a)\\\\1$" }',
      '12:61 rule-unsafe-pattern: the pattern "^(a)\\\\1$" holds a back-reference, which patterns of rules may not',
    ],
    [
      "a parameter that does not exist",
      "{ type: integer, minimum: { $param: retentionYeers } }",
      '12:62 rule-unknown-parameter: there is no parameter "retentionYeers"; did you mean "retentionYears"?',
    ],
    [
      "a parameter that params does not list",
      "{ type: integer, minimum: { $param: retentionYears } }",
      '12:62 rule-unknown-parameter: the rule uses the parameter "retentionYears" and does not list it under params',
    ],
  ])("refuses %s", (_name, schema, problem) => {
    expect(problemsOfSchema(schema)).toEqual([problem]);
  });

  it.each([
    [
      "a parameter of the wrong type",
      "{ type: integer, minimum: { $param: allowedRegions } }",
      '12:62 rule-invalid: "minimum" takes a number, which allowedRegions is not',
    ],
    [
      "a pattern that is a parameter",
      "{ type: string, pattern: { $param: allowedRegions } }",
      "12:61 rule-invalid: a pattern cannot be a parameter: it is checked when the rule is loaded",
    ],
    [
      "a parameter with something beside it",
      "{ const: [{ $param: allowedRegions, x: 1 }, { $param: allowedRegions }] }",
      "12:46 rule-invalid: a parameter is written { $param: name }, with nothing beside it",
    ],
  ])("refuses %s", (_name, schema, problem) => {
    expect(problemsOfSchema(schema, "params: [allowedRegions]")).toEqual([problem]);
  });

  it("refuses a parameter where a schema belongs", () => {
    expect(problemsOfSchema("{ $param: allowedRegions }")).toEqual([
      "12:36 rule-invalid: $param stands for a value of a schema, not for a schema",
    ]);
    expect(problemsOfSchema("{ items: { $param: allowedRegions } }")).toEqual([
      '12:45 rule-invalid: "items" takes a schema',
    ]);
  });

  it("refuses to read a resource where the assertion is about the graph", () => {
    const select =
      "select: { type: AWS::S3::Bucket, scope: graph, where: { at: /BucketName, absent: false } }\n";
    const problems = problemsOf(
      `${HEAD}${select}assert: { any: [{ exists: { type: AWS::KMS::Key } }, ${SOUND}] }`,
    );
    expect(problems).toEqual([
      '12:56 rule-invalid: "at" needs a resource, and with "scope: graph" the assertion is about the graph; put it into "exists"',
    ]);
  });

  it.each([
    [
      "a misspelt property",
      "resources: [{ address: a, type: AWS::S3::Bucket, properties: { BucketNam: x } }]",
      '10:105 rule-unknown-pointer: "BucketNam" is no property of AWS::S3::Bucket; did you mean "BucketName"?',
    ],
    [
      "a misspelt property of an item",
      "resources: [{ address: a, type: AWS::S3::Bucket, properties: { Tags: [{ $sensitive: { Kei: x } }] } }]",
      '10:128 rule-unknown-pointer: "Kei" is no property of AWS::S3::Bucket below /Tags/*; did you mean "Key"?',
    ],
    [
      "a type that is none",
      "resources: [{ address: a, type: AWS::S3::Buket }]",
      '10:74 rule-unknown-type: "AWS::S3::Buket" is no type of resource; did you mean "AWS::S3::Bucket"?',
    ],
    [
      "an address that no resource has",
      "of: b, resources: [{ address: a, type: AWS::S3::Bucket }]",
      '10:46 rule-invalid: no resource of the example has the address "b"',
    ],
    [
      "an address that two resources have",
      "resources: [{ address: a, type: AWS::S3::Bucket }, { address: a, type: AWS::KMS::Key }]",
      '10:104 rule-invalid: two resources have the address "a"',
    ],
    [
      "a parameter that does not exist",
      "params: { zebra: 1 }, resources: [{ address: a, type: AWS::S3::Bucket }]",
      '10:59 rule-unknown-parameter: there is no parameter "zebra"',
    ],
    [
      "a parameter with a wrong value",
      "params: { retentionYears: 0 }, resources: [{ address: a, type: AWS::S3::Bucket }]",
      '10:68 rule-invalid: the parameter "retentionYears" must be an integer of at least 1 and at most 100, not 0',
    ],
    [
      "a closed type that is none",
      "closed: AWS::S3::Buket, resources: [{ address: a, type: AWS::S3::Bucket }]",
      '10:50 rule-unknown-type: "AWS::S3::Buket" is no type of resource; did you mean "AWS::S3::Bucket"?',
    ],
  ])("refuses %s in an example", (_name, first, problem) => {
    const examples = `examples: [{ name: first, verdict: pass, ${first} }, { name: second, verdict: fail, resources: [{ address: a, type: AWS::S3::Bucket }] }, { name: third, verdict: unknown, resources: [{ address: a, type: AWS::S3::Bucket }] }]`;
    const text = HEAD.replace(/^examples: .*$/m, examples);
    expect(problemsOf(`${text}${SELECT}assert: ${SOUND}`)).toEqual([problem]);
  });

  it("takes unknowns and references in examples for what they stand for", () => {
    const properties =
      "{ BucketName: { $unknown: later, references: [b] }, LoggingConfiguration: { $reference: b, value: x } }";
    const examples = HEAD.replace(
      'type: "AWS::S3::Bucket"',
      `type: AWS::S3::Bucket, properties: ${properties}`,
    );
    expect(problemsOf(`${examples}${SELECT}assert: ${SOUND}`)).toEqual([]);
  });

  it("tells all that is wrong with a file at once, in its order", () => {
    const text = `${HEAD.replace("critical", "blocker")}select: { type: AWS::S3::Buckett }
assert:
  all:
    - { at: /A, schema: { minimum: 1 } }
    - { al: [] }
`;
    expect(problemsOf(text).map((problem) => problem.split(":").slice(0, 2).join(":"))).toEqual(
      [
        "3:11 rule-invalid",
        "11:17 rule-unknown-type",
        "14:27 rule-keyword-without-type",
        "15:9 rule-unknown-word",
      ].map((problem) => problem.split(":").slice(0, 2).join(":")),
    );
  });

  it("prints a problem as a line that an editor can open", () => {
    const parse = () => parseRuleFile(PATH, `${HEAD}${SELECT}assert: { al: [] }`, context);
    expect(parse).toThrow(
      'rules/aws/s3/report-object-lock.yaml:12:11 rule-unknown-word: "al" is not a word of the rule language; did you mean "all"?',
    );
  });
});
