import { loadBaseline } from "../config/load-baseline.ts";
import { loadConfig } from "../config/load-config.ts";
import { SHOWING_PASSES, SHOWING_RUN } from "../reporters/index.ts";
import { showFromSeverity } from "../triage/show-from-severity.ts";
import type { ScanArguments } from "./arguments.ts";
import { checkPaths } from "./check-paths.ts";
import { describeRules } from "./describe-rules.ts";
import { describeRun } from "./describe-run.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRepository } from "./find-repository.ts";
import { configuredOutputs, planOutputs } from "./plan-outputs.ts";
import { prepareScan } from "./prepare-scan.ts";
import { scanInputs } from "./scan-inputs.ts";
import { tellOutcome } from "./tell-outcome.ts";
import type { Terminal } from "./terminal.ts";
import { terraformOptions } from "./terraform-options.ts";
import { writeReports } from "./write-reports.ts";

/** Scans the inputs, writes the reports, and gives the exit code. */
export async function scan(args: ScanArguments, terminal: Terminal): Promise<number> {
  const asked = planOutputs(args.format, args.output);
  const paths = checkPaths(args.paths);
  const now = new Date();
  const config = await loadConfig(args.config, paths[0]);
  const isAsked = args.format !== undefined || args.output !== undefined;
  const outputs = isAsked ? asked : (configuredOutputs(config) ?? asked);
  const prepared = await prepareScan(args, config, now.toISOString().slice(0, 10));
  const baselineFile = args.baseline ?? config.baseline;
  const isEvidence =
    (args.evidence ?? config.evidence ?? false) || outputs.some(({ format }) => SHOWING_RUN.has(format));

  const request = {
    paths,
    terraform: terraformOptions(args),
    paramFiles: args["param-file"] ?? [],
    baseline: baselineFile === undefined ? undefined : await loadBaseline(baselineFile),
    run: isEvidence ? describeRun(process.env, now) : undefined,
    showsPasses: outputs.some(({ format }) => SHOWING_PASSES.has(format)),
  };
  const result = await scanInputs(request, prepared, terminal);
  const shown = showFromSeverity(result, args.severity ?? config.severity);
  const rules = describeRules(prepared.ruleset);
  const { width, color } = terminal;
  const { failOn, strict } = prepared;
  const repository = findRepository(process.cwd());
  await writeReports(
    shown,
    outputs,
    { rules, width, color, verbose: args.verbose ?? false, failOn, strict, repository },
    terminal,
  );
  tellOutcome(result, outputs, { failOn, strict }, terminal);
  return exitCodeOf(result.summary, failOn, strict);
}
