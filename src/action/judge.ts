import { describeRules } from "../commands/describe-rules.ts";
import { describeRun } from "../commands/describe-run.ts";
import { loadResult } from "../commands/load-result.ts";
import { loadRules } from "../commands/load-rules.ts";
import { prepareScan } from "../commands/prepare-scan.ts";
import { scanInputs } from "../commands/scan-inputs.ts";
import type { Terminal } from "../commands/terminal.ts";
import { loadConfig } from "../config/load-config.ts";
import type { FailOn } from "../config/config.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { SHOWING_PASSES } from "../reporters/index.ts";
import type { RuleInformation } from "../reporters/reporter.ts";
import { showFromSeverity } from "../triage/show-from-severity.ts";
import type { ActionInputs } from "./action-inputs.ts";
import type { Environment } from "./github-context.ts";
import { knownFindings } from "./known-findings.ts";
import { noStdin } from "./no-stdin.ts";

/** What the step found, and by which gate it is judged. */
export interface Judgement {
  /** Every count is of all findings; the list of verdicts begins at the severity that is asked for. */
  readonly result: ResultDocument;
  readonly rules: ReadonlyMap<string, RuleInformation>;
  readonly failOn: FailOn;
  readonly strict: boolean;
}

/** Scans the inputs, or takes a result that another job has saved. Throws a ConfigError with all that is wrong. */
export async function judge(
  inputs: ActionInputs,
  env: Environment,
  now: Date,
  terminal: Terminal,
): Promise<Judgement> {
  return inputs.result === undefined ? scan(inputs, env, now, terminal) : takeResult(inputs, inputs.result);
}

async function scan(
  inputs: ActionInputs,
  env: Environment,
  now: Date,
  terminal: Terminal,
): Promise<Judgement> {
  const paths = inputs.paths.length > 0 ? inputs.paths : ["."];
  const config = await loadConfig(inputs.config, paths[0]);
  const asked = {
    rules: [...inputs.rules],
    param: undefined,
    framework: inputs.frameworks === undefined ? undefined : [...inputs.frameworks],
    "fail-on": inputs.failOn,
    strict: inputs.strict,
  };
  const prepared = await prepareScan(asked, config, now.toISOString().slice(0, 10));
  const request = {
    paths,
    terraform: { vars: [], varFiles: inputs.varFiles, workspace: undefined, source: inputs.source },
    paramFiles: inputs.paramFiles,
    baseline: await knownFindings(inputs, config.baseline),
    run: describeRun(env, now),
    showsPasses: inputs.formats.some((format) => SHOWING_PASSES.has(format)),
  };
  const result = await scanInputs(request, prepared, terminal);
  const { ruleset, failOn, strict } = prepared;
  return {
    result: showFromSeverity(result, inputs.severity ?? config.severity),
    rules: describeRules(ruleset),
    failOn,
    strict,
  };
}

async function takeResult(inputs: ActionInputs, file: string): Promise<Judgement> {
  const result = await loadResult(file, noStdin);
  const config = await loadConfig(inputs.config, undefined);
  const { ruleset } = await loadRules({ rules: [...inputs.rules], param: undefined }, config);
  return {
    result: showFromSeverity(result, inputs.severity),
    rules: describeRules(ruleset),
    failOn: inputs.failOn ?? result.manifest?.failOn ?? "high",
    strict: inputs.strict ?? result.manifest?.strict ?? false,
  };
}
