import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Sensitive, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { normalizePolicy } from "../identity/normalize-policy.ts";

/**
 * The statements of a bucket's policy, in the form of normalizePolicy. A bucket that the input declares is there with
 * its policy: no policy, no statements. A policy that may be this bucket's is an item that is not known.
 */
export function bucketStatements(bucket: Resource, graph: ResourceGraph): readonly Value[] | undefined {
  const { certain, possible } = findReferrers(graph, "AWS::S3::BucketPolicy", "/Bucket", bucket);
  if (bucket.declared === "elsewhere" && certain.length === 0) return undefined;
  return [...certain.flatMap(statementsOf), ...possible.map(mayBeItsPolicy)];
}

function statementsOf(policy: Resource): readonly Value[] {
  const statements = normalizePolicy(propertyAt(policy, "/PolicyDocument"));
  const list = plain(statements);
  if (!isValueList(list)) return [statements];
  return statements instanceof Sensitive ? list.map((statement) => new Sensitive(statement)) : list;
}

function mayBeItsPolicy(policy: Resource): Unknown {
  return new Unknown(`${policy.address} may be its policy: which bucket it is for is not known before apply`);
}
