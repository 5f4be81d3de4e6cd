import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { matchesGlob } from "./matches-glob.ts";

/** What a statement may be about: one resource of the graph, told by its id and by the ARNs that are known of it. */
export interface PolicyTarget {
  readonly ids: readonly string[];
  readonly arns: readonly string[];
  /** The service of its ARN: `kms`, `s3`, `dynamodb`; `undefined` when that is not told by the type. */
  readonly service: string | undefined;
}

/** Namespaces of CloudFormation whose resources have ARNs of one service. */
const SERVICES: Readonly<Record<string, string>> = {
  DynamoDB: "dynamodb",
  ECR: "ecr",
  IAM: "iam",
  KMS: "kms",
  Lambda: "lambda",
  Logs: "logs",
  Omics: "omics",
  S3: "s3",
  SNS: "sns",
  SQS: "sqs",
  SageMaker: "sagemaker",
  SecretsManager: "secretsmanager",
  StepFunctions: "states",
};

export function targetOf(resource: Resource): PolicyTarget {
  return {
    ids: [resource.id, ...(resource.absorbed ?? [])],
    arns: resource.identifiers.filter((text) => text.startsWith("arn:")),
    service: SERVICES[resource.type.split("::")[1] ?? ""],
  };
}

/** Whether Resource and NotResource of a statement cover the target. */
export function coversTarget(statement: ValueMap, target: PolicyTarget): Truth {
  const named = namesTarget(statement["Resources"], target);
  const excluded = namesTarget(statement["NotResources"], target);
  return both(named ?? true, negate(excluded ?? false));
}

function namesTarget(list: Value | undefined, target: PolicyTarget): Truth | undefined {
  const patterns = plain(list);
  if (patterns === undefined) return undefined;
  if (!isValueList(patterns)) return "unknown";
  let truth: Truth = false;
  for (const pattern of patterns) truth = either(truth, meansTarget(pattern, target));
  return truth;
}

function meansTarget(pattern: Value, target: PolicyTarget): Truth {
  const [only, ...more] = referencesOf(pattern);
  const text = plain(pattern);
  if (typeof text === "string") return matchesArn(text, target);
  if (only !== undefined && more.length === 0 && !(pattern instanceof Unknown)) {
    const isArn = only.attribute === undefined || only.attribute.toLowerCase() === "arn";
    // the ARN of another resource is no pattern; any other attribute could be part of anything
    if (isArn) return target.ids.includes(only.target);
  }
  return isValueMap(text) ? false : "unknown";
}

function matchesArn(pattern: string, target: PolicyTarget): Truth {
  if (pattern === "*") return true;
  if (target.arns.some((arn) => matchesGlob(arn, pattern) || matchesGlob(`${arn}/any`, pattern))) return true;
  const service = pattern.split(":")[2] ?? "";
  if (target.service !== undefined && /^[a-z0-9-]+$/.test(service) && service !== target.service) {
    return false;
  }
  return target.arns.length > 0 ? false : "unknown";
}
