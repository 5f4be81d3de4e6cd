// yaml and ajv cost 30 ms each at a start: this file is reached by dynamic import only

import { parseDocument } from "../documents/parse-document.ts";
import type { ParsedDocument } from "../documents/parse-document.ts";
import { RuleError } from "../model/errors.ts";
import { checkClause } from "./loading/check-clause.ts";
import type { ClauseContext } from "./loading/check-clause.ts";
import { checkControls } from "./loading/check-controls.ts";
import { checkExamples } from "./loading/check-examples.ts";
import { checkOutline } from "./loading/check-outline.ts";
import { trackParameters } from "./loading/check-parameters.ts";
import { GRAPH, checkTypes, typesOf } from "./loading/ground.ts";
import { isObject } from "../model/is-object.ts";
import { describeSyntaxError } from "./loading/describe-syntax-error.ts";
import { ruleIdOf } from "./loading/rule-context.ts";
import type { RuleContext } from "./loading/rule-context.ts";
import { createRuleReport } from "./loading/rule-report.ts";
import type { RuleProblem, RuleReport } from "./loading/rule-report.ts";
import { bindParameters } from "./parameters.ts";
import type { RuleDocument } from "./rule-document.ts";

/**
 * Reads a rule file and checks all that can be checked without running it. Throws a RuleError with all that is wrong
 * with the file, each with line and column.
 */
export function parseRuleFile(path: string, text: string, context: RuleContext): RuleDocument {
  const { rule, problems } = checkRuleFile(path, text, context);
  if (problems.length > 0) throw new RuleError(problems);
  return rule;
}

/** The rule of a file with all that is wrong with it. Only a rule without problems is one. */
export function checkRuleFile(
  path: string,
  text: string,
  context: RuleContext,
): { readonly rule: RuleDocument; readonly problems: readonly RuleProblem[] } {
  const document = parseDocument(path, text);
  const rule = document.value as RuleDocument;
  if (document.syntaxErrors.length > 0) {
    const problems = document.syntaxErrors.map(({ message, location }): RuleProblem => {
      return { code: "rule-syntax", message: describeSyntaxError(message, text, location), location };
    });
    return { rule, problems };
  }
  const report = createRuleReport(document);
  checkOutline(document, report, document.value);
  if (isObject(document.value)) checkContent(document, report, document.value, { ...context, path });
  return { rule, problems: report.problems() };
}

function checkContent(
  document: ParsedDocument,
  report: RuleReport,
  rule: Readonly<Record<string, unknown>>,
  context: RuleContext & { readonly path: string },
): void {
  checkId(report, rule["id"], ruleIdOf(context.path, context.folder));
  checkControls(context, report, rule["controls"]);
  checkPlaceholders(report, rule["message"]);
  const uses = trackParameters(context.parameters, report);
  const schema = { report, defaults: bindParameters(context.parameters), useParameter: uses.note };
  checkClauses({ document, report, rule: context, schema }, rule);
  uses.check(rule["params"]);
  checkExamples(context, report, rule["examples"]);
}

function checkClauses(context: ClauseContext, rule: Readonly<Record<string, unknown>>): void {
  const select = isObject(rule["select"]) ? rule["select"] : {};
  const ground = { types: typesOf(select["type"]), base: [] };
  checkTypes(context.rule, context.report, select["type"], "/select/type");
  if (select["where"] !== undefined) checkClause(context, select["where"], "/select/where", ground);
  if (rule["assert"] === undefined) return;
  checkClause(context, rule["assert"], "/assert", select["scope"] === "graph" ? GRAPH : ground);
}

function checkId(report: RuleReport, id: unknown, expected: string): void {
  if (typeof id !== "string" || id === expected) return;
  report.value(
    "rule-wrong-id",
    "/id",
    `the id follows from the path of the file: "${expected}", not "${id}"`,
  );
}

function checkPlaceholders(report: RuleReport, message: unknown): void {
  if (typeof message !== "string") return;
  for (const [placeholder] of message.matchAll(/\{[^{}]*\}/g)) {
    if (["{address}", "{type}", "{name}"].includes(placeholder)) continue;
    report.value(
      "rule-invalid",
      "/message",
      `a message knows {address}, {type} and {name}, not ${placeholder}`,
    );
  }
}
