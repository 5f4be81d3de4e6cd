import { propertyAt } from "../../model/resource.ts";
import { anyTruth, both, either, everyTruth, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isSensitive, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { FILLED_IN, writtenText } from "../../model/written-text.ts";
import type { Fact } from "../fact.ts";
import { itemsOf, placeOfFirst, placedStatements } from "../identity/placed-statements.ts";
import {
  coversAction,
  hasCondition,
  hasEffect,
  isForEveryone,
  someStatement,
} from "../identity/policy-truth.ts";
import { factWrittenAt } from "../written-at.ts";
import { truthValue } from "./answer.ts";

const POLICY = "/PolicyDocument";

export const policyRestricted: Fact = {
  name: "PolicyRestricted",
  types: ["AWS::EC2::VPCEndpoint"],
  readFrom: { "AWS::EC2::VPCEndpoint": POLICY },
  description:
    "Whether the policy of the endpoint keeps foreigners out: what it allows is for named principals, for named resources, or under a condition on the organization or the account of the principal or the resource. Without a policy an endpoint lets everything through.",
  compute(endpoint) {
    const document = propertyAt(endpoint, POLICY);
    if (document === undefined || document === null) return false;
    const placed = placedStatements(endpoint, POLICY);
    const statements = itemsOf(placed);
    const guarded = someStatement(statements, isGuard);
    const truth = either(negate(someStatement(statements, isWide)), guarded);
    const place = placeOfFirst(placed, guarded === true ? isGuard : isWide);
    if (place !== undefined) factWrittenAt(endpoint, "PolicyRestricted", place);
    return truthValue(
      truth,
      [`what the policy of ${endpoint.address} allows is not known`],
      statements.some(isSensitive),
    );
  },
};

const KEYS = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "s3:resourceaccount",
];

const EQUAL = ["stringequals", "stringequalsignorecase", "arnequals"];
const LIKE = ["stringlike", "arnlike"];
const NOT_EQUAL = ["stringnotequals", "stringnotequalsignorecase", "arnnotequals"];
const NOT_LIKE = ["stringnotlike", "arnnotlike"];

/** A statement that lets anybody do something to anything. */
function isWide(statement: ValueMap): Truth {
  const anybody = statement["NotPrincipals"] === undefined ? isForEveryone(statement) : true;
  const open = both(anybody, negate(namesResources(statement)));
  return both(hasEffect(statement, "Allow"), both(open, negate(isBounded(strictly(statement), EQUAL, LIKE))));
}

/** A statement that denies everything to everybody outside of the organization or the account. */
function isGuard(statement: ValueMap): Truth {
  const everything = both(coversAction(statement, "*"), holdsStar(statement["Resources"]));
  return both(
    both(hasEffect(statement, "Deny"), isForEveryone(statement)),
    both(everything, isBounded(statement, NOT_EQUAL, NOT_LIKE)),
  );
}

/** Whether a condition compares with one organization or account: by any text, or by a pattern that is not for all. */
function isBounded(statement: ValueMap, exact: readonly string[], patterns: readonly string[]): Truth {
  return either(
    hasCondition(statement, { operators: exact, keys: KEYS }),
    hasCondition(statement, { operators: patterns, keys: KEYS, values: isNarrow }),
  );
}

/** The statement without the conditions that a missing key satisfies. */
function strictly(statement: ValueMap): ValueMap {
  const conditions = plain(statement["Conditions"]);
  if (!isValueList(conditions)) return statement;
  const strict = conditions.filter((item) => {
    const condition = plain(item);
    return !isValueMap(condition) || (condition["IfExists"] !== true && condition["ForAllValues"] !== true);
  });
  return { ...statement, Conditions: strict };
}

function isNarrow(text: string): boolean {
  return !/^[*?]*$/.test(text);
}

const OF_ONE_ACCOUNT = new RegExp(`^arn:[^:]*:(?:s3:::[^*?:]|[^:]*:[^:]*:(?:\\d{12}|${FILLED_IN}):)`);

/** Resources of one account: with its number, a bucket with its name, or one that the input declares. */
function namesResources(statement: ValueMap): Truth {
  const resources = plain(statement["Resources"]);
  if (!isValueList(resources)) return resources instanceof Unknown ? "unknown" : false;
  return everyTruth(resources.map((resource) => namesResource(resource)));
}

function namesResource(value: Value): Truth {
  const written = writtenText(value);
  if (written !== undefined && OF_ONE_ACCOUNT.test(written.start)) return true;
  if (written?.isWhole === true) return false;
  return referencesOf(value).length > 0 ? true : "unknown";
}

function holdsStar(value: Value | undefined): Truth {
  const list = plain(value);
  if (!isValueList(list)) return list instanceof Unknown ? "unknown" : false;
  return anyTruth(
    list.map((item) => plain(item)).map((text) => (text instanceof Unknown ? "unknown" : text === "*")),
  );
}
