import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { matchesGlob } from "../identity/matches-glob.ts";

/** What a statement about S3 can be about: the bucket itself, or every object in it. */
export type BucketPart = "bucket" | "objects";

/** Whether Resource and NotResource of a statement cover the bucket, or all of its objects. */
export function coversBucketPart(statement: ValueMap, part: BucketPart, bucket: Resource): Truth {
  const named = someCovers(statement["Resources"], part, bucket);
  const excluded = someCovers(statement["NotResources"], part, bucket);
  return both(named ?? true, negate(excluded ?? false));
}

function someCovers(list: Value | undefined, part: BucketPart, bucket: Resource): Truth | undefined {
  const patterns = plain(list);
  if (patterns === undefined) return undefined;
  if (!isValueList(patterns)) return "unknown";
  if (patterns.filter((pattern) => isOwnArn(pattern, bucket)).length > 1) return true;
  let truth: Truth = false;
  for (const pattern of patterns) truth = either(truth, covers(pattern, part, bucket));
  return truth;
}

/**
 * The ARN of this bucket, known after apply. A plan does not show what an expression writes around it: one of them may be
 * the bucket or its objects, two of them in one statement are both.
 */
function isOwnArn(pattern: Value, bucket: Resource): boolean {
  const [only] = referencesOf(pattern);
  if (only?.attribute !== "arn" || pattern instanceof Unknown || !(plain(pattern) instanceof Unknown)) {
    return false;
  }
  return only.target === bucket.id || (bucket.absorbed ?? []).includes(only.target);
}

function covers(pattern: Value, part: BucketPart, bucket: Resource): Truth {
  const text = plain(pattern);
  if (typeof text === "string") return matchesName(text, part, bucket);
  const [only, ...more] = referencesOf(pattern);
  if (pattern instanceof Unknown || only === undefined || more.length > 0) return "unknown";
  const own = only.target === bucket.id || (bucket.absorbed ?? []).includes(only.target);
  // CloudFormation's attribute is the ARN and nothing more
  if (own) return only.attribute === "Arn" ? part === "bucket" : "unknown";
  return only.attribute?.toLowerCase() === "arn" ? false : "unknown";
}

/** A key that nobody has: only a pattern for every object matches it. */
const ANY_KEY = "\u0001/\u0001";

function matchesName(pattern: string, part: BucketPart, bucket: Resource): Truth {
  if (pattern === "*") return true;
  const [arn, , service, , , ...rest] = pattern.split(":");
  if (arn !== "arn" || (service !== "s3" && service !== "*")) return false;
  const resource = rest.join(":");
  if (resource === "*") return true;
  const name = bucket.name ?? plain(propertyAt(bucket, "/BucketName"));
  if (typeof name !== "string") return "unknown";
  return matchesGlob(part === "bucket" ? name : `${name}/${ANY_KEY}`, resource);
}
