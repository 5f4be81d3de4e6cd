import type { Location } from "../../../model/location.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { unknown } from "../values/make-value.ts";
import { describePlace } from "./locate.ts";
import type { EvaluationProblem } from "./shared.ts";

/**
 * The value, or, where Terraform would refuse the expression, an unknown that says so; the problem is told as well.
 * Terraform stops there, so no `try` of another expression makes something else of it.
 */
export function settle(
  compute: () => HclValue,
  where: () => Location,
  report: (problem: EvaluationProblem) => void,
): HclValue {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const location = where();
    report({ message: error.message, location });
    return unknown(ANY, `Terraform would refuse ${describePlace(location)}: ${error.message}`, [], {
      mayFail: true,
    });
  }
}
