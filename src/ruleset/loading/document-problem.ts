import type { DocumentProblem } from "../../documents/check-document.ts";
import { describeSyntaxError } from "./describe-syntax-error.ts";
import type { RuleProblem } from "./rule-report.ts";

const CODES = { syntax: "rule-syntax", "unknown-key": "rule-unknown-word", invalid: "rule-invalid" } as const;

/** What is wrong with a file of the rules folder, as a problem of the ruleset. */
export function problemOf({ kind, message, location }: DocumentProblem, text: string): RuleProblem {
  const words = kind === "syntax" ? describeSyntaxError(message, text, location) : message;
  return { code: CODES[kind], message: words, location };
}
