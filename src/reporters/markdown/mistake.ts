import type { ResultControlReference, ResultDocument, ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence } from "../describe-evidence.ts";
import type { FindingGroup } from "../group-findings.ts";
import { sentenceOf } from "../sentence-of.ts";
import { inputLanguages } from "../input-languages.ts";
import type { ReportOptions } from "../reporter.ts";
import { count, firstOf } from "../text/page.ts";
import { describePlace } from "./describe-place.ts";
import { codeBlock, codeSpan, escapeHtml, escapeProse } from "./escape-markdown.ts";
import type { Part } from "./fit-parts.ts";

const MOST_ADDRESSES = 6;
const MOST_EVIDENCE = 4;
const MOST_IN_A_LINE = 3;
const LONGEST_VALUE = 120;

/**
 * One mistake: with the evidence and what to paste, with the evidence alone, or as one line. Of many mistakes those that
 * are not among the first are folded, so that the page stays one that somebody reads.
 */
export function showMistake(
  group: FindingGroup,
  result: ResultDocument,
  options: ReportOptions,
  isFolded: boolean,
): Part {
  const body = [describeRule(group), group.alike.map((alike) => showAlike(alike, options)).join("\n")];
  const remediation = showRemediation(group.rule, result, options);
  const frame = isFolded ? foldMistake : openMistake;
  const bodies = remediation === "" ? [body] : [[...body, remediation], body];
  return { forms: [...bodies.map((lines) => frame(group, lines)), mistakeLine(group)], mistakes: 1 };
}

function openMistake({ first }: FindingGroup, lines: readonly string[]): string {
  return [`#### ${first.severity.toUpperCase()}: ${escapeProse(first.title)}`, ...lines].join("\n\n");
}

function foldMistake({ first, alike }: FindingGroup, lines: readonly string[]): string {
  const places = count(alike.flat().length, "resource");
  const summary = `<b>${first.severity.toUpperCase()}</b>: ${escapeHtml(first.title)} (${places})`;
  return [`<details><summary>${summary}</summary>`, ...lines, "</details>"].join("\n\n");
}

/** `- **high** The rule as a statement (rule-id): address, address and 3 more` */
export function mistakeLine({ rule, first, alike }: FindingGroup): string {
  const addresses = alike.flat().map(({ resource }) => codeSpan(resource?.address ?? "the input as a whole"));
  const { shown, more } = firstOf(addresses, MOST_IN_A_LINE);
  const others = more > 0 ? ` and ${String(more)} more` : "";
  return `- **${first.severity}** ${escapeProse(first.title)} (${codeSpan(rule)}): ${shown.join(", ")}${others}`;
}

function describeRule({ rule, first }: FindingGroup): string {
  return [codeSpan(rule), ...describeControls(first.controls)].join(" · ");
}

/** `hipaa 164.312(c)(1), 164.316(b)(2)(i)` */
function describeControls(controls: readonly ResultControlReference[]): readonly string[] {
  const byFramework = new Map<string, string[]>();
  for (const { framework, id } of controls) {
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), escapeProse(id)]);
  }
  return [...byFramework].map(([framework, ids]) => `${framework} ${ids.join(", ")}`);
}

/** Resources with the same evidence: where they are, then what it is, once. */
function showAlike(alike: readonly ResultVerdict[], options: ReportOptions): string {
  const [first] = alike;
  if (first === undefined) return "";
  const { shown, more } = firstOf(alike, options.verbose ? alike.length : MOST_ADDRESSES);
  const others = more > 0 ? [`- … and ${String(more)} more with the same evidence`] : [];
  const sentence =
    alike.length === 1
      ? messageOf(first)
      : escapeProse(sentenceOf(first.message, first.resource?.address, alike.length - 1));
  const evidence = firstOf(first.evidence, options.verbose ? first.evidence.length : MOST_EVIDENCE);
  return [
    ...shown.map((verdict) => `- ${describePlace(verdict, options)}`),
    ...others,
    `  - ${sentence}`,
    ...evidence.shown.map(
      (item) => `  - ${codeSpan(describeEvidence(item, first.resource?.address, LONGEST_VALUE))}`,
    ),
    ...(evidence.more > 0 ? [`  - … and ${String(evidence.more)} more properties`] : []),
  ].join("\n");
}

/** The sentence of a verdict, with the address in it as it can be copied. */
export function messageOf({ message, resource }: ResultVerdict): string {
  const address = resource?.address ?? "";
  if (address === "") return escapeProse(message);
  return message.split(address).map(escapeProse).join(codeSpan(address));
}

function showRemediation(rule: string, result: ResultDocument, options: ReportOptions): string {
  const remediation = options.rules.get(rule)?.remediation;
  if (remediation === undefined) return "";
  const snippets = inputLanguages(result).flatMap((language) => {
    const snippet = remediation[language];
    return snippet === undefined
      ? []
      : [codeBlock(language === "terraform" ? "hcl" : fenceName(language), snippet)];
  });
  const text =
    remediation.text === undefined ? [] : [escapeProse(remediation.text.trim().replace(/\s+/g, " "))];
  if (snippets.length === 0) return text.join("");
  return ["<details><summary>What to paste</summary>", ...text, ...snippets, "</details>"].join("\n\n");
}

function fenceName(language: string): string {
  return language === "arm"
    ? "json"
    : language === "cloudformation" || language === "kubernetes"
      ? "yaml"
      : language;
}
