import { FRAMEWORKS } from "../model/framework.ts";
import type { Framework } from "../model/framework.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import type { ControlInScope } from "../triage/roll-up-controls.ts";

/** The ruleset cut to the rules that are evidence for the frameworks; all of it when none is named. */
export function selectFrameworks(ruleset: Ruleset, frameworks: readonly Framework[] | undefined): Ruleset {
  if (frameworks === undefined || frameworks.length === 0) return ruleset;
  const rules = ruleset.rules.filter(({ controls }) =>
    controls.some(({ framework }) => frameworks.includes(framework)),
  );
  const controls = Object.fromEntries(
    Object.entries(ruleset.controls).filter(([name]) => frameworks.some((framework) => framework === name)),
  );
  return { ...ruleset, rules, controls };
}

/** The controls of a ruleset as a list, framework by framework. */
export function listControls(controls: Ruleset["controls"]): readonly ControlInScope[] {
  return FRAMEWORKS.flatMap((framework) =>
    (controls[framework]?.controls ?? []).map((control) => {
      const { id, title, objective, evidence, section, safeguard, kind, designation } = control;
      return {
        framework,
        id,
        // the text of some frameworks may not be shown
        title: title ?? objective ?? id,
        evidence,
        ...(section !== undefined && { section }),
        ...(safeguard !== undefined && { safeguard }),
        ...(kind !== undefined && { kind }),
        ...(designation !== undefined && { designation }),
      };
    }),
  );
}
