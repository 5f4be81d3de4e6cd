import type { ResultDocument } from "../model/result-document.ts";
import type { RuleInformation } from "./reporter.ts";

/** A language that a remediation may be written in. */
export type SnippetLanguage = Exclude<keyof RuleInformation["remediation"], "text">;

/** The languages that the inputs are written in: a snippet of another one helps nobody. */
export function inputLanguages({ inputs }: Pick<ResultDocument, "inputs">): readonly SnippetLanguage[] {
  const languages = new Set<SnippetLanguage>();
  for (const { source } of inputs) {
    if (source?.startsWith("terraform")) languages.add("terraform");
    else if (isLanguage(source)) languages.add(source);
  }
  return [...languages];
}

function isLanguage(source: string | undefined): source is SnippetLanguage {
  return source === "cloudformation" || source === "bicep" || source === "arm" || source === "kubernetes";
}
