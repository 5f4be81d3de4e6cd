import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/**
 * What resources an action is about, where its service has others as well; none for what is about the account itself.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const KINDS: Readonly<Record<string, readonly string[] | undefined>> = {
  "dynamodb:DeleteTable": ["table"],
  "ec2:AttachInternetGateway": ["internet-gateway", "vpc"],
  "ec2:CreateInternetGateway": ["internet-gateway"],
  "kms:ScheduleKeyDeletion": ["key"],
  "organizations:LeaveOrganization": [],
};

/** Its resources have the ARNs of whatever was backed up: snapshots of EC2 and RDS, and points of Backup for some services. */
const OF_MANY_SERVICES = "backup:DeleteRecoveryPoint";

/** Whether Resource and NotResource of a statement cover every resource that the action (`kms:ScheduleKeyDeletion`) is about. */
export function coversEverything(statement: ValueMap, action: string): Truth {
  const named = someCovers(statement["Resources"], (text) => isEverything(text, action));
  // any exception at all is one too many
  const excluded = someCovers(statement["NotResources"], () => true);
  return both(named ?? true, negate(excluded ?? false));
}

function someCovers(list: Value | undefined, test: (text: string) => Truth): Truth | undefined {
  const patterns = plain(list);
  if (patterns === undefined) return undefined;
  if (!isValueList(patterns)) return "unknown";
  let truth: Truth = false;
  for (const pattern of patterns) {
    const text = plain(pattern);
    if (typeof text === "string") truth = either(truth, test(text));
    else if (text instanceof Unknown) truth = either(truth, "unknown");
  }
  return truth;
}

/** `*`, arn:aws:s3:::*, arn:aws:dynamodb:*:*:table/*: everything of a service, or of one kind of its resources. */
function isEverything(pattern: string, action: string): Truth {
  if (pattern === "*") return true;
  const [arn, , service, region, account, ...rest] = pattern.split(":");
  if (arn !== "arn" || (region !== "" && region !== "*") || (account !== "" && account !== "*")) return false;
  const resource = rest.join(":");
  if (service === "*" && resource === "*") return true;
  return service === action.slice(0, action.indexOf(":")) && isEveryOfService(resource, service, action);
}

function isEveryOfService(resource: string, service: string, action: string): Truth {
  if (service === "s3") return resource === "*" || resource === "*/*";
  const found = /^(?:([a-z-]+)[/:])?\*$/.exec(resource);
  if (found === null) return false;
  if (action === OF_MANY_SERVICES) return "unknown";
  const [, kind] = found;
  const kinds = KINDS[action];
  return kinds === undefined || (kind === undefined ? kinds.length > 0 : kinds.includes(kind));
}
