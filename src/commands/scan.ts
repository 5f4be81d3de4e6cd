import packageJson from "../../package.json" with { type: "json" };
import { checkWaivers } from "../config/check-waivers.ts";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { evaluate } from "../engine/evaluate.ts";
import { addFacts } from "../facts/add-facts.ts";
import { ConfigError } from "../model/errors.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { SHOWING_PASSES } from "../reporters/index.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import type { TerraformOptions } from "../sources/source.ts";
import { readInputs } from "../sources/read-inputs.ts";
import { buildResult } from "../triage/build-result.ts";
import { showFromSeverity } from "../triage/show-from-severity.ts";
import { WAIVER_RULES } from "../triage/waiver-rules.ts";
import type { ScanArguments } from "./arguments.ts";
import { checkPaths } from "./check-paths.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRepository } from "./find-repository.ts";
import { loadRules } from "./load-rules.ts";
import { planOutputs } from "./plan-outputs.ts";
import { listControls, selectFrameworks } from "./select-frameworks.ts";
import { tellOutcome } from "./tell-outcome.ts";
import type { Terminal } from "./terminal.ts";
import { terraformOptions } from "./terraform-options.ts";
import { usageError } from "./usage-error.ts";
import { writeReports } from "./write-reports.ts";

/** Scans the inputs, writes the reports, and gives the exit code. */
export async function scan(args: ScanArguments, terminal: Terminal): Promise<number> {
  const outputs = planOutputs(args.format, args.output);
  const paths = checkPaths(args.paths);
  const config = await loadConfig(args.config, paths[0]);
  const { ruleset, knownRules } = await loadRuleset(args, config);
  const failOn = args["fail-on"] ?? config.failOn ?? "high";
  const strict = args.strict ?? config.strict ?? false;
  const showsPasses = outputs.some(({ format }) => SHOWING_PASSES.has(format));

  const inputs = {
    paths,
    terraform: terraformOptions(args),
    paramFiles: args["param-file"] ?? [],
    knownRules,
  };
  const result = await scanInputs(inputs, ruleset, config, showsPasses, terminal);
  const shown = showFromSeverity(result, args.severity ?? config.severity);
  const rules = new Map([...WAIVER_RULES, ...ruleset.rules].map((rule) => [rule.id, rule]));
  const { width, color } = terminal;
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

interface SelectedRules {
  readonly ruleset: Ruleset;
  /** The ids of all rules, those that are not selected included. */
  readonly knownRules: ReadonlySet<string>;
}

async function loadRuleset(args: ScanArguments, config: Config): Promise<SelectedRules> {
  const { ruleset } = await loadRules(args, config);
  const knownRules = new Set(ruleset.rules.map(({ id }) => id));
  const problems = checkWaivers(config.waivers, knownRules);
  if (problems.length > 0) throw new ConfigError(problems);
  const selected = selectFrameworks(ruleset, args.framework ?? config.frameworks);
  // a scan that asks nothing would look clean
  if (selected.rules.length === 0) throw usageError("there is no rule to scan with; name another framework");
  return { ruleset: selected, knownRules };
}

interface ScanInputs {
  readonly paths: readonly string[];
  readonly terraform: TerraformOptions;
  readonly paramFiles: readonly string[];
  readonly knownRules: ReadonlySet<string>;
}

async function scanInputs(
  { paths, terraform, paramFiles, knownRules }: ScanInputs,
  ruleset: Ruleset,
  config: Config,
  showsPasses: boolean,
  terminal: Terminal,
): Promise<ResultDocument> {
  const { settings, closed, waivers } = config;
  terminal.progress("reading");
  const read = await readInputs(paths, {
    settings,
    terraform,
    paramFiles,
    stdin: () => terminal.readStdin(),
  });
  terminal.progress("computing facts");
  const graph = addFacts(new ResourceGraph(read.resources, closed), settings);
  terminal.progress("evaluating rules");
  const evaluation = evaluate(graph, ruleset.rules, showsPasses);
  terminal.progress("writing the report");
  return buildResult({
    version: packageJson.version,
    rulesetDigest: ruleset.digest,
    inputs: read.inputs.map(({ source, ...input }) => ({
      ...input,
      ...(source !== undefined && { source }),
    })),
    diagnostics: read.diagnostics,
    gaps: read.gaps,
    graph,
    rules: ruleset.rules,
    controls: listControls(ruleset.controls),
    verdicts: evaluation.verdicts,
    notApplicable: evaluation.notApplicable,
    waivers,
    annotations: read.annotations,
    knownRules,
    showsPasses,
    today: new Date().toISOString().slice(0, 10),
  });
}
