import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateEntry, TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { apiNodes, httpApiNodes, webSocketApiNodes } from "./apis.ts";
import { connectorNodes, embeddedConnectors } from "./connectors.ts";
import { functionNodes } from "./function.ts";
import { implicitApis } from "./implicit-apis.ts";
import { withGlobals } from "./merge-globals.ts";
import type { Made } from "./nodes.ts";
import { notifyingBuckets } from "./notifying-buckets.ts";
import { capacityProviderNodes, graphqlApiNodes, layerNodes, tableNodes } from "./other-types.ts";
import { stateMachineNodes } from "./state-machine.ts";

type Expand = (logicalId: string, source: TemplateNode, properties: TemplateNode) => Made;

interface SamType {
  /** The section of Globals that counts for the type. */
  readonly globals: string;
  readonly expand: Expand;
  /** What else SAM makes of it, in words. */
  readonly more?: string;
}

/** What SAM makes of its types. */
const TYPES: Readonly<Record<string, SamType>> = {
  "AWS::Serverless::Api": { globals: "Api", expand: apiNodes },
  "AWS::Serverless::CapacityProvider": { globals: "CapacityProvider", expand: capacityProviderNodes },
  "AWS::Serverless::Connector": { globals: "Connector", expand: connectorNodes },
  "AWS::Serverless::Function": { globals: "Function", expand: functionNodes },
  "AWS::Serverless::GraphQLApi": {
    globals: "GraphQLApi",
    expand: graphqlApiNodes,
    more: "data sources, resolvers and roles",
  },
  "AWS::Serverless::HttpApi": { globals: "HttpApi", expand: httpApiNodes },
  "AWS::Serverless::LayerVersion": { globals: "LayerVersion", expand: layerNodes },
  "AWS::Serverless::SimpleTable": { globals: "SimpleTable", expand: tableNodes },
  "AWS::Serverless::StateMachine": { globals: "StateMachine", expand: stateMachineNodes },
  "AWS::Serverless::WebSocketApi": { globals: "WebSocketApi", expand: webSocketApiNodes },
};

export const SAM = "AWS::Serverless-2016-10-31";

/**
 * A template of the Serverless Application Model with the resources that SAM makes of its types, as far as they bear on
 * encryption, policies and networks. What SAM decides by itself is not known.
 */
export function expandSam(
  root: TemplateNode,
  tell: (reason: string, logicalId: string, offset: number) => void,
): TemplateNode {
  const resources = memberOf(root, "Resources");
  if (root.kind !== "map" || resources?.kind !== "map") return root;
  const entries = new Map<string, TemplateEntry>();
  for (const [logicalId, entry] of [...resources.entries, ...implicitApis(resources)]) {
    const type = scalarText(memberOf(entry.value, "Type")) ?? "";
    const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
    if (known?.more !== undefined) {
      tell(`SAM makes ${known.more} of it, which are not read`, logicalId, entry.keyOffset);
    } else if (known === undefined && isLeftToSam(type)) {
      tell(`what SAM makes of ${type} is not known to genoscan`, logicalId, entry.keyOffset);
    }
    const made: Made =
      known === undefined
        ? [[logicalId, entry.value]]
        : known.expand(logicalId, entry.value, withGlobals(root, known.globals, entry.value));
    for (const [id, node] of [...made, ...embeddedConnectors(logicalId, entry.value)]) {
      // what the template writes itself counts
      if (id === logicalId || !resources.entries.has(id)) entries.set(id, { ...entry, value: node });
    }
  }
  const sections = new Map(root.entries);
  sections.set("Resources", {
    keyOffset: resources.offset,
    value: { ...resources, entries: notifyingBuckets(resources, entries) },
  });
  return { ...root, entries: sections };
}

/** An application is a stack, and read as one. */
function isLeftToSam(type: string): boolean {
  return type.startsWith("AWS::Serverless::") && type !== "AWS::Serverless::Application";
}
