import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { coversEverything } from "./covers-everything.ts";
import { onlyExceptsPrincipals } from "./denies-despite-exceptions.ts";
import type { Place } from "../written-at.ts";
import { matchesGlob } from "./matches-glob.ts";
import { below } from "./placed-statements.ts";
import type { PlacedStatement } from "./placed-statements.ts";
import { listOf, textOf } from "./policy-part.ts";
import { allOf, coversAction, hasEffect } from "./policy-truth.ts";

const KEY = "aws:requestedregion";
const OPERATORS = ["stringnotequals", "stringnotequalsignorecase", "stringnotlike"];

/** Work on health data. A guardrail excepts global services such as IAM; one that excepts these guards nothing. */
const ACTIONS = [
  "dynamodb:PutItem",
  "ec2:RunInstances",
  "lambda:CreateFunction",
  "omics:StartRun",
  "s3:PutObject",
];

/** The regions that are left open, and where the first of the statements says so. */
export interface GuardedRegions {
  readonly regions: Value | undefined;
  readonly place: Place | undefined;
}

/**
 * The regions outside of which the statements deny work on data, those that all of them leave open. Absent when they
 * do not limit the regions; unknown when a statement that may do so is not known.
 */
export function guardedRegions(statements: readonly PlacedStatement[]): GuardedRegions {
  const guards: (readonly Value[])[] = [];
  let found: Place | undefined;
  let narrower: Place | undefined;
  for (const { item, place } of statements) {
    const statement = plain(item);
    if (!isValueMap(statement)) {
      const regions = statement instanceof Unknown ? statement : new Unknown("a statement is no object");
      return { regions, place };
    }
    const conditions = regionConditions(statement);
    if (conditions === undefined) continue;
    const guarding = conditions instanceof Unknown ? hidesGuard(statement) : isGuard(statement);
    if (guarding === "unknown") {
      return { regions: new Unknown("a statement that may limit the regions is not wholly known"), place };
    }
    narrower ??= place;
    if (!guarding || conditions instanceof Unknown) continue;
    guards.push(conditions.flatMap(openRegions));
    found ??= below(place, "Condition");
  }
  const [first, ...others] = guards;
  if (first === undefined) return { regions: undefined, place: narrower };
  return { regions: first.filter((region) => others.every((open) => isOpenIn(region, open))), place: found };
}

function isOpenIn(region: Value, open: readonly Value[]): boolean {
  return typeof region !== "string" || open.some((other) => typeof other !== "string" || other === region);
}

function isGuard(statement: ValueMap): Truth {
  return allOf(
    hasEffect(statement, "Deny"),
    onlyExceptsPrincipals(statement, [KEY]),
    ...ACTIONS.map((action) => both(coversAction(statement, action), coversEverything(statement, action))),
  );
}

/** A statement with a condition that is not known may be a guard, when it may be one but for its conditions. */
function hidesGuard(statement: ValueMap): Truth {
  const { Conditions: _, ...unconditional } = statement;
  return isGuard(unconditional) === false ? false : "unknown";
}

/**
 * The conditions on the region, all of which a request has to meet that is denied: each leaves its regions open. Unknown
 * when one that is not known may be another; absent when there is none, or one that says which regions are denied.
 */
function regionConditions(statement: ValueMap): readonly ValueMap[] | Unknown | undefined {
  const conditions = plain(statement["Conditions"]);
  if (!isValueList(conditions)) return conditions instanceof Unknown ? conditions : undefined;
  const found: ValueMap[] = [];
  let open: Unknown | undefined;
  for (const item of conditions) {
    const condition = plain(item);
    if (condition instanceof Unknown) open = condition;
    if (!isValueMap(condition) || textOf(condition["Key"]) !== KEY) continue;
    if (!OPERATORS.includes(textOf(condition["Operator"]) ?? "")) return undefined;
    found.push(condition);
  }
  return open ?? (found.length > 0 ? found : undefined);
}

function openRegions(condition: ValueMap): readonly Value[] {
  return listOf(condition["Values"] ?? []).flatMap((value) => {
    const text = textOf(value);
    if (text === undefined) return [value];
    if (!/[*?]/.test(text)) return [text.toLowerCase()];
    const meant = REGIONS.filter((region) => matchesGlob(region, text.toLowerCase()));
    return meant.length > 0 ? meant : [text];
  });
}

/** For patterns such as us-*; https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const REGIONS = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-central-1",
  "ca-west-1",
  "cn-north-1",
  "cn-northwest-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "us-gov-east-1",
  "us-gov-west-1",
];
