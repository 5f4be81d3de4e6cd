import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, listOf, mapOf, pick, refNode, resourceNode, textNode, undecided } from "./nodes.ts";

type Made = readonly (readonly [string, TemplateNode])[];

/** What lets a service call a function, and with which limits. */
interface Caller {
  readonly service: string;
  readonly sourceArn?: TemplateNode;
  readonly sourceAccount?: TemplateNode;
}

/** What SAM makes of the events of a function: permissions, rules, subscriptions and mappings. */
export function eventNodes(functionId: string, source: TemplateNode, events: TemplateNode | undefined): Made {
  if (events?.kind !== "map") return [];
  return [...events.entries].flatMap(([name, { value }]): Made => {
    const type = scalarText(memberOf(value, "Type")) ?? "";
    return eventOf(
      { functionId, id: `${functionId}${name}`, type, source },
      memberOf(value, "Properties"),
      value.offset,
    );
  });
}

interface EventContext {
  readonly functionId: string;
  readonly id: string;
  readonly type: string;
  readonly source: TemplateNode;
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
function eventOf(event: EventContext, properties: TemplateNode | undefined, offset: number): Made {
  switch (event.type) {
    case "Api":
    case "HttpApi":
      return [permission(event, { service: "apigateway.amazonaws.com", sourceArn: apiArn(offset) }, offset)];
    case "S3":
      return [
        permission(
          event,
          { service: "s3.amazonaws.com", sourceAccount: refNode("AWS::AccountId", offset) },
          offset,
        ),
      ];
    case "SNS":
      return snsEvent(event, properties, offset);
    case "Schedule":
    case "EventBridgeRule":
    case "CloudWatchEvent":
      return ruleEvent(event, properties, offset);
    case "ScheduleV2":
      return scheduleEvent(event, properties, offset);
    case "SQS":
    case "Kinesis":
    case "DynamoDB":
    case "MSK":
    case "MQ":
    case "DocumentDB":
    case "SelfManagedKafka":
      return [mapping(event, properties, offset)];
    case "CloudWatchLogs":
      return [
        permission(
          event,
          { service: "logs.amazonaws.com", sourceArn: undecided("SAM names the log group", offset) },
          offset,
        ),
      ];
    case "IoTRule":
      return [
        permission(
          event,
          { service: "iot.amazonaws.com", sourceArn: undecided("SAM names the rule", offset) },
          offset,
        ),
      ];
    case "Cognito":
      return [
        permission(
          event,
          { service: "cognito-idp.amazonaws.com", sourceArn: undecided("SAM names the user pool", offset) },
          offset,
        ),
      ];
    default:
      return [];
  }
}

function apiArn(offset: number): TemplateNode {
  return undecided("SAM names the API, its stage and its path", offset);
}

function permission(
  { id, functionId, source }: EventContext,
  { service, sourceArn, sourceAccount }: Caller,
  offset: number,
): readonly [string, TemplateNode] {
  const properties = mapOf(
    {
      Action: textNode("lambda:InvokeFunction", offset),
      FunctionName: refNode(functionId, offset),
      Principal: textNode(service, offset),
      SourceArn: sourceArn,
      SourceAccount: sourceAccount,
    },
    offset,
  );
  return [`${id}Permission`, resourceNode("AWS::Lambda::Permission", properties, source)];
}

function snsEvent(event: EventContext, properties: TemplateNode | undefined, offset: number): Made {
  const topic = memberOf(properties, "Topic");
  const subscription = mapOf(
    {
      Endpoint: getAttNode(event.functionId, "Arn", offset),
      Protocol: textNode("lambda", offset),
      TopicArn: topic,
      ...pick(properties, ["FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"]),
    },
    offset,
  );
  return [
    permission(
      event,
      { service: "sns.amazonaws.com", ...(topic === undefined ? {} : { sourceArn: topic }) },
      offset,
    ),
    [event.id, resourceNode("AWS::SNS::Subscription", subscription, event.source)],
  ];
}

function ruleEvent(event: EventContext, properties: TemplateNode | undefined, offset: number): Made {
  const target = mapOf(
    {
      Arn: getAttNode(event.functionId, "Arn", offset),
      Id: textNode(`${event.id}LambdaTarget`, offset),
      ...pick(properties, ["Input", "InputPath", "RetryPolicy"]),
    },
    offset,
  );
  const enabled = memberOf(properties, "Enabled");
  const rule = mapOf(
    {
      ScheduleExpression: memberOf(properties, "Schedule"),
      EventPattern: memberOf(properties, "Pattern"),
      ...pick(properties, ["Name", "Description", "EventBusName", "State"]),
      ...(enabled === undefined ? {} : { State: stateOf(enabled) }),
      Targets: listOf([target], offset),
    },
    offset,
  );
  return [
    [event.id, resourceNode("AWS::Events::Rule", rule, event.source)],
    permission(
      event,
      { service: "events.amazonaws.com", sourceArn: getAttNode(event.id, "Arn", offset) },
      offset,
    ),
  ];
}

function stateOf(enabled: TemplateNode): TemplateNode {
  const text = scalarText(enabled);
  if (text === undefined) return undecided("whether the schedule is enabled is not known", enabled.offset);
  return textNode(/^true$/iu.test(text) ? "ENABLED" : "DISABLED", enabled.offset);
}

function scheduleEvent(event: EventContext, properties: TemplateNode | undefined, offset: number): Made {
  const target = mapOf(
    {
      Arn: getAttNode(event.functionId, "Arn", offset),
      RoleArn: memberOf(properties, "RoleArn") ?? undecided("SAM makes a role for the schedule", offset),
      ...pick(properties, ["Input"]),
    },
    offset,
  );
  const schedule = mapOf(
    {
      ...pick(properties, ["Name", "Description", "GroupName", "KmsKeyArn", "ScheduleExpression", "State"]),
      ...pick(properties, ["ScheduleExpressionTimezone", "StartDate", "EndDate", "FlexibleTimeWindow"]),
      Target: target,
    },
    offset,
  );
  return [[event.id, resourceNode("AWS::Scheduler::Schedule", schedule, event.source)]];
}

function mapping(
  event: EventContext,
  properties: TemplateNode | undefined,
  offset: number,
): readonly [string, TemplateNode] {
  const written = mapOf(
    {
      EventSourceArn:
        memberOf(properties, "Queue") ??
        memberOf(properties, "Stream") ??
        memberOf(properties, "Broker") ??
        memberOf(properties, "Cluster"),
      FunctionName: refNode(event.functionId, offset),
      ...pick(properties, [
        "BatchSize",
        "BisectBatchOnFunctionError",
        "DestinationConfig",
        "Enabled",
        "FilterCriteria",
      ]),
      ...pick(properties, [
        "KmsKeyArn",
        "MaximumRecordAgeInSeconds",
        "MaximumRetryAttempts",
        "StartingPosition",
      ]),
    },
    offset,
  );
  return [event.id, resourceNode("AWS::Lambda::EventSourceMapping", written, event.source)];
}
