import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { placedStatements } from "../identity/placed-statements.ts";
import type { PlacedStatement } from "../identity/placed-statements.ts";

/**
 * The statements of a bucket's policy, in the form of normalizePolicy. A bucket that the input declares is there with
 * its policy: no policy, no statements. A policy that may be this bucket's is an item that is not known.
 */
export function bucketStatements(
  bucket: Resource,
  graph: ResourceGraph,
): readonly PlacedStatement[] | undefined {
  const { certain, possible } = findReferrers(graph, "AWS::S3::BucketPolicy", "/Bucket", bucket);
  if (bucket.declared === "elsewhere" && certain.length === 0) return undefined;
  const [policy] = certain;
  if (policy === undefined && possible.length === 0) return [];
  if (policy !== undefined && certain.length + possible.length === 1) {
    return placedStatements(policy, "/PolicyDocument");
  }
  return [
    ...certain.flatMap((one) => placedStatements(one, "/PolicyDocument")),
    ...possible.map(mayBeItsPolicy),
  ];
}

function mayBeItsPolicy(policy: Resource): PlacedStatement {
  const reason = `${policy.address} may be its policy: which bucket it is for is not known before apply`;
  return { item: new Unknown(reason), place: { resource: policy, pointer: "/Bucket" } };
}
