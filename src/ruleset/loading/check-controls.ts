import { didYouMean } from "../../model/did-you-mean.ts";
import { joinPointer } from "../../model/pointer.ts";
import { FRAMEWORKS } from "../../model/framework.ts";
import { isObject } from "../../model/is-object.ts";
import type { RuleContext } from "./rule-context.ts";
import type { RuleReport } from "./rule-report.ts";

/** A rule may cite only controls that stand in the catalogue of their framework. */
export function checkControls(context: RuleContext, report: RuleReport, controls: unknown): void {
  if (!isObject(controls)) return;
  for (const framework of FRAMEWORKS) {
    const cited = controls[framework];
    const known = new Set(context.controls[framework] ?? []);
    for (const [index, id] of (Array.isArray(cited) ? cited : []).entries()) {
      if (typeof id !== "string" || known.has(id)) continue;
      const message = `"${id}" is no control of ${framework}${didYouMean(id, known)}`;
      report.value("rule-unknown-control", joinPointer(`/controls/${framework}`, index), message);
    }
  }
}
