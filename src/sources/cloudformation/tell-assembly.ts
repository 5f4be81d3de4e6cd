import type { AssemblyStack } from "./cloud-assembly.ts";
import type { Told } from "./told.ts";

/** CDK could not look everything up, and the template holds stand-ins, which nobody can tell from what is meant. */
export function tellAssembly({ missing, templatePath }: AssemblyStack, told: Told): void {
  if (missing.length === 0) return;
  told.gap({
    code: "cloudformation-assembly",
    subject: templatePath,
    reason: `CDK had no ${[...new Set(missing)].join(", ")} and wrote stand-ins; run cdk synth where it can look them up`,
    location: { file: templatePath },
  });
}
