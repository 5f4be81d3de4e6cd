import type { ResultControl } from "../../model/result-document.ts";
import type { Observed } from "./observations.ts";
import { controlToken, objectiveToken, observationUuid, uuidOf } from "./oscal-id.ts";
import { oscalMarkup, oscalProps } from "./oscal-text.ts";

/** The statuses that verdicts give; for every other one there is no finding, because nothing was tested. */
const STATES = {
  failing: { state: "not-satisfied", reason: "fail" },
  unknown: { state: "not-satisfied", reason: "other" },
  passing: { state: "satisfied", reason: "pass" },
} as const;

type AssessedControl = ResultControl & { readonly status: keyof typeof STATES };

/** The controls that verdicts are evidence for. */
export function assessedControls(controls: readonly ResultControl[]): readonly AssessedControl[] {
  return controls.filter((control): control is AssessedControl => control.status in STATES);
}

/**
 * The objective that a finding is about. A scan of configuration settles no control as a whole, so the finding is about
 * the part that the rules in force read, which is said here.
 */
export function* objectives(controls: readonly ResultControl[]): Generator<object> {
  for (const control of assessedControls(controls)) {
    yield {
      "control-id": controlToken(control),
      description: oscalMarkup(`${control.framework} ${control.id}: ${control.title}`),
      parts: [
        {
          id: objectiveToken(control),
          name: "objective",
          title: oscalMarkup(`What configuration is evidence of for ${control.framework} ${control.id}`),
          prose:
            "Every rule in force that is evidence for the control passes on every resource in scope. " +
            "It is a part of the control, and no statement that the control is met.",
          props: oscalProps({ evidence: control.evidence, "control-id": control.id }),
        },
      ],
    };
  }
}

/** A finding for each control that verdicts are evidence for, with the observations that it rests on. */
export function* findings(
  controls: readonly ResultControl[],
  observed: readonly Observed[],
  waivers: ReadonlyMap<string, readonly string[]>,
): Generator<object> {
  const byRule = new Map<string, Observed[]>();
  for (const one of observed) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  for (const control of assessedControls(controls)) {
    const target = STATES[control.status];
    const rules = control.rules ?? [];
    const related = rules
      .flatMap((rule) => byRule.get(rule) ?? [])
      .map(({ rule, verdict }) => ({ "observation-uuid": observationUuid(rule, verdict) }));
    const risks = rules.flatMap((rule) => waivers.get(rule) ?? []).map((uuid) => ({ "risk-uuid": uuid }));
    const { framework, id, counts, heldBackBy = [] } = control;
    yield {
      uuid: uuidOf("finding", framework, id),
      title: oscalMarkup(`${framework} ${id}: ${control.status}`),
      description: oscalMarkup(describeCounts(control)),
      props: oscalProps({
        status: control.status,
        pass: counts.pass,
        fail: counts.fail,
        unknown: counts.unknown,
        waived: counts.waived,
        "held-back-by": heldBackBy.join(", "),
      }),
      target: {
        type: "objective-id",
        "target-id": objectiveToken(control),
        title: oscalMarkup(control.title),
        status: { ...target, remarks: remarksOf(control) },
      },
      ...(related.length > 0 && { "related-observations": related }),
      ...(risks.length > 0 && { "related-risks": risks }),
    };
  }
}

function describeCounts({ counts }: ResultControl): string {
  const { pass, fail, unknown, waived } = counts;
  return `Of the verdicts that are evidence for it, ${String(pass)} passed, ${String(fail)} failed, ${String(unknown)} could not be decided; ${String(waived)} are waived and count all the same.`;
}

function remarksOf({ status, heldBackBy = [] }: AssessedControl): string {
  if (heldBackBy.length > 0) {
    return oscalMarkup(`Its specifications hold it back: ${heldBackBy.join(", ")}`);
  }
  if (status === "unknown") return "The input does not settle it, or a part of the input could not be read.";
  return status === "failing"
    ? "A rule that is evidence for it failed."
    : "Everything in scope supports it. Evidence, and no attestation.";
}
