import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, mapOf, pick, refNode, resourceNode, textNode, undecided } from "./nodes.ts";
import type { Made } from "./nodes.ts";

/** What SAM makes of a destination that is not there yet, with the defaults of the service. */
const MADE: Readonly<Record<string, { readonly type: string; readonly suffix: string }>> = {
  SQS: { type: "AWS::SQS::Queue", suffix: "Queue" },
  SNS: { type: "AWS::SNS::Topic", suffix: "Topic" },
};

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html */
export function eventInvokeNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const config = memberOf(properties, "EventInvokeConfig");
  if (config === undefined) return [];
  const { offset } = config;
  const id = `${logicalId}EventInvokeConfig`;
  const destinations: Record<string, TemplateNode> = {};
  const made: (readonly [string, TemplateNode])[] = [];
  for (const when of ["OnSuccess", "OnFailure"]) {
    const written = memberOf(memberOf(config, "DestinationConfig"), when);
    if (written === undefined) continue;
    const own = memberOf(written, "Destination");
    const missing = own === undefined ? MADE[scalarText(memberOf(written, "Type")) ?? ""] : undefined;
    const madeId = `${id}${when}${missing?.suffix ?? ""}`;
    if (missing !== undefined) made.push([madeId, resourceNode(missing.type, mapOf({}, offset), source)]);
    const destination =
      missing === undefined
        ? (own ?? undecided("SAM makes the destination by its type", offset))
        : arnOf(madeId, missing.type, offset);
    destinations[when] = mapOf({ Destination: destination }, offset);
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
  return [[id, resourceNode("AWS::Lambda::EventInvokeConfig", invoke, source)], ...made];
}

function arnOf(id: string, type: string, offset: number): TemplateNode {
  return type === "AWS::SNS::Topic" ? refNode(id, offset) : getAttNode(id, "Arn", offset);
}
