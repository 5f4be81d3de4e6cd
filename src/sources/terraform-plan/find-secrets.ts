import { Secrets } from "../terraform/secrets.ts";
import type { PlanDocument } from "./plan-document.ts";

/** The texts that the plan marks as sensitive somewhere. */
export function findSecrets(plan: PlanDocument): Secrets {
  const secrets = new Secrets();
  plan.resource_changes?.forEach(({ change }) => secrets.addMarked(change.after, change.after_sensitive));
  const declared = plan.configuration?.root_module?.variables ?? {};
  for (const [name, variable] of Object.entries(declared)) {
    if (variable.sensitive === true) secrets.add(plan.variables?.[name]?.value ?? variable.default);
  }
  return secrets;
}
