import { Chalk } from "chalk";
import { loadConfig } from "../config/load-config.ts";
import { didYouMean } from "../model/did-you-mean.ts";
import type { Settings } from "../model/settings.ts";
import { wrapText } from "../reporters/wrap-text.ts";
import { escapeText } from "../reporters/escape-text.ts";
import type { RuleDocument } from "../ruleset/rule-document.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import { SOURCES } from "../sources/registry.ts";
import type { ExplainArguments } from "./arguments.ts";
import { CLEAN } from "./exit-code.ts";
import { describeRoles } from "./explain/describe-roles.ts";
import { describeTypes } from "./explain/describe-types.ts";
import { loadRules } from "./load-rules.ts";
import type { LoadedRules } from "./load-rules.ts";
import { listControls } from "./select-frameworks.ts";
import type { Terminal } from "./terminal.ts";
import { usageError } from "./usage-error.ts";

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Lines that are copied as they are. */
  readonly isVerbatim?: boolean;
}

/** Prints what there is to know about a rule. Throws a ConfigError when there is no such rule. */
export async function explain(args: ExplainArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(args.config, undefined);
  const loaded = await loadRules(args, config);
  const rule = findRule(loaded, args.rule);
  const sections = sectionsOf(rule, loaded.ruleset, config.settings);
  await terminal.print(formatPage(rule, sections, terminal));
  return CLEAN;
}

function findRule({ document }: LoadedRules, id: string): RuleDocument {
  const found = document.rules.find((rule) => rule.id === id);
  if (found !== undefined) return found.rule;
  const ids = document.rules.map((rule) => rule.id);
  throw usageError(
    `there is no rule "${id}"${didYouMean(id, ids) || "; genoscan list rules shows them all"}`,
  );
}

function sectionsOf(rule: RuleDocument, ruleset: Ruleset, settings: Settings): readonly Section[] {
  const { text, ...snippets } = rule.remediation;
  return [
    { heading: "Why it matters", lines: [rule.description] },
    { heading: "About", lines: describeTypes(rule) },
    { heading: "Decided from", lines: SOURCES.map(({ name, title }) => `${name}: ${title}`) },
    { heading: "Roles", lines: describeRoles(rule, settings) },
    {
      heading: "Parameters",
      lines: (rule.params ?? []).map((name) => `${name} = ${JSON.stringify(ruleset.parameters[name])}`),
    },
    { heading: "Evidence for", lines: describeControls(rule, ruleset) },
    { heading: "How to mend it", lines: text === undefined ? [] : [text] },
    ...Object.entries(snippets).map(([language, snippet]) => ({
      heading: `In ${language}`,
      lines: snippet.trimEnd().split("\n"),
      isVerbatim: true,
    })),
    { heading: "Read more", lines: rule.references ?? [] },
  ];
}

function describeControls(rule: RuleDocument, { controls }: Ruleset): readonly string[] {
  return listControls(controls)
    .filter(({ framework, id }) => rule.controls[framework]?.includes(id))
    .map(({ framework, id, evidence, title }) => `${framework} ${id} (${evidence}): ${title}`);
}

function formatPage(rule: RuleDocument, sections: readonly Section[], { width, color }: Terminal): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const blocks = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines, isVerbatim = false }) => [
      chalk.bold(heading),
      ...lines.flatMap((line) =>
        isVerbatim
          ? `  ${escapeText(line)}`
          : wrapText(escapeText(line.trim().replace(/\s+/g, " ")), width, "  "),
      ),
    ]);
  const head = [chalk.bold(escapeText(rule.title)), chalk.dim(`${rule.id} · ${rule.severity}`)];
  return `${[head, ...blocks].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
