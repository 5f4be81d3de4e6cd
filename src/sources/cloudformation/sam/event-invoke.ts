import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, mapOf, pick, refNode, resourceNode, textNode, undecided } from "./nodes.ts";
import type { Made } from "./nodes.ts";
import { orMade, underCondition } from "./or-made.ts";

/** What SAM makes of a destination that is not there yet, with the defaults of the service. */
const MADE: Readonly<Record<string, { readonly type: string; readonly suffix: string }>> = {
  SQS: { type: "AWS::SQS::Queue", suffix: "Queue" },
  SNS: { type: "AWS::SNS::Topic", suffix: "Topic" },
};

interface MadeDestination {
  readonly id: string;
  readonly type: string;
  /** When it is made; always, without one. */
  readonly condition: TemplateNode | undefined;
}

/** Where the result of an invocation goes. */
interface InvokeDestination {
  readonly when: "OnSuccess" | "OnFailure";
  readonly written: TemplateNode;
  readonly arn: TemplateNode;
  /** The queue or topic that SAM makes for it. */
  readonly made: MadeDestination | undefined;
}

/** The destinations of the invocations of a function, with the ids that those have which SAM makes. */
export function invokeDestinations(
  logicalId: string,
  properties: TemplateNode,
): readonly InvokeDestination[] {
  const config = memberOf(properties, "EventInvokeConfig");
  const written = memberOf(config, "DestinationConfig");
  return (["OnSuccess", "OnFailure"] as const).flatMap((when) => {
    const destination = memberOf(written, when);
    return destination === undefined ? [] : [destinationOf(logicalId, when, destination)];
  });
}

function destinationOf(
  logicalId: string,
  when: InvokeDestination["when"],
  written: TemplateNode,
): InvokeDestination {
  const { offset } = written;
  const own = memberOf(written, "Destination");
  const missing = MADE[scalarText(memberOf(written, "Type")) ?? ""];
  if (missing === undefined) {
    const arn = own ?? undecided("SAM makes the destination by its type", offset);
    return { when, written, arn, made: undefined };
  }
  const id = `${logicalId}EventInvokeConfig${when}${missing.suffix}`;
  const made = { id, type: missing.type, condition: undefined };
  const madeArn = arnOf(id, missing.type, offset);
  if (own === undefined) return { when, written, arn: madeArn, made };
  const chosen = orMade(own, madeArn);
  if (chosen === undefined) return { when, written, arn: own, made: undefined };
  return { when, written, arn: chosen.value, made: { ...made, condition: chosen.condition } };
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html */
export function eventInvokeNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const config = memberOf(properties, "EventInvokeConfig");
  if (config === undefined) return [];
  const { offset } = config;
  const destinations: Record<string, TemplateNode> = {};
  const queues: (readonly [string, TemplateNode])[] = [];
  for (const { when, arn, made } of invokeDestinations(logicalId, properties)) {
    destinations[when] = mapOf({ Destination: arn }, offset);
    if (made === undefined) continue;
    const node = resourceNode(made.type, mapOf({}, offset), source);
    queues.push([made.id, made.condition === undefined ? node : underCondition(node, made.condition)]);
  }
  const invoke = mapOf(
    {
      ...pick(config, ["MaximumEventAgeInSeconds", "MaximumRetryAttempts"]),
      DestinationConfig: mapOf(destinations, offset),
      FunctionName: refNode(logicalId, offset),
      Qualifier: memberOf(properties, "AutoPublishAlias") ?? textNode("$LATEST", offset),
    },
    offset,
  );
  return [
    [`${logicalId}EventInvokeConfig`, resourceNode("AWS::Lambda::EventInvokeConfig", invoke, source)],
    ...queues,
  ];
}

function arnOf(id: string, type: string, offset: number): TemplateNode {
  return type === "AWS::SNS::Topic" ? refNode(id, offset) : getAttNode(id, "Arn", offset);
}
