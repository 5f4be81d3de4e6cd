import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { coversAction, hasEffect, someStatement } from "../identity/policy-truth.ts";
import { itemsOf } from "../identity/placed-statements.ts";
import { bucketStatements } from "./bucket-statements.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html and the guides of each service */
const LOG_SERVICES = new Set([
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
  "redshift.amazonaws.com",
]);

const RULES = "/ReplicationConfiguration/Rules";

export const delivered: Fact = {
  name: "Delivered",
  types: ["AWS::S3::Bucket"],
  description:
    "What the input delivers to the bucket. Logs: of another bucket, or of a service that the bucket's policy or ACL lets write them. Replicas: of another bucket.",
  fields: { Logs: true, Replicas: true },
  compute(bucket, { graph }) {
    if (bucket.declared === "elsewhere") return undefined;
    return {
      Logs: told(either(receivesLogs(bucket, graph), admitsLogs(bucket, graph)), "logs"),
      Replicas: told(receivesReplicas(bucket, graph), "replicas"),
    };
  },
};

function told(truth: Truth, what: string): Value {
  return truth === "unknown" ? new Unknown(`whether ${what} are delivered to it is not known`) : truth;
}

function receivesLogs(bucket: Resource, graph: ResourceGraph): Truth {
  const acl = plain(propertyAt(bucket, "/AccessControl"));
  if (acl === "LogDeliveryWrite") return true;
  const at = "/LoggingConfiguration/DestinationBucketName";
  const { certain, possible } = findReferrers(graph, "AWS::S3::Bucket", at, bucket);
  // a bucket that logs to itself is no bucket for logs
  if (certain.some(({ id }) => id !== bucket.id)) return true;
  const others = possible.filter(({ id, declared }) => id !== bucket.id && declared === "here");
  return acl instanceof Unknown || others.length > 0 ? "unknown" : false;
}

function admitsLogs(bucket: Resource, graph: ResourceGraph): Truth {
  const statements = bucketStatements(bucket, graph) ?? [];
  return statements.length === 0 ? false : someStatement(itemsOf(statements), letsLogsIn);
}

function letsLogsIn(statement: ValueMap): Truth {
  return both(
    hasEffect(statement, "Allow"),
    both(isForLogs(statement), coversAction(statement, "s3:PutObject")),
  );
}

function isForLogs(statement: ValueMap): Truth {
  const principals = plain(statement["Principals"]);
  if (!isValueList(principals)) return principals instanceof Unknown ? "unknown" : false;
  return anyTruth(principals.map(isLogService));
}

function isLogService(item: Value): Truth {
  const principal = plain(item);
  if (!isValueMap(principal)) return principal instanceof Unknown ? "unknown" : false;
  const kind = plain(principal["Kind"]);
  if (kind instanceof Unknown) return "unknown";
  const name = kind === "Service" ? plain(principal["Value"]) : undefined;
  return name instanceof Unknown ? "unknown" : typeof name === "string" && LOG_SERVICES.has(name);
}

function receivesReplicas(bucket: Resource, graph: ResourceGraph): Truth {
  let truth: Truth = false;
  for (const other of replicatingBuckets(graph)) {
    if (other.id !== bucket.id) truth = either(truth, replicatesTo(other, bucket, graph));
  }
  return truth;
}

const REPLICATING = new WeakMap<ResourceGraph, readonly Resource[]>();

/** The buckets that may replicate to others, which few do. Found once. */
function replicatingBuckets(graph: ResourceGraph): readonly Resource[] {
  const known = REPLICATING.get(graph);
  if (known !== undefined) return known;
  const found = graph
    .ofType("AWS::S3::Bucket")
    .filter((bucket) => bucket.declared === "here" && propertyAt(bucket, RULES) !== undefined);
  REPLICATING.set(graph, found);
  return found;
}

function replicatesTo(other: Resource, bucket: Resource, graph: ResourceGraph): Truth {
  const rules = plain(propertyAt(other, RULES));
  if (!isValueList(rules)) return rules instanceof Unknown ? "unknown" : false;
  return anyTruth(
    rules.map((rule) => {
      const held = plain(rule);
      const destination = isValueMap(held) ? plain(held["Destination"]) : held;
      const target = isValueMap(destination) ? destination["Bucket"] : destination;
      return names(target, bucket, graph);
    }),
  );
}

function names(value: Value | undefined, bucket: Resource, graph: ResourceGraph): Truth {
  const references = referencesOf(value);
  const isUnknown = plain(value) instanceof Unknown && !(value instanceof Reference);
  if (references.length === 0) return isUnknown ? "unknown" : false;
  if (!references.some(({ target }) => (graph.get(target)?.id ?? target) === bucket.id)) return false;
  return isUnknown || references.length > 1 ? "unknown" : true;
}
