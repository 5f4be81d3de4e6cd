import { describeMacro } from "../../languages/cloudformation/functions/outside.ts";
import { memberOf } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { addressOf } from "./build-resource.ts";
import { SAM } from "./sam/expand-sam.ts";
import type { Stack } from "./stack.ts";

/**
 * A module becomes the resources of its fragment at deployment.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
 */
export function tellModules(stack: Stack): void {
  const { template, told } = stack.parts;
  for (const [logicalId, node] of template.resources) {
    const type = stack.typeOf(logicalId) ?? "";
    if (!type.endsWith("::MODULE") || stack.isThere(logicalId) === false) continue;
    told.gap({
      code: "cloudformation-module",
      subject: addressOf(stack, logicalId, node),
      reason: `the resources of the module ${type} are not in the template; ${PROCESSED}`,
      location: stack.locate(template.places.get(logicalId) ?? node.offset),
    });
  }
}

const PROCESSED = "scan what it gives: aws cloudformation get-template --template-stage Processed";

/** Transforms whose work genoscan does itself. */
const UNDERSTOOD: ReadonlySet<string> = new Set(["AWS::LanguageExtensions", SAM]);

/** A macro may change anything, so a template with one is not read whole. */
export function tellTransforms(stack: Stack): void {
  const { template, told, file } = stack.parts;
  const written = memberOf(template.root, "Transform");
  for (const name of template.transforms) {
    if (UNDERSTOOD.has(name)) continue;
    told.gap({
      code: "cloudformation-macro",
      subject: file.path,
      reason: `the macro ${name} rewrites the template at deployment; ${PROCESSED}`,
      location: file.locate(written?.offset ?? 0),
    });
  }
  tellInside(stack, template.root, "the template");
  for (const section of SECTIONS) {
    tellInside(stack, memberOf(template.root, section), `the section ${section}`);
  }
}

const SECTIONS = ["Parameters", "Mappings", "Conditions", "Resources", "Outputs", "Rules"];

/** A macro among the entries of a section may add any. */
function tellInside(stack: Stack, node: TemplateNode | undefined, what: string): void {
  const macro = memberOf(node, "Fn::Transform");
  if (macro === undefined) return;
  const { told, file } = stack.parts;
  const reason = `${what}: ${describeMacro(macro)}`;
  told.gap({ code: "cloudformation-macro", subject: file.path, reason, location: file.locate(macro.offset) });
}
