import { loadConfig } from "../config/load-config.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { showFromSeverity } from "../triage/show-from-severity.ts";
import type { ReportArguments } from "./arguments.ts";
import { describeRules } from "./describe-rules.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRepository } from "./find-repository.ts";
import { loadRules } from "./load-rules.ts";
import { planOutputs } from "./plan-outputs.ts";
import { tellOutcome } from "./tell-outcome.ts";
import type { Terminal } from "./terminal.ts";
import { writeReports } from "./write-reports.ts";

/**
 * Renders reports from a saved result. The exit code is that of the scan, or of another `--fail-on`: rendering is no way
 * around a gate.
 */
export async function report(args: ReportArguments, terminal: Terminal): Promise<number> {
  const outputs = planOutputs(args.format, args.output);
  // ajv and the schema are loaded for a saved result alone
  const { loadResult } = await import("./load-result.ts");
  const result = await loadResult(args.result, () => terminal.readStdin());
  const { ruleset } = await loadRules(args, await loadConfig(args.config, undefined));
  if (ruleset.digest !== result.tool.rulesetDigest) tellOtherRules(result, terminal);
  const failOn = args["fail-on"] ?? result.manifest?.failOn ?? "high";
  const strict = args.strict ?? result.manifest?.strict ?? false;
  const { width, color } = terminal;
  await writeReports(
    showFromSeverity(result, args.severity),
    outputs,
    {
      rules: describeRules(ruleset),
      width,
      color,
      verbose: args.verbose ?? false,
      failOn,
      strict,
      repository: findRepository(process.cwd()),
    },
    terminal,
  );
  tellOutcome(result, outputs, { failOn, strict }, terminal);
  return exitCodeOf(result.summary, failOn, strict);
}

/** Verdicts are as they were; what explains a rule comes from the rules of today. */
function tellOtherRules({ tool }: ResultDocument, terminal: Terminal): void {
  terminal.tell(
    `genoscan: the result was made by genoscan ${tool.version} with other rules; descriptions and snippets are those of today`,
  );
}
