import { error, notice, warning } from "@actions/core";
import type { AnnotationProperties } from "@actions/core";
import { posix } from "node:path";
import type { ResultDocument, ResultVerdict } from "../model/result-document.ts";
import { describeEvidence } from "../reporters/describe-evidence.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { count } from "../reporters/text/page.ts";

/** GitHub keeps ten errors and ten warnings of a step, the first ones; the tenth is left for how the step ended. */
const MOST_OF_A_KIND = 9;
const MOST_EVIDENCE = 3;
const LONGEST_VALUE = 120;

/** Findings at one line: a module that is called ten times has its mistake once. */
interface Place {
  readonly first: ResultVerdict;
  readonly file: string;
  readonly more: number;
}

/** Marks the lines of new findings, the worst first, and says how many are not marked. */
export function annotate({ verdicts }: ResultDocument, workspace: string, current: string): void {
  const fresh = verdicts.filter(
    ({ verdict, waiver, baseline }) => verdict === "fail" && waiver === undefined && baseline !== "known",
  );
  const places = groupPlaces(fresh, workspace, current);
  const errors = places.filter(({ first }) => isError(first));
  const warnings = places.filter(({ first }) => !isError(first));
  for (const place of errors.slice(0, MOST_OF_A_KIND)) error(...annotationOf(place));
  for (const place of warnings.slice(0, MOST_OF_A_KIND)) warning(...annotationOf(place));
  const shown = [...errors.slice(0, MOST_OF_A_KIND), ...warnings.slice(0, MOST_OF_A_KIND)];
  let marked = 0;
  for (const { more } of shown) marked += 1 + more;
  if (marked === fresh.length) return;
  const rest = count(fresh.length - marked, "more finding");
  notice(
    `${rest}: GitHub shows ten errors and ten warnings of a step, and some findings have no line in the repository. The job summary and the SARIF file have all of them.`,
    { title: "genoscan" },
  );
}

function isError({ severity }: ResultVerdict): boolean {
  return severity === "critical" || severity === "high";
}

function groupPlaces(
  verdicts: readonly ResultVerdict[],
  workspace: string,
  current: string,
): readonly Place[] {
  const places = new Map<string, { first: ResultVerdict; file: string; more: number }>();
  for (const verdict of verdicts) {
    const file =
      verdict.location === undefined ? undefined : inside(verdict.location.file, workspace, current);
    if (file === undefined) continue;
    const key = JSON.stringify([verdict.rule, file, verdict.location?.line]);
    const known = places.get(key);
    if (known === undefined) places.set(key, { first: verdict, file, more: 0 });
    else known.more += 1;
  }
  return [...places.values()];
}

/** The path from the root of the repository, as GitHub shows it; `undefined` for what lies outside. */
function inside(file: string, workspace: string, current: string): string | undefined {
  const slashed = (path: string): string => path.replaceAll("\\", "/");
  const path = posix.relative(slashed(workspace), posix.resolve(slashed(current), slashed(file)));
  return path === "" || path.startsWith("..") || path.includes(":") ? undefined : path;
}

function annotationOf({ first, file, more }: Place): [string, AnnotationProperties] {
  const { message, evidence, resource, rule, severity, title, location } = first;
  const others = more > 0 ? ` (and ${String(more)} more at this line)` : "";
  const lines = [
    `${escapeText(message)}${others}`,
    ...evidence
      .slice(0, MOST_EVIDENCE)
      .map((item) => describeEvidence(item, resource?.address, LONGEST_VALUE)),
    `genoscan explain ${rule}`,
  ];
  return [
    lines.join("\n"),
    {
      title: escapeText(`${severity}: ${title}`),
      file: escapeText(file),
      ...(location?.line !== undefined && { startLine: location.line }),
      ...(location?.column !== undefined && { startColumn: location.column }),
    },
  ];
}
