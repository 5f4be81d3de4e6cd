import { memberOf } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { emptyMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { readAnything } from "./read-property.ts";
import type { Stack } from "./stack.ts";

/**
 * What CloudFormation does with a resource, apart from its properties; it stands below /CloudFormation. Of the policies,
 * what counts when none is written:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html
 */
export function stackPolicies(
  stack: Stack,
  type: string,
  node: TemplateNode,
  properties: ValueMap,
): ValueMap {
  const policies = emptyMap();
  policies["DeletionPolicy"] = written(stack, node, "DeletionPolicy") ?? whenDeleted(type, properties);
  policies["UpdateReplacePolicy"] = written(stack, node, "UpdateReplacePolicy") ?? "Delete";
  const dependsOn = written(stack, node, "DependsOn");
  if (dependsOn !== undefined) policies["DependsOn"] = dependsOn;
  return policies;
}

function written(stack: Stack, node: TemplateNode, key: string): Value | undefined {
  const held = memberOf(node, key);
  const value = held === undefined ? undefined : stack.interpreter.value(held);
  return value === undefined ? undefined : readAnything(value);
}

/** Accounts are kept: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-organizations-account.html */
function whenDeleted(type: string, properties: ValueMap): string {
  switch (type) {
    case "AWS::Organizations::Account":
      return "Retain";
    case "AWS::RDS::DBCluster":
      return "Snapshot";
    case "AWS::RDS::DBInstance":
      return properties["DBClusterIdentifier"] === undefined ? "Snapshot" : "Delete";
    default:
      return "Delete";
  }
}
