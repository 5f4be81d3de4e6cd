import bundle from "./bundled-ruleset.generated.json" with { type: "json" };
import type { RulesetDocument } from "./ruleset.ts";

/** The ruleset that is shipped with genoscan. It was checked when it was built, so nothing is checked at a start. */
export function bundledRuleset(): RulesetDocument {
  return bundle;
}
