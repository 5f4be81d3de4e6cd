import type { Settings } from "../../model/settings.ts";
import type { RuleDocument } from "../../ruleset/rule-document.ts";
import type { Ruleset } from "../../ruleset/ruleset.ts";
import { SOURCES } from "../../sources/registry.ts";
import type { WAIVER_RULES } from "../../triage/waiver-rules.ts";
import { listControls } from "../select-frameworks.ts";
import { describeRoles } from "./describe-roles.ts";
import { describeTypes } from "./describe-types.ts";
import type { ExplainPage, Section } from "./page.ts";

export function rulePage(rule: RuleDocument, ruleset: Ruleset, settings: Settings): ExplainPage {
  return {
    title: rule.title,
    about: `${rule.id} · ${rule.severity}`,
    sections: [
      { heading: "Why it matters", lines: [rule.description] },
      { heading: "About", lines: describeTypes(rule) },
      { heading: "Decided from", lines: SOURCES.map(({ name, title }) => `${name}: ${title}`) },
      { heading: "Roles", lines: describeRoles(rule, settings) },
      {
        heading: "Parameters",
        lines: (rule.params ?? []).map((name) => `${name} = ${JSON.stringify(ruleset.parameters[name])}`),
      },
      { heading: "Evidence for", lines: describeControls(rule, ruleset) },
      ...remediationSections(rule.remediation),
      { heading: "Read more", lines: rule.references ?? [] },
    ],
  };
}

/** What genoscan says of waivers is no rule of a file, and people meet its id in reports all the same. */
export function waiverRulePage(rule: (typeof WAIVER_RULES)[number]): ExplainPage {
  return {
    title: rule.title,
    about: `${rule.id} · ${rule.severity}`,
    sections: [
      { heading: "Why it matters", lines: [rule.description] },
      { heading: "About", lines: ["the waivers in genoscan.yaml and in comments; evidence for no control"] },
      ...remediationSections(rule.remediation),
    ],
  };
}

function remediationSections({
  text,
  ...snippets
}: Readonly<Partial<Record<string, string>>>): readonly Section[] {
  return [
    { heading: "How to mend it", lines: text === undefined ? [] : [text] },
    ...Object.entries(snippets).map(([language, snippet = ""]) => ({
      heading: `In ${language}`,
      lines: snippet.trimEnd().split("\n"),
      isVerbatim: true,
    })),
  ];
}

function describeControls(rule: RuleDocument, { controls }: Ruleset): readonly string[] {
  return listControls(controls)
    .filter(({ framework, id }) => rule.controls[framework]?.includes(id))
    .map(({ framework, id, evidence, title }) => `${framework} ${id} (${evidence}): ${title}`);
}
