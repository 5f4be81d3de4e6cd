import type { ResultRule } from "../model/result-document.ts";
import type { Rule } from "../ruleset/rule.ts";
import { countByRule, noCounts } from "./roll-up-controls.ts";
import type { CountedVerdict } from "./summarize.ts";

/** Every rule in force with what it said: a rule that met nothing was asked all the same. */
export function listRules(rules: readonly Rule[], verdicts: readonly CountedVerdict[]): ResultRule[] {
  const counts = countByRule(verdicts);
  return rules.map(({ id, title, severity, controls }) => {
    const { pass, fail, unknown, waived } = counts.get(id) ?? noCounts();
    return { id, title, severity, controls: [...controls], counts: { pass, fail, unknown, waived } };
  });
}
