import type { Gap } from "../../model/diagnostic.ts";
import type { PlanDocument } from "./plan-document.ts";

/** What a plan itself says that it does not hold: planning stopped, was narrowed, or put something off. */
export function findGaps(plan: PlanDocument): readonly Gap[] {
  const gaps: Gap[] = [];
  if (plan.errored === true) {
    gaps.push({
      code: "plan-errored",
      subject: "plan",
      reason: "Terraform stopped with an error while planning, so resources are missing from the plan",
    });
  }
  for (const { reason, resource_change } of plan.deferred_changes ?? []) {
    const why = reason === undefined ? "" : ` (${reason})`;
    gaps.push({
      code: "plan-deferred",
      subject: resource_change?.address ?? "a resource",
      reason: `Terraform put it off to a later plan${why}`,
    });
  }
  if (plan.complete === false && plan.errored !== true && gaps.length === 0) {
    gaps.push({
      code: "plan-incomplete",
      subject: "plan",
      reason: "the plan was narrowed with -target or parts were put off; a plan without -target is complete",
    });
  }
  return gaps;
}
