// generated from schemas/result.schema.json; run npm run generate

export type Severity = "critical" | "high" | "medium" | "low";
export type Framework = "hipaa" | "hitrust" | "genomics" | "aws-config" | "azure-policy";
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
  inputs: ResultInput[];
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
export interface ResultControlReference {
  framework: Framework;
  id: string;
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
  /**
   * Said when the value is shortened.
   */
  note?: string;
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
  location: ResultLocation3;
}
/**
 * A place in a file, line and column counted from 1.
 */
export interface ResultLocation3 {
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
   * Passing only if nothing in scope failed or was unknown; manual when only a person can attest it; not-assessed when no resource was in scope.
   */
  status: "failing" | "unknown" | "passing" | "manual" | "not-assessed";
  counts: ResultControlCounts;
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
