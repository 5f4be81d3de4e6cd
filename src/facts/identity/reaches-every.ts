import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

type Reach = "resource" | "role" | "key";

/** What the resources of a service are called in ARNs; anything else before a slash is a name: `arn:aws:s3:::intake/*`. */
const KINDS = [
  "alias",
  "cluster",
  "db",
  "domain",
  "endpoint",
  "function",
  "group",
  "instance",
  "job-definition",
  "job-queue",
  "key",
  "log-group",
  "model",
  "parameter",
  "policy",
  "referenceStore",
  "repository",
  "role",
  "run",
  "secret",
  "sequenceStore",
  "stateMachine",
  "stream",
  "table",
  "user",
  "volume",
  "workflow",
];

/** The part of an ARN after the account, when it stands for everything, for every role, for every key. */
const EVERYTHING: Readonly<Record<Reach, { readonly service?: string; readonly resource: RegExp }>> = {
  resource: { resource: new RegExp(`^(?:(?:${KINDS.join("|")})[/:])?[*]+(?:[/:][*]+)?$`) },
  role: { service: "iam", resource: /^(?:role\/?)?[*]+$/ },
  key: { service: "kms", resource: /^(?:key\/?)?[*]+$/ },
};

/** Whether a statement is about everything of its kind, at least in one account and region. */
export function reachesEvery(statement: ValueMap, reach: Reach): Truth {
  const resources = plain(statement["Resources"]);
  // all but some resources, or nothing said
  if (resources === undefined) return true;
  if (!isValueList(resources)) return "unknown";
  let truth: Truth = false;
  for (const item of resources) truth = either(truth, isEvery(item, reach));
  return truth;
}

function isEvery(item: Value, reach: Reach): Truth {
  const text = plain(item);
  if (typeof text === "string") return standsForEvery(text, reach);
  // the ARN of a resource is no pattern
  if (item instanceof Reference && (item.attribute === undefined || item.attribute.toLowerCase() === "arn")) {
    return false;
  }
  return text instanceof Unknown ? "unknown" : false;
}

function standsForEvery(pattern: string, reach: Reach): boolean {
  if (/^[*]+$/.test(pattern)) return true;
  const [arn, , service = "", , , ...rest] = pattern.split(":");
  const wanted = EVERYTHING[reach];
  if (arn !== "arn" || rest.length === 0) return false;
  if (wanted.service !== undefined && service !== wanted.service && service !== "*") return false;
  return wanted.resource.test(rest.join(":"));
}
