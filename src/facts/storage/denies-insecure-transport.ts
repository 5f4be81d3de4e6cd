import { holdsSensitive } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import {
  coversAction,
  hasCondition,
  hasEffect,
  isForEveryone,
  someStatement,
} from "../identity/policy-truth.ts";
import { itemsOf, placeOfFirst } from "../identity/placed-statements.ts";
import type { PlacedStatement } from "../identity/placed-statements.ts";
import { factWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { bucketStatements } from "./bucket-statements.ts";
import { coversBucketPart } from "./covers-bucket-part.ts";
import type { BucketPart } from "./covers-bucket-part.ts";

export const deniesInsecureTransport: Fact = {
  name: "DeniesInsecureTransport",
  types: ["AWS::S3::Bucket"],
  description:
    "Whether the bucket's policy denies everyone to read, write, delete and list without TLS; false for a bucket without a policy.",
  compute(bucket, { graph }) {
    const placed = bucketStatements(bucket, graph);
    if (placed === undefined) return undefined;
    if (placed.length === 0) return false;
    const place = placeOf(placed, bucket);
    if (place !== undefined) factWrittenAt(bucket, "DeniesInsecureTransport", place);
    const statements = itemsOf(placed);
    const fact = told(deniesAll(statements, bucket), statements);
    return statements.some((statement) => holdsSensitive(statement)) ? new Sensitive(fact) : fact;
  },
};

const REQUESTS: readonly (readonly [BucketPart, string])[] = [
  ["objects", "s3:GetObject"],
  ["objects", "s3:GetObjectVersion"],
  ["objects", "s3:PutObject"],
  ["objects", "s3:DeleteObject"],
  ["bucket", "s3:ListBucket"],
];

/** The statement that denies it, else one that denies it in part, else the policy that does not. */
function placeOf(statements: readonly PlacedStatement[], bucket: Resource): Place | undefined {
  const whole = placeOfFirst(statements, (statement) => deniesAll([statement], bucket));
  if (whole !== undefined) return whole;
  const partly = placeOfFirst(statements, (statement) =>
    both(hasEffect(statement, "Deny"), isWithoutTls(statement)),
  );
  const [first] = statements;
  if (partly !== undefined || first === undefined) return partly;
  return { resource: first.place.resource, pointer: "/PolicyDocument" };
}

function deniesAll(statements: readonly Value[], bucket: Resource): Truth {
  let truth: Truth = true;
  for (const [part, action] of REQUESTS) {
    truth = both(
      truth,
      someStatement(statements, (statement) => denies(statement, part, action, bucket)),
    );
  }
  return truth;
}

function denies(statement: ValueMap, part: BucketPart, action: string, bucket: Resource): Truth {
  const isDenial = hasEffect(statement, "Deny");
  if (isDenial === false) return false;
  let truth: Truth = both(isDenial, isForEveryone(statement));
  truth = both(truth, both(coversAction(statement, action), isWithoutTls(statement)));
  return truth === false ? false : both(truth, coversBucketPart(statement, part, bucket));
}

const WITHOUT_TLS = {
  operators: ["bool", "stringequals", "stringlike"],
  keys: ["aws:securetransport"],
  values: (text: string): boolean => text.toLowerCase() === "false",
};

/** Services of AWS call over TLS alone: a statement that leaves them out lets nobody in. */
const NOT_A_SERVICE = { ...WITHOUT_TLS, keys: ["aws:principalisawsservice", "aws:viaawsservice"] };

/** The condition is that there is no TLS, and nothing narrower. */
function isWithoutTls(statement: ValueMap): Truth {
  const conditions = plain(statement["Conditions"]);
  const found = hasCondition(statement, WITHOUT_TLS);
  if (!isValueList(conditions)) return found;
  let narrow: Truth = true;
  for (const condition of conditions) {
    const alone = { Conditions: [condition] };
    narrow = both(
      narrow,
      isValueMap(plain(condition))
        ? either(hasCondition(alone, WITHOUT_TLS), hasCondition(alone, NOT_A_SERVICE))
        : "unknown",
    );
  }
  return both(found, narrow);
}

function told(truth: Truth, statements: readonly Value[]): Value {
  if (truth !== "unknown") return truth;
  const reasons = statements.flatMap((statement) => {
    const known = plain(statement);
    return known instanceof Unknown ? [known.reason] : [];
  });
  return new Unknown(
    reasons.length > 0
      ? `the bucket's policy is not known: ${[...new Set(reasons)].join("; ")}`
      : "parts of the bucket's policy are known after apply; a policy with the bucket's name written out is known before",
  );
}
