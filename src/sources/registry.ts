import { arm } from "./arm/index.ts";
import { bicep } from "./bicep/index.ts";
import { cloudformation } from "./cloudformation/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import type { Source } from "./source.ts";
import { terraformHcl } from "./terraform-hcl/index.ts";
import { terraformPlan } from "./terraform-plan/index.ts";
import { terraformState } from "./terraform-state/index.ts";
import { whatIf } from "./what-if/index.ts";

/** Every kind of input, in the order in which they are asked. */
export const SOURCES: readonly Source[] = [
  terraformPlan,
  terraformState,
  terraformHcl,
  cloudformation,
  arm,
  bicep,
  whatIf,
  kubernetes,
];
