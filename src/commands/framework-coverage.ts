import type { Ruleset } from "../ruleset/ruleset.ts";

/** How many controls of a framework a scan can be evidence for, and what the others need. */
export interface FrameworkCoverage {
  /** Read from configuration before a deployment: at least one rule is evidence for it. */
  readonly beforeDeployment: number;
  /** Only an account that runs can tell. */
  readonly liveOnly: number;
  /** A person attests it. */
  readonly manual: number;
  /** Configuration could be evidence, and the catalogue says why no rule reads it. */
  readonly withoutRule: number;
  /** Configuration could be evidence, no rule reads it, and nothing says why. */
  readonly notCovered: number;
  readonly controls: number;
}

export function frameworkCoverage(ruleset: Ruleset, framework: string): FrameworkCoverage {
  const cited = new Set(
    ruleset.rules.flatMap(({ controls }) =>
      controls.filter((control) => control.framework === framework).map(({ id }) => id),
    ),
  );
  const counts = { beforeDeployment: 0, liveOnly: 0, manual: 0, withoutRule: 0, notCovered: 0 };
  const controls = ruleset.controls[framework]?.controls ?? [];
  for (const { id, evidence, withoutRule } of controls) {
    if (evidence === "live") counts.liveOnly += 1;
    else if (evidence === "manual") counts.manual += 1;
    else if (cited.has(id)) counts.beforeDeployment += 1;
    else if (withoutRule !== undefined) counts.withoutRule += 1;
    else counts.notCovered += 1;
  }
  return { ...counts, controls: controls.length };
}
