import { intrinsicOf, memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { eventInvokeNodes } from "./event-invoke.ts";
import { eventNodes } from "./events.ts";
import {
  allowing,
  getAttNode,
  listOf,
  mapOf,
  pick,
  refNode,
  resourceNode,
  tagList,
  textNode,
  trustOf,
  undecided,
} from "./nodes.ts";
import type { Made } from "./nodes.ts";
import { eventsOf } from "./read-events.ts";
import { roleNode } from "./role.ts";

const SAME =
  "Architectures CapacityProviderConfig CodeSigningConfigArn Description DurableConfig Environment EphemeralStorage FileSystemConfigs FunctionName FunctionScalingConfig Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize PackageType RecursiveLoop ReservedConcurrentExecutions Runtime RuntimeManagementConfig SnapStart TenancyConfig Timeout VpcConfig".split(
    " ",
  );

/**
 * What SAM makes of a function: the function, its role, and what its events need.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export function functionNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const role = roleOf(logicalId, source, properties);
  const queue = memberOf(memberOf(properties, "DeadLetterQueue"), "TargetArn");
  const tracing = memberOf(properties, "Tracing");
  const written = mapOf(
    {
      ...pick(properties, SAME),
      Code: codeNode(properties, offset),
      Role: role.arn,
      DeadLetterConfig: queue === undefined ? undefined : mapOf({ TargetArn: queue }, queue.offset),
      TracingConfig: tracing === undefined ? undefined : mapOf({ Mode: tracing }, tracing.offset),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::Lambda::Function", written, source)],
    ...role.made,
    ...urlNodes(logicalId, source, properties),
    ...aliasNodes(logicalId, source, properties),
    ...eventInvokeNodes(logicalId, source, properties),
    ...deploymentNodes(source, properties),
    ...eventNodes(logicalId, source, memberOf(properties, "Events")),
  ];
}

interface FunctionRole {
  readonly arn: TemplateNode;
  readonly made: Made;
}

/** The role of the function, and the one that SAM makes when it names none, or none under a condition. */
function roleOf(logicalId: string, source: TemplateNode, properties: TemplateNode): FunctionRole {
  const own = memberOf(properties, "Role");
  const roleId = `${logicalId}Role`;
  const arn = getAttNode(roleId, "Arn", source.offset);
  const isTraced = memberOf(properties, "Tracing") !== undefined;
  const isInVpc = memberOf(properties, "VpcConfig") !== undefined;
  const isDurable = memberOf(properties, "DurableConfig") !== undefined;
  const node = roleNode(roleId, source, properties, {
    service: "lambda.amazonaws.com",
    added: addedPolicies(properties),
    managed: [
      `service-role/AWSLambdaBasic${isDurable ? "DurableExecutionRolePolicy" : "ExecutionRole"}`,
      ...(isTraced ? ["AWSXrayWriteOnlyAccess"] : []),
      ...(isInVpc ? ["service-role/AWSLambdaVPCAccessExecutionRole"] : []),
      ...pollingPolicies(memberOf(properties, "Events")),
    ],
  });
  if (own === undefined) return { arn, made: [[roleId, node]] };
  const choice = intrinsicOf(own);
  const [condition, whenTrue, whenFalse] = choice?.argument.kind === "list" ? choice.argument.items : [];
  const name = choice?.name === "Fn::If" ? condition : undefined;
  if (name === undefined || !(isNoValue(whenTrue) || isNoValue(whenFalse))) return { arn: own, made: [] };
  const { offset } = own;
  const named = mapOf({ Condition: name }, offset);
  const madeWhen = isNoValue(whenTrue) ? named : mapOf({ "Fn::Not": listOf([named], offset) }, offset);
  const branches = [whenTrue, whenFalse].map((branch) =>
    branch === undefined || isNoValue(branch) ? arn : branch,
  );
  return {
    arn: mapOf({ "Fn::If": listOf([name, ...branches], offset) }, offset),
    made: [[roleId, underCondition(node, madeWhen)]],
  };
}

/** What the role may do with the queue for what fails, and with sources whose secrets it reads. */
function addedPolicies(properties: TemplateNode): Readonly<Record<string, TemplateNode>> {
  const queue = memberOf(properties, "DeadLetterQueue");
  const events = eventsOf("", memberOf(properties, "Events"));
  const secret = events.find(
    ({ type, properties: own }) =>
      type === "SelfManagedKafka" || memberOf(own, "SourceAccessConfigurations") !== undefined,
  );
  const isTopic = scalarText(memberOf(queue, "Type")) === "SNS";
  return {
    ...(queue === undefined
      ? {}
      : {
          DeadLetterQueuePolicy: allowing(
            {
              Action: textNode(isTopic ? "sns:Publish" : "sqs:SendMessage", queue.offset),
              Resource: memberOf(queue, "TargetArn"),
            },
            queue.offset,
          ),
        }),
    ...(secret === undefined
      ? {}
      : { SamAutoGeneratedPolicy: undecided("SAM writes what reading the events needs", secret.offset) }),
  };
}

/** Policies of AWS for what polls its events. */
function pollingPolicies(events: TemplateNode | undefined): readonly string[] {
  const names = eventsOf("", events).flatMap(({ type, properties }) => {
    const isQueued = type === "SNS" && memberOf(properties, "SqsSubscription") !== undefined;
    return POLLED[isQueued ? "SQS" : type] ?? [];
  });
  return [...new Set(names)].map((name) => `service-role/${name}`);
}

const POLLED: Readonly<Record<string, string>> = {
  DynamoDB: "AWSLambdaDynamoDBExecutionRole",
  Kinesis: "AWSLambdaKinesisExecutionRole",
  MSK: "AWSLambdaMSKExecutionRole",
  SQS: "AWSLambdaSQSQueueExecutionRole",
};

function isNoValue(node: TemplateNode | undefined): boolean {
  return scalarText(memberOf(node, "Ref")) === "AWS::NoValue";
}

/** The resource under another condition beside the one that it has. */
function underCondition(resource: TemplateNode, condition: TemplateNode): TemplateNode {
  if (resource.kind !== "map") return resource;
  const { offset } = resource;
  const own = memberOf(resource, "Condition");
  const both =
    own === undefined
      ? condition
      : mapOf({ "Fn::And": listOf([mapOf({ Condition: own }, offset), condition], offset) }, offset);
  const entries = new Map(resource.entries).set("Condition", { keyOffset: offset, value: both });
  return { ...resource, entries };
}

/** The code lies where `sam package` puts it, unless the template says so. */
function codeNode(properties: TemplateNode, offset: number): TemplateNode {
  const image = memberOf(properties, "ImageUri");
  if (image !== undefined) return mapOf({ ImageUri: image }, image.offset);
  const inline = memberOf(properties, "InlineCode");
  if (inline !== undefined) return mapOf({ ZipFile: inline }, inline.offset);
  const uri = memberOf(properties, "CodeUri");
  const bucket = memberOf(uri, "Bucket");
  if (bucket !== undefined) {
    const [key, version] = [memberOf(uri, "Key"), memberOf(uri, "Version")];
    return mapOf({ S3Bucket: bucket, S3Key: key, S3ObjectVersion: version }, bucket.offset);
  }
  const [, name, key] = /^s3:\/\/([^/]+)\/(.+)$/u.exec(scalarText(uri) ?? "") ?? [];
  if (name !== undefined && key !== undefined) {
    return mapOf({ S3Bucket: textNode(name, offset), S3Key: textNode(key, offset) }, offset);
  }
  return undecided("the code lies where sam package or sam deploy puts it", uri?.offset ?? offset);
}

/** A URL without authorization lets everybody in, which SAM permits. */
function urlNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const config = memberOf(properties, "FunctionUrlConfig");
  if (config === undefined) return [];
  const { offset } = config;
  const target = refNode(logicalId, offset);
  const auth = memberOf(config, "AuthType");
  const url = mapOf(
    { ...pick(config, ["AuthType", "Cors", "InvokeMode"]), TargetFunctionArn: target },
    offset,
  );
  const permission = mapOf(
    {
      Action: textNode("lambda:InvokeFunctionUrl", offset),
      FunctionName: target,
      FunctionUrlAuthType: auth,
      Principal: textNode("*", offset),
    },
    offset,
  );
  const invocation = mapOf(
    {
      Action: textNode("lambda:InvokeFunction", offset),
      FunctionName: target,
      InvokedViaFunctionUrl: textNode(true, offset),
      Principal: textNode("*", offset),
    },
    offset,
  );
  const isOpen = scalarText(auth) === "NONE";
  return [
    [`${logicalId}Url`, resourceNode("AWS::Lambda::Url", url, source)],
    ...(isOpen
      ? [
          [
            `${logicalId}UrlPublicPermissions`,
            resourceNode("AWS::Lambda::Permission", permission, source),
          ] as const,
          [
            `${logicalId}URLInvokeAllowPublicAccess`,
            resourceNode("AWS::Lambda::Permission", invocation, source),
          ] as const,
        ]
      : []),
  ];
}

function aliasNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const name = memberOf(properties, "AutoPublishAlias");
  if (name === undefined) return [];
  const { offset } = name;
  const version = undecided("SAM publishes a version with each deployment", offset);
  const alias = mapOf(
    {
      FunctionName: refNode(logicalId, offset),
      FunctionVersion: version,
      Name: name,
      ProvisionedConcurrencyConfig: memberOf(properties, "ProvisionedConcurrencyConfig"),
    },
    offset,
  );
  const suffix = (scalarText(name) ?? "").replaceAll("-", "D").replaceAll("_", "U");
  return [[`${logicalId}Alias${suffix}`, resourceNode("AWS::Lambda::Alias", alias, source)]];
}

/**
 * The role with which CodeDeploy shifts traffic from one version to the next.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-deploymentpreference.html
 */
function deploymentNodes(source: TemplateNode, properties: TemplateNode): Made {
  const preference = memberOf(properties, "DeploymentPreference");
  const isEnabled = scalarText(memberOf(preference, "Enabled"))?.toLowerCase() !== "false";
  if (preference === undefined || !isEnabled || memberOf(preference, "Role") !== undefined) return [];
  const { offset } = preference;
  const managed = textNode("arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda", offset);
  const role = mapOf(
    {
      AssumeRolePolicyDocument: trustOf("codedeploy.amazonaws.com", offset),
      ManagedPolicyArns: listOf([managed], offset),
    },
    offset,
  );
  // one role serves all functions, whatever the conditions of each
  return [["CodeDeployServiceRole", resourceNode("AWS::IAM::Role", role, mapOf({}, source.offset))]];
}
