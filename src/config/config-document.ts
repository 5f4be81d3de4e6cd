// generated from schemas/config.schema.json; run npm run generate

/**
 * 12 digits, or the id of an Azure subscription
 */
export type Account = string;

/**
 * genoscan.yaml: what a site tells about itself, and how it wants to be scanned.
 */
export interface ConfigDocument {
  /**
   * Clinic name to AWS account id (12 digits, in quotes) or Azure subscription id.
   */
  clinics?: {
    [k: string]: Account;
  };
  /**
   * 12 digits, or the id of an Azure subscription
   */
  account?: string;
  /**
   * Accounts outside of the clinics that may be trusted: an organisation's audit or backup account.
   */
  trustedAccounts?: Account[];
  /**
   * AWS Organizations that count as our own in policy conditions.
   *
   * Items: o- and 10 to 32 lower-case letters or digits
   */
  organizations?: string[];
  /**
   * Key ARNs (* for any text) that are customer managed although the input does not declare the key.
   */
  customerManagedKeys?: string[];
  /**
   * What marks a resource as a report bucket, a consent ledger and so on. A key that you give replaces the default of that key.
   */
  roles?: {
    [k: string]: ConfigRole;
  };
  /**
   * Which tags tell what data a resource holds: PHI makes compute PHI compute and buckets intake buckets; anything else takes both away.
   */
  dataClasses?: {
    [k: string]: ConfigDataClass;
  };
  scope?: ConfigScope;
  /**
   * The input is all there is (true), or all there is of these resource types: what is not in it does not exist.
   */
  complete?: boolean | string[];
  /**
   * Values for the parameters of the rules; genoscan list parameters shows them.
   */
  params?: {
    [k: string]: unknown;
  };
  /**
   * Only rules that are evidence for these frameworks.
   *
   * @minItems 1
   */
  frameworks?: ("hipaa" | "hitrust" | "genomics" | "aws-config" | "azure-policy")[];
  /**
   * The least severity that is shown.
   */
  severity?: "critical" | "high" | "medium" | "low";
  /**
   * The least severity of a finding that makes the scan fail (exit code 1).
   */
  "fail-on"?: "critical" | "high" | "medium" | "low" | "none";
  /**
   * What cannot be decided counts as a finding.
   */
  strict?: boolean;
  /**
   * Folders of rules of your own, relative to this file.
   */
  rules?: string[];
  /**
   * Findings that a person accepts for a time. A waiver never changes a verdict.
   */
  waivers?: ConfigWaiver[];
  /**
   * How many days away the last day of a waiver may lie, in this file and in comments: 365 unless said otherwise.
   */
  maxWaiverDays?: number;
  /**
   * What persons attest of controls that no scan can decide. It changes no verdict.
   */
  attestations?: ConfigAttestation[];
  /**
   * Documented alternatives of addressable HIPAA specifications (45 CFR 164.306(d)(3)).
   */
  alternatives?: ConfigAlternative[];
  /**
   * The baseline, relative to this file: only findings that it does not hold make the scan fail.
   */
  baseline?: string;
  /**
   * Results tell when, from which commit and by whom they were made, as evidence has to.
   */
  evidence?: boolean;
  /**
   * What -f FORMAT=FILE says on the command line, which wins over it.
   *
   * @minItems 1
   */
  reports?: ConfigReport[];
}
export interface ConfigRole {
  /**
   * Resource types that can have the role.
   */
  types?: string[];
  /**
   * Words in the name or the address that give the role: report meets north-reports, not reporter.
   */
  words?: string[];
  /**
   * Tags that give the role: Key=Value, or Key for any value.
   */
  tags?: string[];
  /**
   * Tags that take the role away, whatever else says it.
   */
  exceptTags?: string[];
  /**
   * Addresses (* for any text) that have the role.
   */
  addresses?: string[];
  /**
   * Addresses (* for any text) that do not have the role.
   */
  exceptAddresses?: string[];
  /**
   * Every resource of the types has the role unless something takes it away.
   */
  byDefault?: boolean;
}
export interface ConfigDataClass {
  /**
   * Tags that mark the class: Key=Value, or Key for any value.
   */
  tags: string[];
  /**
   * The class is protected health information: yes, unless it is called public.
   */
  phi?: boolean;
}
/**
 * What is judged: patterns (* for any text) of addresses and types, ours (AWS::S3::Bucket) or Terraform's (aws_s3_bucket). What is out of scope stays there as a fact for others, and every report counts it.
 */
export interface ConfigScope {
  /**
   * Only these are judged; without it everything is.
   */
  include?: string[];
  /**
   * These are not judged, whatever include says.
   */
  exclude?: string[];
}
export interface ConfigWaiver {
  /**
   * the id of the rule
   */
  rule: string;
  /**
   * the address of the resource, * for any text
   */
  address: string;
  /**
   * why the finding is accepted
   */
  reason: string;
  /**
   * who accepts it
   */
  owner: string;
  /**
   * the last day on which it holds, YYYY-MM-DD
   */
  expires: string;
  /**
   * where it was decided
   */
  ticket?: string;
}
export interface ConfigAttestation {
  /**
   * the id of the control: 164.308(a)(2)
   */
  control: string;
  /**
   * its framework, when two have a control of that id
   */
  framework?: "hipaa" | "hitrust" | "genomics" | "aws-config" | "azure-policy";
  /**
   * who attests it
   */
  owner: string;
  /**
   * the day of the attestation, YYYY-MM-DD
   */
  date: string;
  /**
   * the last day on which it holds, YYYY-MM-DD
   */
  expires?: string;
  /**
   * what is attested
   */
  statement: string;
  /**
   * where the evidence lies
   */
  link?: string;
}
export interface ConfigAlternative {
  /**
   * the id of an addressable specification: 164.312(a)(2)(iv)
   */
  control: string;
  /**
   * who decided it
   */
  owner: string;
  /**
   * the day of the decision, YYYY-MM-DD
   */
  date: string;
  /**
   * the last day on which it holds, YYYY-MM-DD
   */
  expires?: string;
  /**
   * why the specification is not reasonable and appropriate here, and what is done instead
   */
  reason: string;
  /**
   * where the decision is documented
   */
  document: string;
}
export interface ConfigReport {
  /**
   * the format: json, sarif, …
   */
  format: string;
  /**
   * the file, in the folder of this one or below it; without it the report goes to standard output
   */
  file?: string;
}
