import type { RootInput } from "../../../languages/hcl/evaluator/shared.ts";
import { ANY } from "../../../languages/hcl/values/hcl-value.ts";
import { unknown } from "../../../languages/hcl/values/make-value.ts";
import { fromJson } from "../../terraform/convert.ts";
import { fromModelValue } from "../../terraform/folder/from-model-value.ts";
import type { PlanDocument } from "../plan-document.ts";

/** The values that the plan was made with: the folder is evaluated with them, and not with its own `.tfvars`. */
export function plannedInputs({ variables }: PlanDocument): (name: string) => RootInput {
  return (name) => {
    const told = variables !== undefined && Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value =
      told === undefined
        ? unknown(ANY, `the plan does not tell the value of var.${name}`, [], { mayFail: true })
        : fromModelValue(fromJson(told.value ?? null));
    return { kind: "value", value };
  };
}
