import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { invokeDestinations } from "./event-invoke.ts";
import { allowing, listOf, mapOf, textNode } from "./nodes.ts";
import { eventsOf } from "./read-events.ts";

/** What is done with a destination, by its type; Kafka is given no policy. */
const SENDING: Readonly<Record<string, string>> = {
  EventBridge: "events:PutEvents",
  Lambda: "lambda:InvokeFunction",
  SNS: "sns:Publish",
  SQS: "sqs:SendMessage",
};

/**
 * What the role of a function may do with the destinations that have a type: those of invocations, and those of events that
 * could not be handled. Documents by the names of their policies.
 */
export function destinationPolicies(
  logicalId: string,
  properties: TemplateNode,
): Readonly<Record<string, TemplateNode>> {
  const policies: Record<string, TemplateNode> = {};
  const add = (id: string, type: string | undefined, arn: TemplateNode | undefined): void => {
    if (type === undefined || arn === undefined) return;
    const document = documentOf(type, arn);
    if (document !== undefined) policies[`${id}${type}Policy`] = document;
  };
  for (const { when, written, arn } of invokeDestinations(logicalId, properties)) {
    add(`${logicalId}EventInvokeConfig${when}`, typeOf(written), arn);
  }
  for (const { id, properties: own } of eventsOf(logicalId, memberOf(properties, "Events"))) {
    const failure = memberOf(memberOf(own, "DestinationConfig"), "OnFailure");
    add(id, typeOf(failure), memberOf(failure, "Destination"));
  }
  return policies;
}

function typeOf(destination: TemplateNode | undefined): string | undefined {
  return scalarText(memberOf(destination, "Type"));
}

function documentOf(type: string, arn: TemplateNode): TemplateNode | undefined {
  const { offset } = arn;
  if (type === "S3" || type === "S3Bucket") return bucketDocument(arn);
  const action = SENDING[type];
  return action === undefined
    ? undefined
    : allowing({ Action: textNode(action, offset), Resource: arn }, offset);
}

function bucketDocument(arn: TemplateNode): TemplateNode {
  const { offset } = arn;
  const objects = mapOf(
    { "Fn::Join": listOf([textNode("/", offset), listOf([arn, textNode("*", offset)], offset)], offset) },
    offset,
  );
  const statement = (action: string, resource: TemplateNode): TemplateNode =>
    mapOf(
      { Effect: textNode("Allow", offset), Action: textNode(action, offset), Resource: resource },
      offset,
    );
  const statements = [statement("s3:PutObject", objects), statement("s3:ListBucket", arn)];
  return mapOf({ Statement: listOf(statements, offset) }, offset);
}
