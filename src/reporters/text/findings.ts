import type { ResultControlReference, ResultDocument, ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence, describeLocation } from "../describe-evidence.ts";
import { escapeText } from "../escape-text.ts";
import { groupFindings } from "../group-findings.ts";
import { sentenceOf } from "../sentence-of.ts";
import type { FindingGroup } from "../group-findings.ts";
import type { ReportOptions } from "../reporter.ts";
import { showRemediation } from "./remediation.ts";
import { firstOf } from "./page.ts";
import type { Block, Page } from "./page.ts";

const MOST_ADDRESSES = 8;
const MOST_EVIDENCE = 4;

/** One block for each rule that failed, known findings apart: what, where, on what evidence, and how to mend it. */
export function showFindings(result: ResultDocument, options: ReportOptions, page: Page): readonly Block[] {
  const findings = result.verdicts.filter(
    ({ verdict, waiver, baseline }) => verdict === "fail" && waiver === undefined && baseline !== "known",
  );
  return groupFindings(findings).map((group) => [
    ...showRule(group, page),
    ...group.alike.flatMap((alike) => ["", ...showAlike(alike, options, page)]),
    ...showRemediation(group.rule, result, options, page),
  ]);
}

function showRule({ first }: FindingGroup, page: Page): Block {
  const { chalk } = page;
  const label = first.severity.toUpperCase();
  const [head = "", ...rest] = page.prose(`${label} ${first.title}`, "  ");
  return [
    `${page.severity(first.severity)}${chalk.bold(head.trimStart().slice(label.length))}`,
    ...rest.map((line) => chalk.bold(line)),
    ...page
      .prose([first.rule, ...describeControls(first.controls)].join(" · "), "  ")
      .map((line) => chalk.dim(line)),
  ];
}

/** `hipaa 164.312(c)(1), 164.316(b)(2)(i)` */
function describeControls(controls: readonly ResultControlReference[]): readonly string[] {
  const byFramework = new Map<string, string[]>();
  for (const { framework, id } of controls) {
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), id]);
  }
  return [...byFramework].map(([framework, ids]) => `${framework} ${ids.join(", ")}`);
}

function showAlike(alike: readonly ResultVerdict[], options: ReportOptions, page: Page): Block {
  const [first] = alike;
  if (first === undefined) return [];
  const { shown, more } = firstOf(alike, options.verbose ? alike.length : MOST_ADDRESSES);
  return [
    ...shown.map((verdict) => showAddress(verdict, page)),
    ...(more > 0
      ? [page.chalk.dim(`  … and ${more} more with the same evidence (--verbose lists them)`)]
      : []),
    ...page.prose(sentenceOf(first.message, first.resource?.address, alike.length - 1), "    "),
    ...showEvidence(first, options, page),
  ];
}

function showAddress({ resource, location, calls = [] }: ResultVerdict, page: Page): string {
  const address = page.chalk.cyan(escapeText(resource?.address ?? "the input as a whole"));
  if (location === undefined) return `  ${address}`;
  // from the inside out: what decides, then where its module is called
  const called = calls.map((call) => `, called at ${describeLocation(call.location)}`).reverse();
  const place = `${describeLocation(location)}${called.join("")}`;
  const isLong = (resource?.address ?? "").length + place.length + 3 > page.width;
  return `  ${address}${isLong ? "\n    " : " "}${page.chalk.dim(place)}`;
}

/** The first line a step before the others. */
function hang([first = "", ...others]: Block): Block {
  return [first.replace(/^ {2}/, ""), ...others];
}

function showEvidence(verdict: ResultVerdict, { verbose }: ReportOptions, page: Page): Block {
  const longest = verbose ? 300 : 90;
  const { shown, more } = firstOf(verdict.evidence, verbose ? verdict.evidence.length : MOST_EVIDENCE);
  return [
    ...shown.flatMap((evidence) =>
      hang(page.lines(describeEvidence(evidence, verdict.resource?.address, longest), "      ")),
    ),
    ...(more > 0 ? [page.chalk.dim(`    … and ${more} more`)] : []),
  ];
}
