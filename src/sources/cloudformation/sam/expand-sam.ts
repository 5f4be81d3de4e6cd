import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateEntry, TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { functionNodes } from "./function.ts";
import { withGlobals } from "./merge-globals.ts";
import { apiNodes, httpApiNodes, layerNodes, stateMachineNodes, tableNodes } from "./other-types.ts";

type Expand = (
  logicalId: string,
  source: TemplateNode,
  properties: TemplateNode,
) => readonly (readonly [string, TemplateNode])[];

/** What SAM makes of its types, and the section of Globals that counts for each. */
const TYPES: Readonly<Record<string, { readonly globals: string; readonly expand: Expand }>> = {
  "AWS::Serverless::Api": { globals: "Api", expand: apiNodes },
  "AWS::Serverless::Function": { globals: "Function", expand: functionNodes },
  "AWS::Serverless::HttpApi": { globals: "HttpApi", expand: httpApiNodes },
  "AWS::Serverless::LayerVersion": { globals: "LayerVersion", expand: layerNodes },
  "AWS::Serverless::SimpleTable": { globals: "SimpleTable", expand: tableNodes },
  "AWS::Serverless::StateMachine": { globals: "StateMachine", expand: stateMachineNodes },
};

export const SAM = "AWS::Serverless-2016-10-31";

/**
 * A template of the Serverless Application Model with the resources that SAM makes of its types, as far as they bear on
 * encryption, policies and networks. What SAM decides by itself is not known.
 */
export function expandSam(root: TemplateNode): TemplateNode {
  const resources = memberOf(root, "Resources");
  if (root.kind !== "map" || resources?.kind !== "map") return root;
  const entries = new Map<string, TemplateEntry>();
  for (const [logicalId, entry] of resources.entries) {
    const known = TYPES[scalarText(memberOf(entry.value, "Type")) ?? ""];
    if (known === undefined) {
      entries.set(logicalId, entry);
      continue;
    }
    const properties = withGlobals(root, known.globals, memberOf(entry.value, "Properties"));
    for (const [id, node] of known.expand(logicalId, entry.value, properties)) {
      // what the template writes itself counts
      if (id === logicalId || !resources.entries.has(id)) entries.set(id, { ...entry, value: node });
    }
  }
  const sections = new Map(root.entries);
  sections.set("Resources", { keyOffset: resources.offset, value: { ...resources, entries } });
  return { ...root, entries: sections };
}
