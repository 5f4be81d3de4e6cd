import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type {
  TemplateEntry,
  TemplateMap,
  TemplateNode,
} from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf, textNode } from "./nodes.ts";

/** The API of the events that name none, by the type of the event. */
const IMPLICIT = {
  Api: { id: "ServerlessRestApi", type: "AWS::Serverless::Api", own: "RestApiId", stage: "Prod" },
  HttpApi: { id: "ServerlessHttpApi", type: "AWS::Serverless::HttpApi", own: "ApiId", stage: undefined },
} as const;

/**
 * The APIs that SAM makes for events that name none, as resources of SAM. One is there when one of the functions is that
 * has such an event.
 */
export function implicitApis(resources: TemplateMap): readonly (readonly [string, TemplateEntry])[] {
  return Object.entries(IMPLICIT).flatMap(([event, { id, type, own, stage }]) => {
    const users = [...resources.entries.values()].filter(({ value }) => hasEvent(value, event, own, id));
    const [first] = users;
    if (first === undefined || resources.entries.has(id)) return [];
    const { offset } = first.value;
    const api = mapOf(
      {
        Type: textNode(type, offset),
        Condition: anyOf(
          users.map(({ value }) => memberOf(value, "Condition")),
          offset,
        ),
        Properties: mapOf({ StageName: stage === undefined ? undefined : textNode(stage, offset) }, offset),
      },
      offset,
    );
    return [[id, { keyOffset: first.keyOffset, value: api }] as const];
  });
}

function hasEvent(resource: TemplateNode, type: string, own: string, id: string): boolean {
  const isOfSam = /^AWS::Serverless::(?:Function|StateMachine)$/u.test(
    scalarText(memberOf(resource, "Type")) ?? "",
  );
  const events = memberOf(memberOf(resource, "Properties"), "Events");
  if (!isOfSam || events?.kind !== "map") return false;
  return [...events.entries.values()].some(({ value }) => {
    const api = memberOf(memberOf(value, "Properties"), own);
    const isImplicit = api === undefined || scalarText(memberOf(api, "Ref")) === id;
    return isImplicit && scalarText(memberOf(value, "Type")) === type;
  });
}

/** Nothing when one of the functions has no condition. */
function anyOf(conditions: readonly (TemplateNode | undefined)[], offset: number): TemplateNode | undefined {
  const named = new Map<string, TemplateNode>();
  for (const condition of conditions) {
    const name = scalarText(condition);
    if (name === undefined || condition === undefined) return undefined;
    named.set(name, condition);
  }
  const [only, ...more] = named.values();
  if (more.length === 0) return only;
  const items = [...named.values()].map((condition) => mapOf({ Condition: condition }, offset));
  return mapOf({ "Fn::Or": listOf(items, offset) }, offset);
}
