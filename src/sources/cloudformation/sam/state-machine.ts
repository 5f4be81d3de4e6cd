import { memberOf } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, mapOf, pick, refNode, resourceNode, tagList, undecided } from "./nodes.ts";
import type { Made } from "./nodes.ts";
import { roleNode } from "./role.ts";
import { eventsOf } from "./read-events.ts";
import { invokingRole, ruleNode, scheduleNode } from "./triggers.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export function stateMachineNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const own = memberOf(properties, "Role");
  const roleId = `${logicalId}Role`;
  const definition = memberOf(properties, "Definition");
  const uri = memberOf(properties, "DefinitionUri");
  const isLocal = definition === undefined && memberOf(uri, "Bucket") === undefined;
  const tracing = memberOf(properties, "Tracing");
  const written = mapOf(
    {
      Definition: isLocal
        ? undecided("the definition lies in a file that sam package uploads", uri?.offset ?? offset)
        : definition,
      DefinitionS3Location: isLocal ? undefined : uri,
      ...pick(properties, ["DefinitionSubstitutions", "EncryptionConfiguration"]),
      LoggingConfiguration: memberOf(properties, "Logging"),
      RoleArn: own ?? getAttNode(roleId, "Arn", offset),
      StateMachineName: memberOf(properties, "Name"),
      StateMachineType: memberOf(properties, "Type"),
      Tags: tagList(memberOf(properties, "Tags")),
      TracingConfiguration: tracing,
    },
    offset,
  );
  const role = roleNode(roleId, source, properties, {
    service: "states.amazonaws.com",
    managed: tracing === undefined ? [] : ["AWSXrayWriteOnlyAccess"],
  });
  return [
    [logicalId, resourceNode("AWS::StepFunctions::StateMachine", written, source)],
    ...(own === undefined ? [[roleId, role] as const] : []),
    ...eventNodes(logicalId, source, memberOf(properties, "Events")),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventsource.html */
function eventNodes(logicalId: string, source: TemplateNode, events: TemplateNode | undefined): Made {
  return eventsOf(logicalId, events).flatMap(({ id, type, properties, offset }): Made => {
    const target = refNode(logicalId, offset);
    const start = { action: "states:StartExecution", resource: target, offset };
    const roleId = `${id}Role`;
    const roleArn = memberOf(properties, "RoleArn") ?? getAttNode(roleId, "Arn", offset);
    const role = (service: string): Made =>
      memberOf(properties, "RoleArn") === undefined
        ? [[roleId, resourceNode("AWS::IAM::Role", invokingRole(service, start), source)]]
        : [];
    switch (type) {
      case "Api":
        return role("apigateway.amazonaws.com");
      case "Schedule":
      case "EventBridgeRule":
      case "CloudWatchEvent":
        return [
          ...ruleNode({ id, arn: target, roleArn, properties, source, offset }),
          ...role("events.amazonaws.com"),
        ];
      case "ScheduleV2":
        return [
          ...scheduleNode({ id, arn: target, roleArn, properties, source, offset }),
          ...role("scheduler.amazonaws.com"),
        ];
      default:
        return [];
    }
  });
}
