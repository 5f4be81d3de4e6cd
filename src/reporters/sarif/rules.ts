import type { ReportingDescriptor } from "sarif";
import type { RuleInformation } from "../reporter.ts";
import { LEVELS, SECURITY_SEVERITIES } from "./levels.ts";

/** GitHub keeps ten tags of a rule. */
const MOST_TAGS = 10;

/** What there is to read about each rule that has a result: at most as many as results, far below GitHub's 25,000. */
export function sarifRules(
  ids: readonly string[],
  rules: ReadonlyMap<string, RuleInformation>,
): ReportingDescriptor[] {
  return ids.map((id) => {
    const rule = rules.get(id);
    return rule === undefined ? { id } : describe(rule);
  });
}

function describe(rule: RuleInformation): ReportingDescriptor {
  const [helpUri] = rule.references;
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: oneLine(rule.description) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ["security", ...rule.controls.map(({ framework, id }) => `${framework}:${id}`)].slice(
        0,
        MOST_TAGS,
      ),
      precision: "high",
      "problem.severity": LEVELS[rule.severity] === "note" ? "recommendation" : LEVELS[rule.severity],
      "security-severity": SECURITY_SEVERITIES[rule.severity],
    },
  };
}

function helpText(rule: RuleInformation): string {
  const { text, ...snippets } = rule.remediation;
  return [
    oneLine(rule.description),
    `Controls: ${controlsOf(rule)}`,
    ...(text === undefined ? [] : [oneLine(text)]),
    ...Object.entries(snippets).map(([language, snippet]) => `${language}:\n${snippet.trimEnd()}`),
    ...rule.references,
  ].join("\n\n");
}

function helpMarkdown(rule: RuleInformation): string {
  const { text, ...snippets } = rule.remediation;
  return [
    oneLine(rule.description),
    `**Controls:** ${controlsOf(rule)}`,
    "## How to mend it",
    ...(text === undefined ? [] : [oneLine(text)]),
    ...Object.entries(snippets).map(([language, snippet]) => fence(language, snippet.trimEnd())),
    ...(rule.references.length > 0
      ? ["## References", rule.references.map((uri) => `- <${uri}>`).join("\n")]
      : []),
  ].join("\n\n");
}

function fence(language: string, snippet: string): string {
  const longest = Math.max(2, ...[...snippet.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language === "terraform" ? "hcl" : language}\n${snippet}\n${marks}`;
}

function controlsOf({ controls }: RuleInformation): string {
  return controls.map(({ framework, id }) => `${framework} ${id}`).join(", ");
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
