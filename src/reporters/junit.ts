import type { ResultDocument, ResultVerdict } from "../model/result-document.ts";
import { formatCase, outcomeOf } from "./junit/test-case.ts";
import type { CaseOutcome } from "./junit/test-case.ts";
import { xmlAttributes } from "./junit/xml.ts";
import type { ReportOptions } from "./reporter.ts";

/**
 * JUnit's XML in the form that Ant, Jenkins, GitLab and Azure Pipelines all read: a suite for each rule, a test for each
 * resource, and a suite for the inputs, in which what could not be read is an error.
 */
export function* reportJunit(result: ResultDocument, options: ReportOptions): Generator<string> {
  // without the fraction and the zone, which Ant's schema does not take
  const timestamp = result.run?.startedAt.slice(0, "2026-01-15T08:00:00".length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  yield* inputSuite(result, timestamp);
  let id = 0;
  for (const [rule, verdicts] of byRule(result.verdicts)) {
    id += 1;
    const [first] = verdicts;
    if (first === undefined) continue;
    const controls = first.controls.map((control) => `${control.framework} ${control.id}`).join(", ");
    const counts = { id, timestamp, ...count(verdicts, options) };
    yield suiteStart(`${rule}: ${first.title}`, counts, { severity: first.severity, controls });
    for (const verdict of verdicts) yield formatCase(verdict, options);
    yield SUITE_END;
  }
  yield "</testsuites>\n";
}

const SUITE_END = "    <system-out/>\n    <system-err/>\n  </testsuite>\n";

interface SuiteCounts {
  readonly id: number;
  readonly timestamp: string | undefined;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** A schema wants at least one property in every suite. */
function suiteStart(
  name: string,
  { id, timestamp, ...counts }: SuiteCounts,
  properties: Readonly<Record<string, string>>,
): string {
  const attributes = xmlAttributes({
    id,
    name: name.replace(/\s+/g, " ").trim(),
    package: "genoscan",
    hostname: "localhost",
    timestamp,
    ...counts,
    time: 0,
  });
  const about = Object.entries(properties)
    .map(([key, value]) => `      <property${xmlAttributes({ name: key, value })}/>\n`)
    .join("");
  return `  <testsuite${attributes}>\n    <properties>\n${about}    </properties>\n`;
}

/** What was read. A part that was not might hold findings, so it is an error and never a success. */
function* inputSuite(result: ResultDocument, timestamp: string | undefined): Generator<string> {
  const problems = result.coverage.map(({ subject, reason }) => ({ name: subject, message: reason }));
  const unread = result.inputs
    .filter(({ status }) => status === "unreadable")
    .map(({ path, message }) => ({ name: path, message: message ?? "it could not be read" }));
  const read = result.inputs.filter(({ status }) => status !== "unreadable");
  const errors = [...unread, ...problems];
  const tests = read.length + errors.length;
  const counts = { id: 0, timestamp, tests, failures: 0, errors: errors.length, skipped: 0 };
  yield suiteStart("inputs", counts, { genoscan: result.tool.version, ruleset: result.tool.rulesetDigest });
  for (const { path } of read) yield `    <testcase${caseAttributes(path)}/>\n`;
  for (const { name, message } of errors) {
    const error = `<error${xmlAttributes({ message: `not read: ${message}`, type: "incomplete" })}/>`;
    yield `    <testcase${caseAttributes(name)}>\n      ${error}\n    </testcase>\n`;
  }
  yield SUITE_END;
}

function caseAttributes(name: string): string {
  return xmlAttributes({ name: name.replace(/\s+/g, " ").trim(), classname: "inputs", time: 0 });
}

function byRule(verdicts: readonly ResultVerdict[]): ReadonlyMap<string, readonly ResultVerdict[]> {
  const rules = new Map<string, ResultVerdict[]>();
  for (const verdict of verdicts) {
    const own = rules.get(verdict.rule);
    if (own === undefined) rules.set(verdict.rule, [verdict]);
    else own.push(verdict);
  }
  return rules;
}

function count(
  verdicts: readonly ResultVerdict[],
  options: ReportOptions,
): Pick<SuiteCounts, "tests" | "failures" | "errors" | "skipped"> {
  const counts: Record<CaseOutcome, number> = { passed: 0, failure: 0, skipped: 0 };
  for (const verdict of verdicts) counts[outcomeOf(verdict, options)] += 1;
  return { tests: verdicts.length, failures: counts.failure, errors: 0, skipped: counts.skipped };
}
