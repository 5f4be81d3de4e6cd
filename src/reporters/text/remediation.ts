import type { ResultDocument } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import type { ReportOptions, RuleInformation } from "../reporter.ts";
import type { Block, Page } from "./page.ts";

type Language = keyof RuleInformation["remediation"];

/** How to mend what a rule found, once, in the language of the input. */
export function showRemediation(
  rule: string,
  result: ResultDocument,
  options: ReportOptions,
  page: Page,
): Block {
  const remediation = options.rules.get(rule)?.remediation;
  if (remediation === undefined) return [];
  const snippets = languagesOf(result).flatMap((language) => remediation[language] ?? []);
  const sentence = remediation.text === undefined ? [] : page.prose(remediation.text, "    ");
  if (snippets.length === 0 && sentence.length === 0) return [];
  return [
    "",
    `  ${page.chalk.green("How to mend it")}`,
    ...sentence,
    ...snippets.flatMap((snippet) => showSnippet(snippet)),
  ];
}

/** Lines as they are, to be copied. */
function showSnippet(snippet: string): Block {
  return snippet
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${escapeText(line)}`));
}

function languagesOf(result: ResultDocument): readonly Language[] {
  const languages = new Set<Language>();
  for (const { source } of result.inputs) {
    if (source?.startsWith("terraform")) languages.add("terraform");
    else if (source === "cloudformation" || source === "bicep" || source === "arm") languages.add(source);
  }
  return [...languages];
}
