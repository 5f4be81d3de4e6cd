import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { matchesGlob } from "../identity/matches-glob.ts";

/** How the ARNs of the types that AWS Backup takes begin after the account. */
const ARNS: Readonly<Record<string, { readonly service: string; readonly prefix: string }>> = {
  "AWS::DynamoDB::GlobalTable": { service: "dynamodb", prefix: "table/" },
  "AWS::DynamoDB::Table": { service: "dynamodb", prefix: "table/" },
  "AWS::EC2::Instance": { service: "ec2", prefix: "instance/" },
  "AWS::EC2::Volume": { service: "ec2", prefix: "volume/" },
  "AWS::EFS::FileSystem": { service: "elasticfilesystem", prefix: "file-system/" },
  "AWS::RDS::DBCluster": { service: "rds", prefix: "cluster:" },
  "AWS::RDS::DBInstance": { service: "rds", prefix: "db:" },
};

export const BACKED_UP_TYPES: readonly string[] = Object.keys(ARNS);

/** Whether an entry of Resources or NotResources, an ARN with wildcards, means the resource. */
export function matchesSelectedArn(entry: Value, resource: Resource, graph: ResourceGraph): Truth {
  const text = plain(entry);
  if (typeof text === "string") return matchesPattern(text, resource);
  const [only, ...more] = referencesOf(entry);
  if (only !== undefined && more.length === 0 && !(entry instanceof Unknown)) {
    return graph.get(only.target) === resource;
  }
  return "unknown";
}

function matchesPattern(pattern: string, resource: Resource): Truth {
  if (pattern === "*") return true;
  const form = ARNS[resource.type];
  const [arn, , service = "", region = "", account = "", ...rest] = pattern.split(":");
  if (form === undefined || arn !== "arn") return false;
  if (!matchesGlob(form.service, service)) return false;
  const own = resource.identifiers.find((text) => text.startsWith("arn:"));
  if (own !== undefined) return matchesGlob(own, pattern);
  const wanted = rest.join(":");
  if (wanted !== "*" && wanted !== `${form.prefix}*`) {
    return startsAlike(wanted, form.prefix) ? "unknown" : false;
  }
  return isAny(region) && isAny(account) ? true : "unknown";
}

function isAny(part: string): boolean {
  return part === "*";
}

/** Whether some ARN with the prefix could be meant: what stands before the first wildcard does not contradict it. */
function startsAlike(pattern: string, prefix: string): boolean {
  const fixed = pattern.split(/[*?]/, 1)[0] ?? "";
  return fixed.startsWith(prefix) || prefix.startsWith(fixed);
}
