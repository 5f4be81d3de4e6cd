// generated from schemas/result.schema.json; run npm run generate

export type Framework = "hipaa" | "hitrust" | "genomics" | "aws-config" | "azure-policy";
export type Severity = "critical" | "high" | "medium" | "low";
export type Count = number;

/**
 * The result of one scan. Verdicts are evidence for controls; they are no attestation.
 */
export interface ResultDocument {
  /**
   * Changes when a reader of the old form would be misled.
   */
  schemaVersion: "1";
  tool: ResultTool;
  run?: ResultRun;
  manifest?: ResultManifest;
  inputs: ResultInput[];
  /**
   * Every rule in force, in the order of the ruleset, with what it said; those that met no resource included.
   */
  rules?: ResultRule[];
  /**
   * What each rule says of each resource that it is about: the worst first, then by rule and address. Rules that do not apply are counted in the summary.
   */
  verdicts: ResultVerdict[];
  /**
   * What there is to say about the input and the configuration apart from compliance.
   */
  diagnostics: ResultDiagnostic[];
  /**
   * Every control of the frameworks in scope, those without a verdict included.
   */
  controls: ResultControl[];
  /**
   * Every waiver as it is declared, in genoscan.yaml and in comments, with what became of it.
   */
  waivers?: ResultDeclaredWaiver[];
  baseline?: ResultBaseline;
  notInScope?: ResultNotInScope;
  /**
   * What could not be read. Anything here makes the scan incomplete.
   */
  coverage: ResultGap[];
  summary: ResultSummary;
}
export interface ResultTool {
  name: "genoscan";
  version: string;
  /**
   * SHA-256 over the files of the rules, controls and parameters, in hexadecimal: what has the same digest judges alike, given the same parameter values.
   */
  rulesetDigest: string;
}
/**
 * When, from which state of the code and by whom. Left out unless the scan is asked for evidence, so that two scans of one input give the same bytes.
 */
export interface ResultRun {
  /**
   * When the scan began, UTC; SOURCE_DATE_EPOCH when it is set.
   */
  startedAt: string;
  /**
   * The commit of the code, as the pipeline tells it.
   */
  commit?: string;
  /**
   * The branch or tag.
   */
  branch?: string;
  /**
   * Who or what started the pipeline.
   */
  identity?: string;
  /**
   * owner/name, or the path of the project.
   */
  repository?: string;
  /**
   * The address of the run of the pipeline.
   */
  pipeline?: string;
}
/**
 * What the scan was told, besides its inputs.
 */
export interface ResultManifest {
  config?: ResultDigestedFile;
  /**
   * The value of every parameter of the rules, defaults and derived ones included.
   */
  parameters: {
    [k: string]: unknown;
  };
  /**
   * The frameworks in scope.
   */
  frameworks: ResultFramework[];
  /**
   * Folders of rules of the site.
   */
  ruleFolders?: string[];
  /**
   * Declared complete: everything (all), or the resource types of which the inputs hold all there are.
   */
  complete?: "all" | string[];
  /**
   * The least severity of a finding that makes the scan fail.
   */
  failOn: "critical" | "high" | "medium" | "low" | "none";
  /**
   * What the input does not settle counts as a finding.
   */
  strict: boolean;
}
/**
 * genoscan.yaml; left out when there is none.
 */
export interface ResultDigestedFile {
  /**
   * As the user named it, or as it was found.
   */
  path: string;
  /**
   * Of the bytes as read, in hexadecimal.
   */
  sha256: string;
}
export interface ResultFramework {
  framework: Framework;
  /**
   * The name in full.
   */
  title: string;
  /**
   * Where the controls come from, and under which terms.
   */
  source: string;
  /**
   * The date of the text or data that the catalogue follows.
   */
  asOf: string;
  /**
   * What a reader of a report about the framework has to know.
   */
  note?: string;
}
export interface ResultInput {
  /**
   * As the user named it; - is standard input.
   */
  path: string;
  /**
   * The kind of input, when it was recognised: terraform-plan.
   */
  source?: string;
  /**
   * Of the bytes as read, in hexadecimal; empty for a folder and for what could not be opened.
   */
  sha256: string;
  /**
   * How many resources it gave.
   */
  resources: number;
  /**
   * Partial: something of it could not be read, and stands under coverage.
   */
  status: "read" | "partial" | "unreadable";
  /**
   * Why it is not read, and what to do.
   */
  message?: string;
}
export interface ResultRule {
  id: string;
  /**
   * The rule as a statement that is true of a sound resource.
   */
  title: string;
  severity: Severity;
  /**
   * The controls that its verdicts are evidence for.
   */
  controls: ResultControlReference[];
  counts: ResultControlCounts;
}
export interface ResultControlReference {
  framework: Framework;
  id: string;
}
export interface ResultControlCounts {
  pass: Count;
  /**
   * Waived ones included.
   */
  fail: number;
  /**
   * Waived ones included.
   */
  unknown: number;
  waived: Count;
}
export interface ResultVerdict {
  rule: string;
  /**
   * The rule as a statement that is true of a sound resource.
   */
  title: string;
  severity: Severity;
  /**
   * Unknown is neither pass nor fail: the input does not settle it.
   */
  verdict: "pass" | "fail" | "unknown";
  resource?: ResultResource;
  location?: ResultLocation1;
  /**
   * The module calls that lead to the resource, from the root module inwards; left out when there are none.
   */
  calls?: ResultModuleCall[];
  /**
   * The controls that the verdict is evidence for.
   */
  controls: ResultControlReference[];
  /**
   * The verdict in a sentence.
   */
  message: string;
  /**
   * Why an unknown is unknown; empty for pass and fail.
   */
  reasons: string[];
  evidence: ResultEvidence[];
  /**
   * The same as long as rule and address are the same: lines may move and files be renamed.
   */
  fingerprint: string;
  waiver?: ResultWaiver;
  /**
   * Whether the baseline holds it already; left out in a scan without baseline.
   */
  baseline?: "new" | "known";
}
/**
 * Left out when the verdict is about the input as a whole.
 */
export interface ResultResource {
  /**
   * How the input names it: module.a["x"].aws_s3_bucket.b.
   */
  address: string;
  /**
   * The provider's published type: AWS::S3::Bucket.
   */
  type: string;
  /**
   * The type as the input names it, when that is another: aws_s3_bucket.
   */
  writtenType?: string;
  /**
   * The physical name, when the input holds it.
   */
  name?: string;
  location?: ResultLocation;
}
/**
 * Where it is declared.
 */
export interface ResultLocation {
  file: string;
  line?: number;
  column?: number;
}
/**
 * Where what decides is written; the resource when nothing is.
 */
export interface ResultLocation1 {
  file: string;
  line?: number;
  column?: number;
}
export interface ResultModuleCall {
  /**
   * module.clinic["north"]
   */
  address: string;
  location: ResultLocation2;
}
/**
 * A place in a file, line and column counted from 1.
 */
export interface ResultLocation2 {
  file: string;
  line?: number;
  column?: number;
}
/**
 * One property of one resource, and what was expected of it.
 */
export interface ResultEvidence {
  /**
   * Where the property is set: the resource, a satellite folded into it, or one that it refers to.
   */
  address: string;
  /**
   * JSON Pointer in the provider's vocabulary.
   */
  pointer: string;
  /**
   * The value; "(sensitive)" for one that must not be shown, {"$unknown": reason, "references": [address]} for one that the input does not settle, {"$reference": address, "value": …} for one that names another resource. Left out when the property is absent.
   */
  value?: string | number | boolean | null | unknown[] | {};
  /**
   * The property is certainly not set.
   */
  absent?: true;
  /**
   * The expectation in words.
   */
  expected: string;
  /**
   * The item of a computed list that the property is part of: the grant, the rule, the route. Long ones are shortened.
   */
  item?: string | number | boolean | null | unknown[] | {};
  /**
   * The property as the input names it.
   */
  attribute?: string;
  location?: ResultLocation2;
  namedAt?: ResultLocation3;
  /**
   * Said when the value is shortened.
   */
  note?: string;
}
/**
 * A place in a file, line and column counted from 1.
 */
export interface ResultLocation3 {
  file: string;
  line?: number;
  column?: number;
}
/**
 * A person accepts the finding. The verdict stays what it is.
 */
export interface ResultWaiver {
  /**
   * In genoscan.yaml, or in a comment beside what it is about.
   */
  kind: "configuration" | "comment";
  reason: string;
  /**
   * Who accepts the finding; a comment may leave it out.
   */
  owner?: string;
  /**
   * The last day on which it holds, YYYY-MM-DD.
   */
  expires: string;
  ticket?: string;
  location: ResultLocation4;
}
/**
 * A place in a file, line and column counted from 1.
 */
export interface ResultLocation4 {
  file: string;
  line?: number;
  column?: number;
}
export interface ResultDiagnostic {
  code: string;
  level: "error" | "warning" | "note";
  message: string;
  location?: ResultLocation2;
}
export interface ResultControl {
  framework: Framework;
  id: string;
  title: string;
  /**
   * How far a scan can evidence the control.
   */
  evidence: "technical" | "partial" | "live" | "manual";
  /**
   * The section of the regulation: 164.312.
   */
  section?: string;
  /**
   * The group of HIPAA safeguards or requirements.
   */
  safeguard?: "administrative" | "physical" | "technical" | "organizational" | "documentation";
  /**
   * A standard, or an implementation specification of a standard.
   */
  kind?: "standard" | "specification";
  /**
   * Required, or addressable: implemented, or replaced by a documented alternative (45 CFR 164.306(d)(3)).
   */
  designation?: "required" | "addressable";
  /**
   * failing: a rule that is evidence for it failed, waived or not. unknown: one could not be decided, or a part of the input could not be read. passing: all verdicts in scope support it, and nothing failed or was unknown. manual: only a person can attest it, and nobody has (open). attested: a person attests it in genoscan.yaml, and no verdict speaks against it. documented-alternative: addressable, and genoscan.yaml names the alternative that takes its place. not-assessed: rules are evidence for it, and nothing is in scope. live-only: only an account that runs can tell. not-covered: no rule in force is evidence for it.
   */
  status:
    | "failing"
    | "unknown"
    | "passing"
    | "manual"
    | "attested"
    | "documented-alternative"
    | "not-assessed"
    | "live-only"
    | "not-covered";
  counts: ResultControlCounts;
  /**
   * The rules in force that are evidence for it; verdicts name their resources.
   */
  rules?: string[];
  /**
   * Of a standard: its specifications that fail or are unknown and make it so as well.
   */
  heldBackBy?: string[];
  attestation?: ResultAttestation;
  alternative?: ResultAlternative;
}
/**
 * Shown whatever the status; it changes no verdict.
 */
export interface ResultAttestation {
  /**
   * Who attests it.
   */
  owner: string;
  /**
   * The day of the attestation, YYYY-MM-DD.
   */
  date: string;
  /**
   * The last day on which it holds; left out when it has no end.
   */
  expires?: string;
  /**
   * What is attested.
   */
  statement: string;
  /**
   * Where the evidence lies.
   */
  link?: string;
  /**
   * Expired: the control is open again.
   */
  state: "holds" | "expired";
  location: ResultLocation2;
}
/**
 * The measure that takes the place of an addressable specification (45 CFR 164.306(d)(3)).
 */
export interface ResultAlternative {
  /**
   * Who decided it.
   */
  owner: string;
  /**
   * The day of the decision, YYYY-MM-DD.
   */
  date: string;
  /**
   * The last day on which it holds; left out when it has no end.
   */
  expires?: string;
  /**
   * Why the specification is not reasonable and appropriate here, and what is done instead.
   */
  reason: string;
  /**
   * Where the decision is documented.
   */
  document: string;
  /**
   * Expired: it no longer takes the place of the specification.
   */
  state: "holds" | "expired";
  location: ResultLocation2;
}
export interface ResultDeclaredWaiver {
  rule: string;
  /**
   * In genoscan.yaml, or in a comment beside what it is about.
   */
  kind: "configuration" | "comment";
  /**
   * What it is about: the address pattern, or the block or attribute beside the comment.
   */
  subject: string;
  reason: string;
  /**
   * Who accepts the finding; a comment may leave it out.
   */
  owner?: string;
  /**
   * The last day on which it holds, YYYY-MM-DD.
   */
  expires: string;
  /**
   * Where it was decided.
   */
  ticket?: string;
  /**
   * holds: it accepts findings. expired: what it covered counts again. unmatched: it meets no finding. not-asked: its rule is not in force in this scan.
   */
  state: "holds" | "expired" | "unmatched" | "not-asked";
  /**
   * How many failures and unknowns it meets.
   */
  findings: number;
  location: ResultLocation2;
}
/**
 * How the findings compare with the baseline; left out in a scan without one.
 */
export interface ResultBaseline {
  /**
   * The path of the baseline.
   */
  file: string;
  /**
   * Of its bytes, in hexadecimal.
   */
  sha256: string;
  /**
   * Failures and unknowns that the baseline does not hold.
   */
  new: number;
  /**
   * Those that it holds; the scan does not fail for them.
   */
  known: number;
  /**
   * What it holds and this scan no longer finds, everything being read.
   */
  fixed: ResultBaselineEntry[];
  /**
   * Entries that this scan says nothing of, because their rule was not asked or a part of the input was not read.
   */
  notSeen: number;
}
export interface ResultBaselineEntry {
  rule: string;
  title: string;
  severity: Severity;
  /**
   * Left out when the finding is about the input as a whole.
   */
  address?: string;
  fingerprint: string;
}
/**
 * Resources that genoscan.yaml puts out of scope: facts for others, without a verdict of their own. Left out when it names no scope.
 */
export interface ResultNotInScope {
  /**
   * The patterns of what is in scope; empty means everything.
   */
  include: string[];
  /**
   * The patterns of what is not.
   */
  exclude: string[];
  /**
   * What has no verdict because of them, by address.
   */
  resources: ResultScopedResource[];
}
export interface ResultScopedResource {
  address: string;
  type: string;
}
export interface ResultGap {
  code: string;
  /**
   * What could not be read: a file, a module, an address.
   */
  subject: string;
  reason: string;
  location?: ResultLocation2;
}
export interface ResultSummary {
  /**
   * Resources that the inputs declare.
   */
  resources: number;
  /**
   * Rules in force.
   */
  rules: number;
  verdicts: ResultVerdictCounts;
  findings: ResultSeverityCounts;
  unknowns: ResultSeverityCounts1;
  /**
   * Failures and unknowns that a waiver accepts.
   */
  waived: number;
  /**
   * Verdicts left out of the list because they are below the severity asked for; counted everywhere else.
   */
  notShown?: number;
  /**
   * An input, or a part of one, could not be read.
   */
  incomplete: boolean;
  /**
   * Resources that genoscan.yaml puts out of scope; they have no verdict.
   */
  notInScope?: number;
  known?: ResultKnownCounts;
}
export interface ResultVerdictCounts {
  pass: Count;
  fail: Count;
  unknown: Count;
  notApplicable: Count;
}
/**
 * Failures that no waiver accepts, by severity.
 */
export interface ResultSeverityCounts {
  critical: Count;
  high: Count;
  medium: Count;
  low: Count;
}
/**
 * Unknowns that no waiver accepts, by severity.
 */
export interface ResultSeverityCounts1 {
  critical: Count;
  high: Count;
  medium: Count;
  low: Count;
}
/**
 * Of findings and unknowns, those that the baseline holds; left out without one.
 */
export interface ResultKnownCounts {
  findings: ResultSeverityCounts2;
  unknowns: ResultSeverityCounts2;
}
export interface ResultSeverityCounts2 {
  critical: Count;
  high: Count;
  medium: Count;
  low: Count;
}
