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
  let truth: Truth = false;
  for (const pattern of patterns) truth = either(truth, covers(pattern, part, bucket));
  return truth;
}

function covers(pattern: Value, part: BucketPart, bucket: Resource): Truth {
  const text = plain(pattern);
  if (typeof text === "string") return matchesName(text, part, bucket);
  const [only, ...more] = referencesOf(pattern);
  if (!(text instanceof Unknown) || only === undefined || more.length > 0) return "unknown";
  const own = only.target === bucket.id || (bucket.absorbed ?? []).includes(only.target);
  // CloudFormation's attribute is the bucket's ARN itself; a Terraform expression may say more around `arn`
  if (own) return only.attribute === "Arn" && !(pattern instanceof Unknown) ? part === "bucket" : "unknown";
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
  if (bucket.name === undefined) return "unknown";
  return matchesGlob(part === "bucket" ? bucket.name : `${bucket.name}/${ANY_KEY}`, resource);
}
