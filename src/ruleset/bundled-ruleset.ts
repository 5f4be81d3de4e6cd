import bundle from "./bundled-ruleset.generated.json" with { type: "json" };
import type { RulesetDocument } from "./ruleset.ts";

const { documents } = bundle;

/**
 * The ruleset that is shipped with genoscan. It was checked when it was built, so nothing is checked at a start, and each
 * rule is read when it is needed: most rules of a scan meet no resource of their type.
 */
export function bundledRuleset(): RulesetDocument {
  const { digest, parameters, controls } = bundle;
  const rules = bundle.rules.map((entry) => ({
    ...entry,
    get rule() {
      const document = documents[entry.id];
      if (document === undefined) throw new Error(`the rule ${entry.id} was not bundled`);
      return document;
    },
  }));
  return { rules, parameters, controls, digest };
}
