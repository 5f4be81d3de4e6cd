import { ConfigError } from "../model/errors.ts";
import type { ResultControl, ResultDocument } from "../model/result-document.ts";
import { describeGap } from "./describe-gap.ts";
import { assessedControls, findings, objectives } from "./oscal/findings.ts";
import { backMatter } from "./oscal/back-matter.ts";
import { groupObserved, inventoryItems, observations } from "./oscal/observations.ts";
import { controlToken, uuidOf } from "./oscal/oscal-id.ts";
import { oscalMarkup, oscalProps, oscalString } from "./oscal/oscal-text.ts";
import { attestations, risks, risksByRule } from "./oscal/statements.ts";
import type { ReportOptions } from "./reporter.ts";
import { JsonItems, streamJson } from "./stream-json.ts";

const OSCAL_VERSION = "1.2.2";

/**
 * OSCAL assessment results (NIST, release 1.2): an observation for each rule and verdict, a finding for each control that
 * verdicts are evidence for. Throws a ConfigError for a result that does not say when it was made, which OSCAL requires.
 */
export function reportOscal(result: ResultDocument, options: ReportOptions): Generator<string> {
  const time = result.run?.startedAt;
  if (time === undefined) {
    const message =
      "OSCAL says when an assessment was made, and this result does not; scan with --evidence, or with -f oscal itself";
    throw new ConfigError([{ code: "usage", message }]);
  }
  return streamJson({ "assessment-results": assessmentResults(result, time, options) });
}

function assessmentResults(result: ResultDocument, time: string, options: ReportOptions): object {
  const { tool, run, inputs } = result;
  const identity = [
    tool.version,
    tool.rulesetDigest,
    time,
    ...inputs.map(({ path, sha256 }) => `${path} ${sha256}`),
  ];
  const plan = uuidOf("plan", tool.rulesetDigest, JSON.stringify(result.manifest ?? {}));
  const parties =
    run?.identity === undefined
      ? undefined
      : [{ uuid: uuidOf("party", run.identity), type: "person", name: oscalString(run.identity) }];
  const objectiveList = [...objectives(result.controls)];
  return {
    uuid: uuidOf("assessment-results", ...identity),
    metadata: {
      title: "Evidence that a scan of infrastructure code gives for controls",
      "last-modified": time,
      version: time,
      "oscal-version": OSCAL_VERSION,
      props: oscalProps({
        commit: run?.commit,
        branch: run?.branch,
        repository: run?.repository,
        pipeline: run?.pipeline,
      }),
      parties,
      remarks: "Evidence that supports controls; no attestation that a law or a framework is met.",
    },
    "import-ap": {
      href: `#${plan}`,
      remarks:
        "There is no assessment plan in OSCAL: the rules in force are the plan, and the resource names them.",
    },
    ...(objectiveList.length > 0 && { "local-definitions": { "objectives-and-methods": objectiveList } }),
    results: new JsonItems([onlyResult(result, time, identity)]),
    "back-matter": backMatter(result, plan, options),
  };
}

/** One scan is one result. */
function onlyResult(result: ResultDocument, time: string, identity: readonly string[]): object {
  const { verdicts, controls, summary, tool, waivers = [] } = result;
  const software = uuidOf("component", tool.name, tool.version);
  const observed = groupObserved(verdicts);
  const waiverRisks = [...risks(waivers)];
  const attested = attestations(controls);
  const component = {
    uuid: software,
    type: "software",
    title: "genoscan",
    description: "Evaluates rules on the resources that infrastructure code declares.",
    props: oscalProps({ version: tool.version, "ruleset-digest": tool.rulesetDigest }),
    status: { state: "operational" },
  };
  const platform = {
    uuid: uuidOf("platform", software),
    "uses-components": [{ "component-uuid": software }],
  };
  const hasResources = verdicts.some(({ resource }) => resource !== undefined);
  return {
    uuid: uuidOf("result", ...identity),
    title: "Scan of infrastructure code",
    description: `${String(summary.resources)} resources, ${String(summary.rules)} rules; ${String(summary.verdicts.notApplicable)} verdicts do not apply and are left out.`,
    start: time,
    props: oscalProps({
      incomplete: summary.incomplete,
      "not-in-scope": summary.notInScope,
      pass: summary.verdicts.pass,
      fail: summary.verdicts.fail,
      unknown: summary.verdicts.unknown,
      waived: summary.waived,
    }),
    "local-definitions": {
      ...(hasResources && { "inventory-items": new JsonItems(inventoryItems(verdicts)) }),
      "assessment-assets": { components: [component], "assessment-platforms": [platform] },
    },
    "reviewed-controls": reviewedControls(controls),
    ...(attested.length > 0 && { attestations: attested }),
    ...(observed.length > 0 && { observations: new JsonItems(observations(observed, time, software)) }),
    ...(waiverRisks.length > 0 && { risks: waiverRisks }),
    ...(assessedControls(controls).length > 0 && {
      findings: new JsonItems(findings(controls, observed, risksByRule(waivers))),
    }),
    remarks: describeUnassessed(result),
  };
}

/** What was looked at; a scan that says nothing of any control reviewed none, and OSCAL has no empty list. */
function reviewedControls(controls: ResultDocument["controls"]): object {
  const byId = (control: ResultControl): object => ({ "control-id": controlToken(control) });
  const included = assessedControls(controls).map(byId);
  const none = {
    description: "No control was assessed.",
    "include-all": {},
    ...(controls.length > 0 && { "exclude-controls": controls.map(byId) }),
  };
  return {
    description: "The controls that a verdict is evidence for; the others were not assessed.",
    "control-selections": [included.length > 0 ? { "include-controls": included } : none],
  };
}

/** What was not assessed and what was not read: their absence from the findings means nothing good. */
function describeUnassessed({ controls, coverage, inputs }: ResultDocument): string {
  const assessed = new Set<object>(assessedControls(controls));
  const others = controls.filter((control) => !assessed.has(control));
  const lines = [
    ...(others.length > 0
      ? [
          `Not assessed: ${others.map(({ framework, id, status }) => `${framework} ${id} (${status})`).join(", ")}.`,
        ]
      : []),
    ...inputs
      .filter(({ status }) => status === "unreadable")
      .map(({ path, message }) => `Not read: ${path}: ${message ?? ""}`),
    ...coverage.map((gap) => `Not read: ${describeGap(gap)}`),
  ];
  return lines.length > 0 ? lines.map(oscalMarkup).join("\n\n") : "Everything in scope was assessed.";
}
