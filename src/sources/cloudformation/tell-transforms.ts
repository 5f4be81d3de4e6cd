import { memberOf } from "../../languages/cloudformation/template-node.ts";
import { SAM } from "./sam/expand-sam.ts";
import type { Stack } from "./stack.ts";

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
      reason: `the macro ${name} rewrites the template at deployment; scan what it gives: aws cloudformation get-template --template-stage Processed`,
      location: file.locate(written?.offset ?? 0),
    });
  }
  const isInside = memberOf(template.root, "Fn::Transform");
  if (isInside !== undefined) {
    const reason = "Fn::Transform writes a part of the template at deployment";
    told.gap({
      code: "cloudformation-macro",
      subject: file.path,
      reason,
      location: file.locate(isInside.offset),
    });
  }
}
