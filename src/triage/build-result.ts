import type { Annotation } from "../model/annotation.ts";
import type { Diagnostic, Gap } from "../model/diagnostic.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import type {
  ResultDocument,
  ResultInput,
  ResultManifest,
  ResultRun,
  ResultVerdict,
} from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Rule } from "../ruleset/rule.ts";
import { applyWaivers } from "./apply-waivers.ts";
import type { Baseline } from "./baseline.ts";
import { ByRule } from "./by-rule.ts";
import { buildVerdicts } from "./build-verdicts.ts";
import { compareWithBaseline } from "./compare-with-baseline.ts";
import type { ComparedVerdicts } from "./compare-with-baseline.ts";
import { declareWaivers } from "./declare-waivers.ts";
import { describeExpired } from "./describe-expired.ts";
import { listRules } from "./list-rules.ts";
import { readWaiverComments } from "./read-waiver-comments.ts";
import type { WaiverLimit } from "./read-waiver-comments.ts";
import { rollUpControls } from "./roll-up-controls.ts";
import type { ControlInScope } from "./roll-up-controls.ts";
import type { OutOfScope } from "./scope.ts";
import type { Alternative, Attestation } from "./statement.ts";
import { summarize } from "./summarize.ts";
import type { CountedVerdict } from "./summarize.ts";
import type { Waiver } from "./waiver.ts";

/** All that a result is made of. */
export interface ScanOutcome {
  readonly version: string;
  readonly rulesetDigest: string;
  readonly inputs: readonly ResultInput[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
  readonly graph: ResourceGraph;
  /** Rules in force, and the controls of the frameworks in scope. */
  readonly rules: readonly Rule[];
  readonly controls: readonly ControlInScope[];
  readonly verdicts: readonly Verdict[];
  readonly notApplicable: number;
  /** Those of genoscan.yaml. */
  readonly waivers: readonly Waiver[];
  /** What comments of the inputs say to genoscan. */
  readonly annotations: readonly Annotation[];
  /** How far away the last day of a waiver may lie. */
  readonly waiverLimit: WaiverLimit;
  /** What persons attest, and what takes the place of addressable specifications. */
  readonly attestations?: readonly Attestation[];
  readonly alternatives?: readonly Alternative[];
  readonly baseline?: Baseline | undefined;
  readonly outOfScope?: OutOfScope | undefined;
  /** When and by whom, when the result is to be evidence. */
  readonly run?: ResultRun | undefined;
  readonly manifest?: ResultManifest;
  /** Every rule that there is, in force or not. */
  readonly knownRules: ReadonlySet<string>;
  /** A report shows what passed, with its evidence. */
  readonly showsPasses: boolean;
  /** YYYY-MM-DD: decides which waivers still hold. */
  readonly today: string;
}

/** The result of a scan as the published contract has it. Pure: the same outcome gives the same result, byte by byte. */
export function buildResult(outcome: ScanOutcome): ResultDocument {
  const { graph, rules, gaps, inputs, today, outOfScope, run, manifest } = outcome;
  const incomplete = gaps.length > 0 || inputs.some(({ status }) => status !== "read");
  const inForce = new Set(rules.map(({ id }) => id));
  const comments = readWaiverComments(outcome.annotations, outcome.knownRules, outcome.waiverLimit);
  const waivers = [...outcome.waivers, ...comments.waivers];
  const asked = waivers.filter(({ rule }) => inForce.has(rule));
  const built = buildVerdicts(outcome.verdicts, rules, graph, outcome.showsPasses);
  const waived = applyWaivers(built, asked, today);
  const compared = compare(waived.verdicts, outcome, inForce, incomplete);
  const verdicts = insertBySeverity(compared?.verdicts ?? waived.verdicts, waived.findings);
  // passes that no report shows count all the same
  const counted = outcome.showsPasses ? verdicts : [...verdicts, ...countPasses(outcome.verdicts, rules)];
  const basis = { ...outcome, verdicts: counted, isIncomplete: incomplete };
  return {
    schemaVersion: "1",
    tool: { name: "genoscan", version: outcome.version, rulesetDigest: outcome.rulesetDigest },
    ...(run !== undefined && { run }),
    ...(manifest !== undefined && { manifest }),
    inputs: [...inputs],
    rules: listRules(rules, counted),
    verdicts,
    diagnostics: [
      ...outcome.diagnostics,
      ...comments.diagnostics,
      ...(outOfScope?.diagnostics ?? []),
      ...(compared?.diagnostics ?? []),
      ...describeExpired(outcome),
    ],
    controls: rollUpControls(outcome.controls, basis),
    waivers: declareWaivers(waivers, { inForce, met: waived.met, today }),
    ...(compared !== undefined && { baseline: compared.summary }),
    ...(outOfScope !== undefined && { notInScope: outOfScope.shown }),
    coverage: [...gaps],
    summary: summarize({
      verdicts: counted,
      notApplicable: outcome.notApplicable,
      resources: graph.resources.filter(({ declared }) => declared === "here").length,
      notInScope: outOfScope?.shown.resources.length,
      rules: rules.length,
      incomplete,
      hasBaseline: compared !== undefined,
    }),
  };
}

function compare(
  verdicts: readonly ResultVerdict[],
  { baseline, knownRules, verdicts: decided, graph, outOfScope }: ScanOutcome,
  rulesInForce: ReadonlySet<string>,
  isIncomplete: boolean,
): ComparedVerdicts | undefined {
  if (baseline === undefined) return undefined;
  return compareWithBaseline(verdicts, baseline, {
    rulesInForce,
    knownRules,
    decided,
    addresses: new Set(graph.resources.map(({ address }) => address)),
    outOfScope: new Set(outOfScope?.shown.resources.map(({ address }) => address)),
    isIncomplete,
  });
}

/** Findings about waivers stand behind the others of their severity. */
function insertBySeverity(verdicts: ResultVerdict[], findings: readonly ResultVerdict[]): ResultVerdict[] {
  if (findings.length === 0) return verdicts;
  return [...verdicts, ...findings].sort(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity),
  );
}

/** One entry for all passes of a rule. */
function countPasses(verdicts: readonly Verdict[], rules: readonly Rule[]): readonly CountedVerdict[] {
  const passes = new ByRule(() => ({ times: 0 }));
  verdicts.forEach(({ outcome, ruleId }) => {
    if (outcome === "pass") passes.of(ruleId).times += 1;
  });
  return rules.flatMap(({ id, severity }) => {
    const counted = passes.get(id);
    return counted === undefined ? [] : [{ rule: id, verdict: "pass" as const, severity, ...counted }];
  });
}
