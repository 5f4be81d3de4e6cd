import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

/** Whom a topic lets in that everyone may subscribe to under a condition. */
function scopeUnder(condition: object): unknown {
  const policy = {
    Topics: ["arrivals"],
    PolicyDocument: {
      Statement: {
        Effect: "Allow",
        Action: ["sns:Subscribe", "sns:Receive"],
        Resource: "arn:aws:sns:us-east-1:111111111111:arrivals",
        Principal: "*",
        Condition: condition,
      },
    },
  };
  const grants = factOf(
    { resources: [{ address: "it", type: "AWS::SNS::TopicPolicy", properties: policy }] },
    "it",
    "Grants",
  );
  return (grants as readonly { Scope?: unknown }[])[0]?.Scope;
}

const MAIL = { StringEquals: { "sns:Protocol": "email" } };

function ofEndpoint(...patterns: string[]): object {
  return { StringLike: { "sns:Endpoint": patterns } };
}

describe("a topic that everyone may subscribe a mail address to", () => {
  it.each([
    ["of one domain", { ...MAIL, ...ofEndpoint("*@clinic.org") }, "account"],
    ["below one domain", { ...MAIL, ...ofEndpoint("*@*.clinic.org") }, "account"],
    [
      "of two domains, and one address",
      { ...MAIL, ...ofEndpoint("*@clinic.org", "*@lab.org", "a@gmail.com") },
      "account",
    ],
    [
      "of one domain, in JSON",
      { StringEquals: { "sns:Protocol": ["email", "email-json"] }, ...ofEndpoint("*@clinic.org") },
      "account",
    ],
    ["of one domain, or whatever ends with it", ofEndpoint("*@clinic.org"), "everyone"],
    [
      "of one domain, or a URL that ends with it",
      { StringEquals: { "sns:Protocol": ["email", "https"] }, ...ofEndpoint("*@clinic.org") },
      "everyone",
    ],
    [
      "of one domain, or by a protocol of any name",
      { StringLike: { "sns:Protocol": "*", "sns:Endpoint": "*@clinic.org" } },
      "everyone",
    ],
    [
      "of one domain, when a protocol is told",
      { StringEqualsIfExists: { "sns:Protocol": "email" }, ...ofEndpoint("*@clinic.org") },
      "everyone",
    ],
    [
      "of one domain, when an endpoint is told",
      { ...MAIL, StringLikeIfExists: { "sns:Endpoint": "*@clinic.org" } },
      "everyone",
    ],
    ["of any domain", { ...MAIL, ...ofEndpoint("*@*") }, "everyone"],
    ["of any kind", { ...MAIL, ...ofEndpoint("*") }, "everyone"],
    ["of one domain of a whole country", { ...MAIL, ...ofEndpoint("*@*.org") }, "everyone"],
    ["of one domain of companies of a country", { ...MAIL, ...ofEndpoint("*@*.co.uk") }, "everyone"],
    ["of every domain that ends alike", { ...MAIL, ...ofEndpoint("*clinic.org") }, "everyone"],
    ["of a domain where anybody has an address", { ...MAIL, ...ofEndpoint("*@gmail.com") }, "everyone"],
    ["of one domain and of any other", { ...MAIL, ...ofEndpoint("*@clinic.org", "*") }, "everyone"],
    [
      "of one domain, by a protocol that is not known",
      { StringEquals: { "sns:Protocol": { $unknown: "known after apply" } }, ...ofEndpoint("*@clinic.org") },
      "unknown",
    ],
  ])("%s", (_, condition, expected) => {
    expect(scopeUnder(condition)).toBe(expected);
  });
});
