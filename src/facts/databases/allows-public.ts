import { propertyAt } from "../../model/resource.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";

export const allowsPublic: Fact = {
  name: "AllowsPublic",
  types: ["AWS::OpenSearchServerless::SecurityPolicy"],
  readFrom: { "AWS::OpenSearchServerless::SecurityPolicy": "/Policy" },
  description:
    "Whether a network policy of OpenSearch Serverless opens a collection or its dashboards to the internet. Absent for policies of another kind.",
  compute(policy) {
    if (policy.declared === "elsewhere") return undefined;
    const kind = plain(propertyAt(policy, "/Type"));
    if (kind instanceof Unknown) return kind;
    if (kind !== "network") return undefined;
    const document = decoded(propertyAt(policy, "/Policy"));
    const place = placeOfRule(document);
    if (place !== undefined) factWrittenAt(policy, "AllowsPublic", { resource: policy, pointer: place });
    const truth = isOpen(document);
    return truth === "unknown" ? new Unknown("the network policy is not known") : truth;
  },
};

/** Text in CloudFormation and awscc, data where a source has decoded it. */
function decoded(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (typeof known !== "string") return known;
  try {
    return JSON.parse(known) as Value;
  } catch {
    return new Unknown("the text is not valid JSON");
  }
}

/** The flag that opens it: of the first rule that does. */
function placeOfRule(document: Value | undefined): string | undefined {
  const rules = plain(document);
  if (!isValueList(rules)) return admitsEverybody(rules) === true ? "/Policy/AllowFromPublic" : undefined;
  const index = rules.findIndex((rule) => admitsEverybody(rule) === true);
  return index < 0 ? undefined : `/Policy/${String(index)}/AllowFromPublic`;
}

/** A list of rules, or one. */
function isOpen(value: Value | undefined): Truth {
  const policy = plain(value);
  return isValueList(policy) ? anyTruth(policy.map(admitsEverybody)) : admitsEverybody(policy);
}

function admitsEverybody(value: Value | undefined): Truth {
  const rule = plain(value);
  if (rule instanceof Unknown) return "unknown";
  const flag = isValueMap(rule) ? plain(rule["AllowFromPublic"]) : undefined;
  return flag instanceof Unknown ? "unknown" : flag === true;
}
