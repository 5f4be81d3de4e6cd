import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import {
  allowing,
  getAttNode,
  listOf,
  mapOf,
  pick,
  refNode,
  resourceNode,
  textNode,
  trustOf,
  undecided,
} from "./nodes.ts";
import type { Made } from "./nodes.ts";

/** What makes a rule or a schedule of an event: the id of what is made, what it starts, and with which role. */
export interface Trigger {
  readonly id: string;
  readonly arn: TemplateNode;
  readonly roleArn: TemplateNode | undefined;
  readonly properties: TemplateNode | undefined;
  readonly source: TemplateNode;
  readonly offset: number;
}

/** A rule of EventBridge, and the queue for what cannot be delivered. */
export function ruleNode({ id, arn, roleArn, properties, source, offset }: Trigger): Made {
  const letters = deadLetters(id, { properties, source, offset });
  const target = mapOf(
    {
      Arn: arn,
      Id: textNode(`${id}LambdaTarget`, offset),
      RoleArn: roleArn,
      DeadLetterConfig: letters.config,
      ...pick(properties, ["Input", "InputPath", "InputTransformer", "RetryPolicy"]),
    },
    offset,
  );
  const enabled = memberOf(properties, "Enabled");
  const rule = mapOf(
    {
      ScheduleExpression: memberOf(properties, "Schedule"),
      EventPattern: memberOf(properties, "Pattern"),
      ...pick(properties, ["Description", "EventBusName", "State"]),
      Name: memberOf(properties, "Name") ?? memberOf(properties, "RuleName"),
      ...(enabled === undefined ? {} : { State: stateOf(enabled) }),
      Targets: listOf([target], offset),
    },
    offset,
  );
  return [[id, resourceNode("AWS::Events::Rule", rule, source)], ...letters.made];
}

function stateOf(enabled: TemplateNode): TemplateNode {
  const text = scalarText(enabled);
  if (text === undefined) return undecided("whether the schedule is enabled is not known", enabled.offset);
  return textNode(/^true$/iu.test(text) ? "ENABLED" : "DISABLED", enabled.offset);
}

/** A schedule of EventBridge Scheduler, and the queue for what cannot be delivered. */
export function scheduleNode({ id, arn, roleArn, properties, source, offset }: Trigger): Made {
  const letters = deadLetters(id, { properties, source, offset });
  const target = mapOf(
    {
      Arn: arn,
      RoleArn: roleArn,
      DeadLetterConfig: letters.config,
      ...pick(properties, ["Input", "RetryPolicy"]),
    },
    offset,
  );
  const isNamed = scalarText(memberOf(properties, "OmitName"))?.toLowerCase() !== "true";
  const schedule = mapOf(
    {
      Name: isNamed ? textNode(id, offset) : undefined,
      ...pick(properties, ["Name", "Description", "GroupName", "KmsKeyArn", "ScheduleExpression", "State"]),
      ...pick(properties, ["ScheduleExpressionTimezone", "StartDate", "EndDate"]),
      FlexibleTimeWindow:
        memberOf(properties, "FlexibleTimeWindow") ?? mapOf({ Mode: textNode("OFF", offset) }, offset),
      Target: target,
    },
    offset,
  );
  return [[id, resourceNode("AWS::Scheduler::Schedule", schedule, source)], ...letters.made];
}

/** `DeadLetterConfig` with the type SQS and without an ARN makes a queue. */
function deadLetters(
  id: string,
  { properties, source, offset }: Pick<Trigger, "properties" | "source" | "offset">,
): { readonly config: TemplateNode | undefined; readonly made: Made } {
  const config = memberOf(properties, "DeadLetterConfig");
  if (config === undefined) return { config: undefined, made: [] };
  const arn = memberOf(config, "Arn");
  if (arn !== undefined) return { config: mapOf({ Arn: arn }, config.offset), made: [] };
  const queueId = scalarText(memberOf(config, "QueueLogicalId")) ?? `${id}Queue`;
  return {
    config: mapOf({ Arn: getAttNode(queueId, "Arn", config.offset) }, config.offset),
    made: queueNodes(queueId, source, {
      principal: mapOf({ Service: textNode("events.amazonaws.com", offset) }, offset),
      sourceArn: getAttNode(id, "Arn", offset),
    }),
  };
}

/** A queue of SAM, with its defaults, and the policy that lets one source send to it. */
export function queueNodes(
  queueId: string,
  source: TemplateNode,
  {
    principal,
    sourceArn,
  }: { readonly principal: TemplateNode; readonly sourceArn: TemplateNode | undefined },
): Made {
  const { offset } = source;
  const condition =
    sourceArn === undefined
      ? undefined
      : mapOf({ ArnEquals: mapOf({ "aws:SourceArn": sourceArn }, offset) }, offset);
  const policy = mapOf(
    {
      PolicyDocument: allowing(
        {
          Action: textNode("sqs:SendMessage", offset),
          Principal: principal,
          Resource: getAttNode(queueId, "Arn", offset),
          Condition: condition,
        },
        offset,
      ),
      Queues: listOf([refNode(queueId, offset)], offset),
    },
    offset,
  );
  return [
    [queueId, resourceNode("AWS::SQS::Queue", mapOf({}, offset), source)],
    [`${queueId}Policy`, resourceNode("AWS::SQS::QueuePolicy", policy, source)],
  ];
}

/** What a role may do to the one thing that it starts. */
export interface Start {
  readonly action: string;
  readonly resource: TemplateNode;
  readonly offset: number;
}

/** The properties of a role with which a service starts something. */
export function invokingRole(service: string, { action, resource, offset }: Start): TemplateNode {
  const document = allowing({ Action: textNode(action, offset), Resource: resource }, offset);
  const policy = mapOf({ PolicyName: textNode("Start", offset), PolicyDocument: document }, offset);
  return mapOf(
    { AssumeRolePolicyDocument: trustOf(service, offset), Policies: listOf([policy], offset) },
    offset,
  );
}
