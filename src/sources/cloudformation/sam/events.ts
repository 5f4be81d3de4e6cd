import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, listOf, mapOf, pick, refNode, resourceNode, textNode, undecided } from "./nodes.ts";
import { apiArn } from "./api-arn.ts";
import type { Made } from "./nodes.ts";
import { eventsOf } from "./read-events.ts";
import type { SamEvent } from "./read-events.ts";
import { invokingRole, queueNodes, ruleNode, scheduleNode } from "./triggers.ts";

/** What lets a service call a function, and with which limits. */
interface Caller {
  readonly service: string | TemplateNode;
  readonly sourceArn?: TemplateNode;
  readonly sourceAccount?: TemplateNode;
  readonly token?: TemplateNode | undefined;
}

interface EventContext extends SamEvent {
  readonly functionId: string;
  readonly source: TemplateNode;
}

/** What SAM makes of the events of a function: permissions, rules, subscriptions and mappings. */
export function eventNodes(functionId: string, source: TemplateNode, events: TemplateNode | undefined): Made {
  return eventsOf(functionId, events).flatMap((event) => eventOf({ ...event, functionId, source }));
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
function eventOf(event: EventContext): Made {
  const { type, properties, offset } = event;
  switch (type) {
    case "Api":
    case "HttpApi":
      return [
        permission(event, {
          service: "apigateway.amazonaws.com",
          sourceArn: apiArn(type, properties, offset),
        }),
      ];
    case "AlexaSkill":
      return [
        permission(event, { service: "alexa-appkit.amazon.com", token: memberOf(properties, "SkillId") }),
      ];
    case "S3":
      return [
        permission(event, {
          service: "s3.amazonaws.com",
          sourceAccount: refNode("AWS::AccountId", offset),
        }),
      ];
    case "SNS":
      return snsEvent(event);
    case "Schedule":
    case "EventBridgeRule":
    case "CloudWatchEvent":
      return ruleEvent(event);
    case "ScheduleV2":
      return scheduleEvent(event);
    case "SQS":
    case "Kinesis":
    case "DynamoDB":
    case "MSK":
    case "MQ":
    case "DocumentDB":
    case "SelfManagedKafka":
      return [mapping(event)];
    case "CloudWatchLogs":
      return logsEvent(event);
    case "IoTRule":
      return iotEvent(event);
    case "Cognito":
      return [
        permission(event, {
          service: "cognito-idp.amazonaws.com",
          sourceArn: undecided("SAM names the user pool", offset),
        }),
      ];
    default:
      return [permission(event, { service: undecided("SAM decides what the event calls with", offset) })];
  }
}

function permission(
  { id, functionId, source, offset }: EventContext,
  { service, sourceArn, sourceAccount, token }: Caller,
): readonly [string, TemplateNode] {
  const properties = mapOf(
    {
      Action: textNode("lambda:InvokeFunction", offset),
      EventSourceToken: token,
      FunctionName: refNode(functionId, offset),
      Principal: typeof service === "string" ? textNode(service, offset) : service,
      SourceArn: sourceArn,
      SourceAccount: sourceAccount,
    },
    offset,
  );
  return [`${id}Permission`, resourceNode("AWS::Lambda::Permission", properties, source)];
}

/** With a queue between, when `SqsSubscription` says so. */
function snsEvent(event: EventContext): Made {
  const { id, functionId, properties, source, offset } = event;
  const topic = memberOf(properties, "Topic");
  const queue = memberOf(properties, "SqsSubscription");
  const isQueued = queue !== undefined && scalarText(queue)?.toLowerCase() !== "false";
  const own = memberOf(queue, "QueueArn");
  const queueId = `${id}Queue`;
  const queueArn = own ?? getAttNode(queueId, "Arn", offset);
  const subscription = mapOf(
    {
      Endpoint: isQueued ? queueArn : getAttNode(functionId, "Arn", offset),
      Protocol: textNode(isQueued ? "sqs" : "lambda", offset),
      TopicArn: topic,
      ...pick(properties, ["FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"]),
    },
    offset,
  );
  const made: Made = [[id, resourceNode("AWS::SNS::Subscription", subscription, source)]];
  if (!isQueued) {
    const caller: Caller = {
      service: "sns.amazonaws.com",
      ...(topic === undefined ? {} : { sourceArn: topic }),
    };
    return [permission(event, caller), ...made];
  }
  const anybody = { principal: textNode("*", offset), sourceArn: topic };
  const polled = mapOf({ EventSourceArn: queueArn, FunctionName: refNode(functionId, offset) }, offset);
  return [
    ...made,
    ...(own === undefined ? queueNodes(queueId, source, anybody) : []),
    [`${id}EventSourceMapping`, resourceNode("AWS::Lambda::EventSourceMapping", polled, source)],
  ];
}

function ruleEvent(event: EventContext): Made {
  const { functionId, id, offset } = event;
  return [
    ...ruleNode({ ...event, arn: getAttNode(functionId, "Arn", offset), roleArn: undefined }),
    permission(event, { service: "events.amazonaws.com", sourceArn: getAttNode(id, "Arn", offset) }),
  ];
}

function scheduleEvent(event: EventContext): Made {
  const { functionId, id, properties, source, offset } = event;
  const arn = getAttNode(functionId, "Arn", offset);
  const own = memberOf(properties, "RoleArn");
  const roleId = `${id}Role`;
  const start = { action: "lambda:InvokeFunction", resource: arn, offset };
  const role = resourceNode("AWS::IAM::Role", invokingRole("scheduler.amazonaws.com", start), source);
  return [
    ...scheduleNode({ ...event, arn, roleArn: own ?? getAttNode(roleId, "Arn", offset) }),
    ...(own === undefined ? [[roleId, role] as const] : []),
  ];
}

function logsEvent(event: EventContext): Made {
  const { functionId, id, properties, source, offset } = event;
  const filter = mapOf(
    {
      DestinationArn: getAttNode(functionId, "Arn", offset),
      ...pick(properties, ["FilterPattern", "LogGroupName"]),
    },
    offset,
  );
  const sourceArn = undecided("SAM names the log group", offset);
  return [
    permission(event, { service: "logs.amazonaws.com", sourceArn }),
    [id, resourceNode("AWS::Logs::SubscriptionFilter", filter, source)],
  ];
}

function iotEvent(event: EventContext): Made {
  const { functionId, id, properties, source, offset } = event;
  const lambda = mapOf({ FunctionArn: getAttNode(functionId, "Arn", offset) }, offset);
  const payload = mapOf(
    {
      Actions: listOf([mapOf({ Lambda: lambda }, offset)], offset),
      ...pick(properties, ["AwsIotSqlVersion", "Sql"]),
    },
    offset,
  );
  const rule = mapOf({ TopicRulePayload: payload }, offset);
  const caller: Caller = {
    service: "iot.amazonaws.com",
    sourceArn: undecided("SAM names the rule", offset),
    sourceAccount: refNode("AWS::AccountId", offset),
  };
  return [permission(event, caller), [id, resourceNode("AWS::IoT::TopicRule", rule, source)]];
}

const OF_MAPPING =
  "AmazonManagedKafkaEventSourceConfig BatchSize BisectBatchOnFunctionError DestinationConfig DocumentDBEventSourceConfig Enabled FilterCriteria FunctionResponseTypes KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig ParallelizationFactor ProvisionedPollerConfig Queues ScalingConfig SelfManagedKafkaEventSourceConfig SourceAccessConfigurations StartingPosition StartingPositionTimestamp Topics TumblingWindowInSeconds".split(
    " ",
  );

function mapping({ id, functionId, properties, source, offset }: EventContext): Made[number] {
  const servers = memberOf(properties, "KafkaBootstrapServers");
  const written = mapOf(
    {
      EventSourceArn:
        memberOf(properties, "Queue") ??
        memberOf(properties, "Stream") ??
        memberOf(properties, "Broker") ??
        memberOf(properties, "Cluster"),
      FunctionName: refNode(functionId, offset),
      ...pick(properties, OF_MAPPING),
      SelfManagedEventSource:
        servers === undefined
          ? undefined
          : mapOf({ Endpoints: mapOf({ KafkaBootstrapServers: servers }, offset) }, offset),
      DestinationConfig: destinationOf(memberOf(properties, "DestinationConfig")),
    },
    offset,
  );
  return [id, resourceNode("AWS::Lambda::EventSourceMapping", written, source)];
}

/** SAM has the type of the destination beside it. */
function destinationOf(config: TemplateNode | undefined): TemplateNode | undefined {
  const failure = memberOf(config, "OnFailure");
  if (config === undefined || failure === undefined) return config;
  return mapOf({ OnFailure: mapOf(pick(failure, ["Destination"]), failure.offset) }, config.offset);
}
