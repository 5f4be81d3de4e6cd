import { propertyAt } from "../../model/resource.ts";
import { anyTruth, both, either, everyTruth, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isSensitive, isValueList, isValueMap, plain, isOfResources } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { FILLED_IN, writtenText } from "../../model/written-text.ts";
import type { Fact } from "../fact.ts";
import { admitsAll } from "../identity/admits-all.ts";
import { onlyExceptsPrincipals } from "../identity/denies-despite-exceptions.ts";
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
  return both(
    hasEffect(statement, "Allow"),
    both(open, negate(isBounded(withoutConditions(statement, ["IfExists", "ForAllValues"]), EQUAL, LIKE))),
  );
}

/** A statement that denies everything to everybody outside of the organization or the account, named principals excepted. */
function isGuard(statement: ValueMap): Truth {
  const everything = both(coversAction(statement, "*"), holdsStar(statement["Resources"]));
  const outside = both(
    isBounded(withoutConditions(statement, ["ForAnyValue"]), NOT_EQUAL, NOT_LIKE),
    onlyExceptsPrincipals(statement, KEYS),
  );
  return both(both(hasEffect(statement, "Deny"), isForEveryone(statement)), both(everything, outside));
}

/** Whether a condition compares with one organization or account: by any text, or by a pattern that is not for all. */
function isBounded(statement: ValueMap, exact: readonly string[], patterns: readonly string[]): Truth {
  const isLike = KEYS.map((key) => {
    const values = (text: string): boolean => !admitsAll(text, { key, operator: "stringlike" });
    return hasCondition(statement, { operators: patterns, keys: [key], values });
  });
  return either(hasCondition(statement, { operators: exact, keys: KEYS }), anyTruth(isLike));
}

/** The statement without the conditions that have one of the qualifiers: by those a missing key decides. */
function withoutConditions(statement: ValueMap, qualifiers: readonly string[]): ValueMap {
  const conditions = plain(statement["Conditions"]);
  if (!isValueList(conditions)) return statement;
  const kept = conditions.filter((item) => {
    const condition = plain(item);
    return !isValueMap(condition) || qualifiers.every((qualifier) => condition[qualifier] !== true);
  });
  return { ...statement, Conditions: kept };
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
  return isOfResources(value) ? true : "unknown";
}

function holdsStar(value: Value | undefined): Truth {
  const list = plain(value);
  if (!isValueList(list)) return list instanceof Unknown ? "unknown" : false;
  return anyTruth(
    list.map((item) => plain(item)).map((text) => (text instanceof Unknown ? "unknown" : text === "*")),
  );
}
