import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { actionMatches } from "../identity/matches-glob.ts";
import { namedResources } from "./named-resources.ts";
import type { Named } from "./named-resources.ts";
import { perResource } from "./per-resource.ts";

/** AWS services that compute calls, by the names that their VPC endpoints have. */
export interface ServicesInUse {
  readonly services: ReadonlySet<string>;
  /** Why there may be others. */
  readonly open: readonly string[];
}

/** Containers are pulled from ECR, whose layers are in S3, and write to CloudWatch Logs. */
const CONTAINERS = ["ecr.api", "ecr.dkr", "logs", "s3"];
const STUDIO = ["sagemaker.api", "sagemaker.runtime"];

const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  "AWS::Batch::ComputeEnvironment": CONTAINERS,
  "AWS::ECS::Service": CONTAINERS,
  "AWS::SageMaker::Domain": STUDIO,
  "AWS::SageMaker::NotebookInstance": STUDIO,
};

const ROLES = ["AWS::IAM::Role"];

const ROLE_AT: Readonly<Record<string, string>> = {
  "AWS::Lambda::Function": "/Role",
  "AWS::SageMaker::Domain": "/DefaultUserSettings/ExecutionRole",
  "AWS::SageMaker::NotebookInstance": "/RoleArn",
};

/**
 * What a permission says of calls that the compute makes itself. Permissions on keys that S3, DynamoDB and other services
 * use in its name (decrypt, data keys) say nothing, nor do those to write the logs that Lambda writes itself.
 */
const BY_ACTION: readonly (readonly [service: string, actions: readonly string[]])[] = [
  [
    "dynamodb",
    [
      "dynamodb:getitem",
      "dynamodb:putitem",
      "dynamodb:updateitem",
      "dynamodb:deleteitem",
      "dynamodb:query",
      "dynamodb:scan",
      "dynamodb:batchgetitem",
      "dynamodb:batchwriteitem",
    ],
  ],
  ["kms", ["kms:sign", "kms:verify", "kms:generatemac", "kms:verifymac", "kms:getpublickey"]],
  ["lambda", ["lambda:invokefunction"]],
  [
    "omics",
    [
      "omics:startrun",
      "omics:getrun",
      "omics:startreadsetimportjob",
      "omics:getreadset",
      "omics:startvariantimportjob",
      "omics:startannotationimportjob",
    ],
  ],
  ["s3", ["s3:getobject", "s3:putobject", "s3:deleteobject", "s3:listbucket", "s3:getobjectversion"]],
  [
    "sagemaker.api",
    [
      "sagemaker:createprocessingjob",
      "sagemaker:createtrainingjob",
      "sagemaker:createtransformjob",
      "sagemaker:startpipelineexecution",
    ],
  ],
  ["sagemaker.runtime", ["sagemaker:invokeendpoint"]],
  ["states", ["states:startexecution", "states:sendtasksuccess", "states:sendtaskfailure"]],
  ["sts", ["sts:assumerole"]],
];

/** The same by what stands before the colon in the actions. */
const BY_PREFIX: ReadonlyMap<string, typeof BY_ACTION> = new Map(
  BY_ACTION.map(([, actions]) => prefixOf(actions)).map((prefix) => [
    prefix,
    BY_ACTION.filter(([, actions]) => prefixOf(actions) === prefix),
  ]),
);

function prefixOf([action = ""]: readonly string[]): string {
  return action.slice(0, action.indexOf(":"));
}

/** The services that compute calls, as far as its type and the policies of its role show. */
export function servicesInUse(graph: ResourceGraph, compute: Resource): ServicesInUse {
  const own = BY_TYPE[compute.type];
  const pointer = ROLE_AT[compute.type];
  const roles =
    pointer === undefined ? undefined : namedResources(graph, propertyAt(compute, pointer), ROLES);
  const [role] = roles?.certain ?? [];
  // most compute calls what its one role allows
  if (own === undefined && role !== undefined && roles?.open.length === 0) {
    if (roles.certain.length + roles.someOf.length === 1) return servicesOfRole(graph, role);
  }
  const services = new Set(own);
  const open: string[] = [];
  if (roles !== undefined) addRoles(graph, compute, roles, services, open);
  return { services, open };
}

function addRoles(
  graph: ResourceGraph,
  compute: Resource,
  roles: Named,
  services: Set<string>,
  open: string[],
): void {
  open.push(...roles.open);
  if (roles.someOf.length > 0) open.push(`which role ${compute.address} has is not known`);
  for (const role of roles.certain) {
    const used = servicesOfRole(graph, role);
    for (const service of used.services) services.add(service);
    open.push(...used.open);
  }
}

/** Several functions may have one role. */
const servicesOfRole = perResource((_graph: ResourceGraph, role: Resource): ServicesInUse => {
  const services = new Set<string>();
  const open: string[] = [];
  const statements = plain(statementsOf(role));
  if (!isValueList(statements)) open.push(`the policies of ${role.address} are not known`);
  else for (const item of statements) addStatement(plain(item), services, open);
  return { services, open };
});

function statementsOf(role: Resource): Value | undefined {
  const facts = plain(role.properties["Facts"]);
  return isValueMap(facts) ? facts["IdentityStatements"] : undefined;
}

function addStatement(statement: Value | undefined, services: Set<string>, open: string[]): void {
  if (statement instanceof Unknown) open.push(statement.reason);
  if (!isValueMap(statement) || plain(statement["Effect"]) === "Deny") return;
  const unknown = allowedActions(statement, (pattern) => addServices(pattern, services));
  if (unknown !== undefined || plain(statement["Effect"]) instanceof Unknown) {
    open.push(unknown ?? "what a statement does is not known");
  }
}

function addServices(pattern: string, services: Set<string>): void {
  const prefix = pattern.slice(0, pattern.indexOf(":"));
  // nearly every pattern names its service, and most a service of which no call is told
  const mayMean = prefix === "" || /[*?]/.test(prefix) ? BY_ACTION : (BY_PREFIX.get(prefix) ?? []);
  for (const [service, actions] of mayMean) {
    if (actions.some((action) => actionMatches(pattern, action))) services.add(service);
  }
}

/** Everything (`*`) says nothing of what is used. Returns why an action is not known. */
function allowedActions(statement: ValueMap, add: (pattern: string) => void): string | undefined {
  const actions = plain(statement["Actions"]);
  if (actions === undefined) return undefined;
  if (!isValueList(actions)) return "the actions of a statement are not known";
  let unknown: string | undefined;
  for (const item of actions) {
    const action = plain(item);
    if (action instanceof Unknown) unknown = action.reason;
    else if (typeof action === "string" && action !== "*" && !action.startsWith("*:")) {
      add(action.toLowerCase());
    }
  }
  return unknown;
}
