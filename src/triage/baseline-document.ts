// generated from schemas/baseline.schema.json; run npm run generate

/**
 * Findings that are known: genoscan baseline create writes the file, people review and commit it.
 */
export interface BaselineDocument {
  /**
   * the form of the file
   */
  schemaVersion: "1";
  tool: BaselineTool;
  /**
   * what is known, by rule and address
   */
  findings: BaselineFinding[];
}
/**
 * what wrote it
 */
export interface BaselineTool {
  /**
   * the version of genoscan
   */
  version: string;
  /**
   * SHA-256 over the rules, in hexadecimal
   */
  rulesetDigest: string;
}
export interface BaselineFinding {
  /**
   * the id of the rule
   */
  rule: string;
  /**
   * the rule as a statement
   */
  title: string;
  /**
   * how much harm it does
   */
  severity: "critical" | "high" | "medium" | "low";
  /**
   * fail, or unknown for what was not decided: it is known no longer when it turns out to fail
   */
  verdict: "fail" | "unknown";
  /**
   * the resource; left out when the finding is about the input as a whole
   */
  address?: string;
  /**
   * what the finding is recognised by
   */
  fingerprint: string;
}
