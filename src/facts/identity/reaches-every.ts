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
  "datastore",
  "datastore/fhir",
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

/** What lies in every table, bucket or store when it stands after a star. */
const PARTS = ["export", "imageset", "index", "log-stream", "object", "readSet", "stream"];

/** Whatever there is: of a name that is to have one letter at least, too. */
const ANY = "[?]*[*][*?]*";

const KIND = `(?:(?:${KINDS.join("|")})[/:])`;

const IN_IT = `(?:[/:](?:(?:${PARTS.join("|")})[/:])?${ANY})`;

/** The part of an ARN after the account, when it stands for everything, for every role, for every key. */
const EVERYTHING: Readonly<Record<Reach, { readonly service?: string; readonly resource: RegExp }>> = {
  resource: { resource: new RegExp(`^(?:${KIND}${ANY}${IN_IT}*|${ANY}(?:[/:]${ANY})?)$`) },
  role: { service: "iam", resource: new RegExp(`^(?:role/?|${ANY}/)?${ANY}$`) },
  key: { service: "kms", resource: new RegExp(`^(?:key/?|${ANY}/)?${ANY}$`) },
};

/** Where names have no kind before them, or the kind no slash behind it. */
const EVERYTHING_OF: Readonly<Record<string, RegExp | undefined>> = {
  iam: new RegExp(`^(?:(?:group|policy|role|user)/?)?${ANY}(?:/${ANY})?$`),
  s3: new RegExp(`^(?:accesspoint/${ANY}${IN_IT}?|${ANY}(?:/${ANY})?)$`),
};

const BEGINS_LIKE_EVERYTHING = new RegExp(`^${KIND}?[*?]*(?:[/:][*?]*)?$`);

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
  for (const pattern of patternsOf(resources)) {
    truth = either(truth, typeof pattern === "object" ? isEvery(pattern, reach, service) : pattern);
    if (truth === true) return true;
  }
  return truth;
}

/** A text of a statement that may be an ARN, in parts; of one that goes on in an unknown way its beginning. */
type Pattern = { readonly service: string; readonly resource: string } | { readonly start: string };

/** By the resources of a statement: of each is asked for many services, and whether it stands for every role. */
const PATTERNS = new WeakMap<readonly Value[], readonly (Pattern | Truth)[]>();

function patternsOf(resources: readonly Value[]): readonly (Pattern | Truth)[] {
  let patterns = PATTERNS.get(resources);
  if (patterns === undefined) {
    patterns = resources.map(readPattern);
    PATTERNS.set(resources, patterns);
  }
  return patterns;
}

/** The pattern of an item, or the answer, where that is the same whatever is asked. */
function readPattern(item: Value): Pattern | Truth {
  // the ARN of a resource is no pattern: Arn, DatastoreArn, WorkflowArn
  if (item instanceof Reference && /^$|arn$/i.test(item.attribute ?? "")) return false;
  const written = writtenText(item);
  if (written === undefined) return plain(item) instanceof Unknown ? "unknown" : false;
  const { start, isWhole } = written;
  if (!isWhole) return { start };
  if (/^[*]+$/.test(start)) return true;
  // what stands for everything ends with a star
  if (!/[*?]$/.test(start)) return false;
  const parts = start.split(":");
  if (parts[0] !== "arn") return false;
  const [, , service = "*", , , ...rest] = parts;
  // arn:aws:s3:* is whatever comes
  return { service, resource: rest.length > 0 ? rest.join(":") : (parts.at(-1) ?? "") };
}

function isEvery(pattern: Pattern, reach: Reach, wanted: string | undefined): Truth {
  if ("start" in pattern) return mayStandForEvery(pattern.start, reach, wanted) ? "unknown" : false;
  const { service, resource } = pattern;
  if (wanted !== undefined && service !== wanted && service !== "*") return false;
  const ofService = reach === "resource" ? EVERYTHING_OF[service] : undefined;
  return (ofService ?? EVERYTHING[reach].resource).test(resource);
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
  return KINDS.some((kind) => kind.startsWith(resource)) || BEGINS_LIKE_EVERYTHING.test(resource);
}
