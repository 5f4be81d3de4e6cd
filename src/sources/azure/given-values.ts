import { evaluateAssignments } from "../../languages/arm/expand-template.ts";
import { unknownPlace } from "../../languages/arm/evaluator/place.ts";
import type { Template } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";

/** The values of parameter files, by the names of the parameters in lower case; later files have the last word. */
export function givenValues(files: readonly Template[]): ReadonlyMap<string, ArmValue> {
  const values = new Map<string, ArmValue>();
  for (const file of files) {
    for (const [name, value] of evaluateAssignments(file, unknownPlace("resourceGroup"))) {
      values.set(name, value);
    }
  }
  return values;
}
