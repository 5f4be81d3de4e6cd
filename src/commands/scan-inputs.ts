import packageJson from "../../package.json" with { type: "json" };
import { evaluate } from "../engine/evaluate.ts";
import { addFacts } from "../facts/add-facts.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import type { ResultDocument, ResultInput, ResultRun } from "../model/result-document.ts";
import { readInputs } from "../sources/read-inputs.ts";
import type { InputReport } from "../sources/read-inputs.ts";
import type { TerraformOptions } from "../sources/source.ts";
import type { Baseline } from "../triage/baseline.ts";
import { buildResult } from "../triage/build-result.ts";
import { findOutOfScope } from "../triage/scope.ts";
import type { PreparedScan } from "./prepare-scan.ts";
import { listControls } from "./select-frameworks.ts";
import type { Terminal } from "./terminal.ts";

export interface ScanRequest {
  readonly paths: readonly string[];
  readonly terraform: TerraformOptions;
  /** Files with values for the parameters of templates. */
  readonly paramFiles: readonly string[];
  readonly baseline: Baseline | undefined;
  /** Told in the result when it is to be evidence. */
  readonly run: ResultRun | undefined;
  /** A report shows what passed, with its evidence. */
  readonly showsPasses: boolean;
}

/** Reads the inputs, asks the rules, and builds the result: the way from paths to verdicts, a step a line. */
export async function scanInputs(
  request: ScanRequest,
  { config, ruleset, knownRules, statements, waiverLimit, manifest, today }: PreparedScan,
  terminal: Terminal,
): Promise<ResultDocument> {
  const { paths, terraform, paramFiles, baseline, run, showsPasses } = request;
  const { settings, closed } = config;
  terminal.progress("reading");
  const read = await readInputs(paths, {
    settings,
    terraform,
    paramFiles,
    stdin: () => terminal.readStdin(),
  });
  terminal.progress("computing facts");
  const graph = addFacts(new ResourceGraph(read.resources, closed), settings);
  const outOfScope = findOutOfScope(config.scope, graph);
  terminal.progress("evaluating rules");
  const evaluation = evaluate(graph, ruleset.rules, { showsPasses, outOfScope: outOfScope?.ids });
  terminal.progress("writing the report");
  return buildResult({
    version: packageJson.version,
    rulesetDigest: ruleset.digest,
    inputs: read.inputs.map(showInput),
    diagnostics: read.diagnostics,
    gaps: read.gaps,
    graph,
    rules: ruleset.rules,
    controls: listControls(ruleset.controls),
    verdicts: evaluation.verdicts,
    notApplicable: evaluation.notApplicable,
    waivers: config.waivers,
    annotations: read.annotations,
    waiverLimit,
    ...statements,
    baseline,
    outOfScope,
    run,
    manifest,
    knownRules,
    showsPasses,
    today,
  });
}

/** The digest is computed when a report shows it. */
function showInput({ path, source, digest, resources, status, message }: InputReport): ResultInput {
  return {
    path,
    get sha256() {
      return digest();
    },
    resources,
    status,
    ...(message !== undefined && { message }),
    ...(source !== undefined && { source }),
  };
}
