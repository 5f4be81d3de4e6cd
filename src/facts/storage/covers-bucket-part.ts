import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { sameText } from "../../model/same-text.ts";
import { anyTruth, both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import {
  Reference,
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueList,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { globsMeet, matchesGlob } from "../identity/matches-glob.ts";

/** What a statement about S3 can be about: the bucket itself, or every object in it. */
export type BucketPart = "bucket" | "objects";

/** Whether Resource and NotResource of a statement cover the bucket, or all of its objects. */
export function coversBucketPart(statement: ValueMap, part: BucketPart, bucket: Resource): Truth {
  const named = someCovers(statement["Resources"], part, bucket);
  return both(named ?? true, negate(someExcepts(statement["NotResources"], part, bucket)));
}

/** What is excepted of the objects, if only those of one prefix, is one too many. */
function someExcepts(list: Value | undefined, part: BucketPart, bucket: Resource): Truth {
  const excepted = someCovers(list, part, bucket) ?? false;
  const patterns = plain(list);
  if (excepted !== false || part === "bucket" || !isValueList(patterns)) return excepted;
  return anyTruth(patterns.map((pattern) => meetsObjects(plain(pattern), bucket)));
}

/** Of a pattern that does not cover all of the objects. */
function meetsObjects(pattern: Value | undefined, bucket: Resource): Truth {
  if (pattern instanceof UnknownText) {
    const text = writePieces(pattern, bucket, OWN);
    return text === undefined ? "unknown" : text.includes(`:::${OWN}/`);
  }
  const name = nameOf(bucket);
  if (typeof pattern !== "string" || name === undefined) return false;
  const [, , service = "", , , ...rest] = pattern.split(":");
  return matchesGlob("s3", service) && globsMeet(rest.join(":"), `${name}/*`);
}

function nameOf(bucket: Resource): string | undefined {
  const name = bucket.name ?? plain(propertyAt(bucket, "/BucketName"));
  return typeof name === "string" ? name : undefined;
}

function someCovers(list: Value | undefined, part: BucketPart, bucket: Resource): Truth | undefined {
  const patterns = plain(list);
  if (patterns === undefined) return undefined;
  if (!isValueList(patterns)) return "unknown";
  if (patterns.filter((pattern) => isOwnArn(pattern, bucket)).length > 1) return true;
  // who shows what is written around the ARN shows it without any, too
  const isShown = patterns.some((pattern) => pattern instanceof UnknownText && holdsArn(pattern, bucket));
  let truth: Truth = false;
  for (const pattern of patterns) {
    const own = isShown && isOwnArn(pattern, bucket) ? part === "bucket" : covers(pattern, part, bucket);
    truth = either(truth, own);
  }
  return truth;
}

function holdsArn({ pieces }: UnknownText, bucket: Resource): boolean {
  return pieces.some((piece) => typeof piece !== "string" && isOwnArn(piece, bucket));
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
  if (text instanceof UnknownText) return matchesPieces(text, part, bucket);
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
  const [arn, , service, region = "", account = "", ...rest] = pattern.split(":");
  if (arn !== "arn" || (service !== "s3" && service !== "*")) return false;
  // the ARN of a bucket has neither
  if (!/^\**$/.test(region + account)) return false;
  const resource = rest.join(":");
  if (resource === "*") return true;
  const name = nameOf(bucket);
  if (name === undefined) return "unknown";
  return matchesGlob(part === "bucket" ? name : `${name}/${ANY_KEY}`, resource);
}

/** Attributes that are the name of a bucket: CloudFormation's and Terraform's. */
const NAMES: ReadonlySet<string> = new Set(["Ref", "bucket", "id"]);

/** Stands for the name of the bucket, whatever it is. */
const OWN = "\u0002";

const BUCKET_ARN = "arn:aws:s3:::";

/**
 * Text of which pieces are not known: what is written around the bucket's own ARN or name still tells the part. Where
 * the names of other buckets stand, it is about those.
 */
function matchesPieces(pattern: UnknownText, part: BucketPart, bucket: Resource): Truth {
  const name = plain(propertyAt(bucket, "/BucketName"));
  if (name instanceof Unknown) {
    const arn = [BUCKET_ARN, ...(name instanceof UnknownText ? name.pieces : [name])];
    if (sameText(pattern.pieces, arn) === true) return part === "bucket";
    if (sameText(pattern.pieces, [...arn, "/*"]) === true) return part === "objects";
  }
  const own = name instanceof UnknownText ? (writePieces(name, bucket, OWN) ?? OWN) : OWN;
  const text = writePieces(pattern, bucket, own);
  if (text === undefined) return "unknown";
  const [arn, , service, , , ...rest] = text.split(":");
  if (arn !== "arn" || service !== "s3") return "unknown";
  const isMatch = matchesGlob(part === "bucket" ? own : `${own}/${ANY_KEY}`, rest.join(":"));
  if (isMatch) return true;
  // only what begins with the bucket's own name is certainly about another part of it
  return rest.join(":").startsWith(own) ? false : "unknown";
}

/** The text with signs for the name of the bucket and for account and region; `undefined` when there is more in it. */
function writePieces({ pieces }: UnknownText, bucket: Resource, own: string): string | undefined {
  const written = pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    if (piece instanceof UnknownPlace) {
      return `\u0003${piece.part} ${piece.deployment}\u0003`.replaceAll(":", " ");
    }
    if (!(piece instanceof Reference)) return undefined;
    const isOwn = piece.target === bucket.id || (bucket.absorbed ?? []).includes(piece.target);
    if (!isOwn) return undefined;
    if (NAMES.has(piece.attribute ?? "")) return own;
    return piece.attribute?.toLowerCase() === "arn" ? `${BUCKET_ARN}${own}` : undefined;
  });
  return written.includes(undefined) ? undefined : written.join("");
}
