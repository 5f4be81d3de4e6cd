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
   * Values for the parameters of the rules; genoscan list parameters shows them.
   */
  params?: {
    [k: string]: unknown;
  };
  /**
   * The input is all there is (true), or all there is of these resource types: what is not in it does not exist.
   */
  complete?: boolean | string[];
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
