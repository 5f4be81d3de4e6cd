import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";

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

/**
 * Whether a statement is about everything of its kind, at least in one account and region. With a service: of that one,
 * whatever else the statement names.
 */
export function reachesEvery(statement: ValueMap, reach: Reach, service = EVERYTHING[reach].service): Truth {
  const resources = plain(statement["Resources"]);
  // all but some resources, or nothing said
  if (resources === undefined) return true;
  if (!isValueList(resources)) return "unknown";
  let truth: Truth = false;
  for (const item of resources) truth = either(truth, isEvery(item, reach, service));
  return truth;
}

function isEvery(item: Value, reach: Reach, service: string | undefined): Truth {
  // the ARN of a resource is no pattern: Arn, DatastoreArn, WorkflowArn
  if (item instanceof Reference && /^$|arn$/i.test(item.attribute ?? "")) return false;
  const written = writtenText(item);
  if (written?.isWhole === true) return standsForEvery(written.start, reach, service);
  if (written !== undefined) return mayStandForEvery(written.start, reach, service) ? "unknown" : false;
  return plain(item) instanceof Unknown ? "unknown" : false;
}

function standsForEvery(pattern: string, reach: Reach, wanted: string | undefined): boolean {
  if (/^[*]+$/.test(pattern)) return true;
  const [arn, , service = "", , , ...rest] = pattern.split(":");
  if (arn !== "arn" || rest.length === 0) return false;
  if (wanted !== undefined && service !== wanted && service !== "*") return false;
  return EVERYTHING[reach].resource.test(rest.join(":"));
}

/** Whether something that begins like this, and goes on in any way, may stand for everything. */
function mayStandForEvery(start: string, reach: Reach, wanted: string | undefined): boolean {
  if (/^[*]*$/.test(start) || "arn:".startsWith(start)) return true;
  const [arn, , service, , , ...rest] = start.split(":");
  if (arn !== "arn") return false;
  const isOther = wanted !== undefined && service !== undefined && service !== wanted && service !== "*";
  if (rest.length === 0) return !isOther || start.split(":").length <= 3;
  if (isOther) return false;
  const resource = rest.join(":");
  return (
    KINDS.some((kind) => kind.startsWith(resource)) ||
    new RegExp(`^(?:(?:${KINDS.join("|")})[/:])?[*]*(?:[/:][*]*)?$`).test(resource)
  );
}
