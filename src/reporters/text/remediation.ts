import type { ResultDocument } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import { inputLanguages } from "../input-languages.ts";
import type { ReportOptions } from "../reporter.ts";
import type { Block, Page } from "./page.ts";

/** How to mend what a rule found, once, in the language of the input. */
export function showRemediation(
  rule: string,
  result: ResultDocument,
  options: ReportOptions,
  page: Page,
): Block {
  const remediation = options.rules.get(rule)?.remediation;
  if (remediation === undefined) return [];
  const snippets = inputLanguages(result).flatMap((language) => remediation[language] ?? []);
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
