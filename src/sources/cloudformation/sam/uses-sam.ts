import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";

/** True for a template with types of SAM, whether or not it names the transform that turns them into resources. */
export function usesSam(root: TemplateNode): boolean {
  const resources = memberOf(root, "Resources");
  if (resources?.kind !== "map") return false;
  return [...resources.entries.values()].some(
    ({ value }) => scalarText(memberOf(value, "Type"))?.startsWith("AWS::Serverless::") === true,
  );
}
