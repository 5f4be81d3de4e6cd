import type { Location } from "../model/location.ts";
import { LazyRule } from "./lazy-rule.ts";
import { bindParameters } from "./parameters.ts";
import type { ParameterValues } from "./parameters.ts";
import type { Ruleset, RulesetDocument } from "./ruleset.ts";

/**
 * Binds the parameters of a checked ruleset and makes its rules ready to run. Throws a ConfigError when the site sets a
 * parameter that does not exist, or to a value that it cannot have.
 */
export function compileRuleset(
  document: RulesetDocument,
  overrides: ParameterValues = {},
  locate?: (name: string) => Location | undefined,
): Ruleset {
  const parameters = bindParameters(document.parameters, overrides, locate);
  return {
    rules: document.rules.map((entry) => new LazyRule(entry, parameters)),
    parameters,
    controls: document.controls,
    digest: document.digest,
  };
}
