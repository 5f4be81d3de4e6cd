import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both } from "../../model/truth.ts";
import {
  Reference,
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { coversAction, hasEffect } from "../identity/policy-truth.ts";
import { partsWrittenAt, placeOf } from "../written-at.ts";
import type { Place } from "../written-at.ts";

interface Output {
  readonly value: Value;
  /** Where the statement is written that lets the role write there. */
  readonly place: Place | undefined;
}

/**
 * The buckets that a role may put objects into, by its statements. A bucket that is not in the input, and a statement for
 * more buckets than it names, are items that are not known.
 */
export function writtenBuckets(role: Resource, context: Pick<FactContext, "graph">): readonly Value[] {
  const statements = plain(propertyAt(role, "/Facts/IdentityStatements"));
  if (!isValueList(statements)) return statements instanceof Unknown ? [statements] : [];
  const outputs = new Map<string, Output>();
  for (const item of statements) {
    const statement = plain(item);
    const place = placeOf(item) ?? placeOf(statement);
    const found = isValueMap(statement) ? writtenBy(statement, context) : unknownItem(statement);
    for (const value of found) outputs.set(keyOf(value), { value, place });
  }
  const list = [...outputs.values()];
  const places = list.map(({ place }, index) => [String(index), place] as const);
  return partsWrittenAt(
    list.map(({ value }) => value),
    Object.fromEntries(places),
  );
}

function unknownItem(statement: Value | undefined): readonly Value[] {
  return statement instanceof Unknown ? [new Unknown(statement.reason)] : [];
}

function keyOf(value: Value): string {
  return value instanceof Reference ? value.target : value instanceof Unknown ? value.reason : "";
}

function writtenBy(statement: ValueMap, context: Pick<FactContext, "graph">): readonly Value[] {
  const writes = both(hasEffect(statement, "Allow"), coversAction(statement, "s3:PutObject"));
  if (writes === false) return [];
  const patterns = plain(statement["Resources"]);
  if (writes === "unknown" || !isValueList(patterns)) {
    return [new Unknown("which buckets the role may write to is not known")];
  }
  return patterns.flatMap((pattern) => bucketOf(pattern, context));
}

function bucketOf(pattern: Value, { graph }: Pick<FactContext, "graph">): readonly Value[] {
  const beginning = beginningOf(pattern);
  if (typeof beginning === "string") return bucketNamed(beginning, graph);
  const [only, ...more] = referencesOf(beginning);
  const target = only === undefined || more.length > 0 ? undefined : graph.get(only.target);
  if (target === undefined || beginning instanceof Unknown) {
    return [new Unknown("which buckets the role may write to is known after apply")];
  }
  return target.type === "AWS::S3::Bucket" ? [new Reference(target.id)] : [];
}

/** The text as far as it is known, or what stands where the name or the ARN of the bucket begins. */
function beginningOf(pattern: Value): Value | undefined {
  const known = plain(pattern);
  if (typeof known === "string") return known;
  if (!(known instanceof UnknownText)) return pattern;
  const at = known.pieces.findIndex((piece) => typeof piece !== "string" && !(piece instanceof UnknownPlace));
  const written = (at < 0 ? known.pieces : known.pieces.slice(0, at))
    .map((piece) => (typeof piece === "string" ? piece : ""))
    .join("");
  if (written === "" || /^arn:[^:]*:s3:::$/.test(written)) return known.pieces[at];
  return at < 0 || written.includes("/") ? written : pattern;
}

function bucketNamed(pattern: string, graph: ResourceGraph): readonly Value[] {
  if (pattern === "*") return [new Unknown("the role may write to every bucket")];
  const [arn, , service, , , ...rest] = pattern.split(":");
  if (arn !== "arn" || (service !== "s3" && service !== "*")) return [];
  const [name = ""] = rest.join(":").split("/");
  if (/[*?]/.test(name)) return [new Unknown(`the role may write to every bucket like ${name}`)];
  const bucket = graph.ofType("AWS::S3::Bucket").find(({ identifiers }) => identifiers.includes(name));
  return [
    bucket === undefined
      ? new Unknown(`the bucket ${name} is not declared in this input`)
      : new Reference(bucket.id),
  ];
}
