import { memberOf } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { itemsOf, mapOf, resourceNode, undecided } from "./nodes.ts";
import type { Made } from "./nodes.ts";

const REASON = "SAM writes what the connector lets its source do";

/**
 * A connector becomes a policy on the role of its source, and for some destinations a policy of those as well.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html
 */
export function connectorNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const destinations = itemsOf(memberOf(properties, "Destination"));
  return destinations.map((destination, index) => {
    const suffix = destinations.length === 1 ? "" : `Destination${String(index)}`;
    return [`${logicalId}Policy${suffix}`, policyOf(source, destination.offset)] as const;
  });
}

/** The connectors that stand beside the properties of their source. */
export function embeddedConnectors(logicalId: string, resource: TemplateNode): Made {
  const connectors = memberOf(resource, "Connectors");
  if (connectors?.kind !== "map") return [];
  return [...connectors.entries].flatMap(([name, { value }]) => {
    const properties = memberOf(value, "Properties");
    return properties === undefined ? [] : connectorNodes(`${logicalId}${name}`, resource, properties);
  });
}

function policyOf(source: TemplateNode, offset: number): TemplateNode {
  const policy = mapOf(
    { PolicyDocument: undecided(REASON, offset), Roles: undecided(REASON, offset) },
    offset,
  );
  return resourceNode("AWS::IAM::ManagedPolicy", policy, source);
}
