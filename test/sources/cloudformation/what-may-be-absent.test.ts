import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadTemplate } from "./load-template.ts";

const ORGANIZATION = "o-genomics01";
const OTHERWISE_NONE = { "Fn::If": ["Inside", ORGANIZATION, { Ref: "AWS::NoValue" }] };

/** Whom a topic lets publish to it whose policy lets everyone of an organization do so, as far as its condition is there. */
async function scopeOf(organization: unknown, isInside: string | undefined): Promise<Value | undefined> {
  const template = {
    Parameters: { Where: { Type: "String", ...(isInside !== undefined && { Default: isInside }) } },
    Conditions: {
      Inside: { "Fn::Equals": [{ Ref: "Where" }, "inside"] },
      Here: { "Fn::Equals": [{ Ref: "Where" }, "here"] },
    },
    Resources: {
      Topic: { Type: "AWS::SNS::Topic" },
      Policy: {
        Type: "AWS::SNS::TopicPolicy",
        Properties: {
          Topics: [{ Ref: "Topic" }],
          PolicyDocument: {
            Statement: [
              {
                Effect: "Allow",
                Principal: "*",
                Action: "sns:Publish",
                Resource: { Ref: "Topic" },
                Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
              },
            ],
          },
        },
      },
    },
  };
  const { resources } = await loadTemplate(JSON.stringify(template));
  const settings = { ...DEFAULT_SETTINGS, organizations: [ORGANIZATION] };
  const policy = addFacts(new ResourceGraph(resources), settings).get("Policy");
  return policy === undefined ? undefined : propertyAt(policy, "/Facts/Grants/0/Scope");
}

describe("a key of a condition that may not be there", () => {
  it.each([
    ["of one choice", OTHERWISE_NONE],
    ["of a choice in a choice", { "Fn::If": ["Here", OTHERWISE_NONE, ORGANIZATION] }],
    ["of a choice whose other side may not be there", { "Fn::If": ["Here", ORGANIZATION, OTHERWISE_NONE] }],
  ])("narrows nothing for certain: %s", async (_, organization) => {
    expect(await scopeOf(organization, undefined)).toBeInstanceOf(Unknown);
  });

  it("narrows when it is there, and leaves everyone when it is not", async () => {
    const narrowed = await scopeOf(ORGANIZATION, "inside");
    expect(narrowed).not.toBe("everyone");
    expect(await scopeOf(OTHERWISE_NONE, "inside")).toEqual(narrowed);
    expect(await scopeOf(OTHERWISE_NONE, "outside")).toBe("everyone");
  });

  it("narrows where both sides are there", async () => {
    const either = { "Fn::If": ["Inside", ORGANIZATION, "o-genomics02"] };
    expect(await scopeOf(either, undefined)).not.toBe("everyone");
  });
});
