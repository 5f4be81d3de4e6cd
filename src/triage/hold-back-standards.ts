import type { ResultControl } from "../model/result-document.ts";

/**
 * A standard of the Security Rule is met through its implementation specifications (45 CFR 164.306(d)), so one of them
 * that fails or is unknown keeps it from being better. Catalogues list a standard before its specifications.
 */
export function holdBackStandards(controls: readonly ResultControl[]): ResultControl[] {
  return controls.map((control, index) => {
    if (control.kind !== "standard" || control.status === "failing") return control;
    const specifications = specificationsAfter(controls, index);
    const worst = (["failing", "unknown"] as const).find((status) =>
      specifications.some((specification) => specification.status === status),
    );
    if (worst === undefined || (worst === "unknown" && control.status === "unknown")) return control;
    const heldBackBy = specifications.filter(({ status }) => status === worst).map(({ id }) => id);
    return { ...control, status: worst, heldBackBy };
  });
}

function specificationsAfter(controls: readonly ResultControl[], index: number): readonly ResultControl[] {
  const after = controls.slice(index + 1);
  const end = after.findIndex(({ kind }) => kind !== "specification");
  return end < 0 ? after : after.slice(0, end);
}
