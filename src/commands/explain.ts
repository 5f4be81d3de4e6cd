import { loadConfig } from "../config/load-config.ts";
import type { Settings } from "../model/settings.ts";
import { didYouMean } from "../model/did-you-mean.ts";
import { FRAMEWORKS } from "../model/framework.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import { WAIVER_RULES } from "../triage/waiver-rules.ts";
import type { ExplainArguments } from "./arguments.ts";
import { CLEAN } from "./exit-code.ts";
import { controlPage } from "./explain/control-page.ts";
import type { FoundControl } from "./explain/control-page.ts";
import { formatPage } from "./explain/page.ts";
import type { ExplainPage } from "./explain/page.ts";
import { rulePage, waiverRulePage } from "./explain/rule-page.ts";
import { loadRules } from "./load-rules.ts";
import type { LoadedRules } from "./load-rules.ts";
import type { Terminal } from "./terminal.ts";
import { usageError } from "./usage-error.ts";

/** Prints what there is to know about a rule or a control. Throws a ConfigError when there is neither. */
export async function explain(args: ExplainArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(args.config, undefined);
  const loaded = await loadRules(args, config);
  for (const page of findPages(args.id, loaded, config.settings)) {
    await terminal.print(formatPage(page, terminal));
  }
  return CLEAN;
}

/** Two frameworks may have a control of one id; both are shown. */
function findPages(
  id: string,
  { document, ruleset }: LoadedRules,
  settings: Settings,
): readonly ExplainPage[] {
  const rule = document.rules.find((one) => one.id === id);
  if (rule !== undefined) return [rulePage(rule.rule, ruleset, settings)];
  const aboutWaivers = WAIVER_RULES.find((one) => one.id === id);
  if (aboutWaivers !== undefined) return [waiverRulePage(aboutWaivers)];
  const controls = allControls(ruleset);
  const found = controls.filter(({ control }) => control.id === id);
  if (found.length > 0) return found.map((control) => controlPage(control, ruleset));
  const known = [
    ...document.rules.map((one) => one.id),
    ...WAIVER_RULES.map((one) => one.id),
    ...controls.map(({ control }) => control.id),
  ];
  const hint = didYouMean(id, known) || "; genoscan list rules and genoscan list controls show them all";
  throw usageError(`there is no rule and no control "${id}"${hint}`);
}

function allControls({ controls }: Ruleset): readonly FoundControl[] {
  return FRAMEWORKS.flatMap((framework) => {
    const catalogue = controls[framework];
    if (catalogue === undefined) return [];
    return catalogue.controls.map((control) => ({ framework, catalogue, control }));
  });
}
