import schema from "../../../schemas/parameters.schema.json" with { type: "json" };
import { checkDocument } from "../../documents/check-document.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import { joinPointer } from "../../model/pointer.ts";
import type { Value } from "../../model/value.ts";
import { compileSchema, describeSchema } from "../compile-schema.ts";
import { bindParameters } from "../parameters.ts";
import type { ParametersDocument } from "../parameters-document.ts";
import { checkSchema } from "./check-schema.ts";
import { problemOf } from "./document-problem.ts";
import { createRuleReport } from "./rule-report.ts";
import type { RuleProblem, RuleReport } from "./rule-report.ts";

/** Reads the declarations of parameters. Those of a file with which something is wrong are left out. */
export function checkParametersFile(
  path: string,
  text: string,
): { readonly parameters: ParametersDocument; readonly problems: readonly RuleProblem[] } {
  const document = checkDocument(path, text, schema);
  if (document.problems.length > 0) {
    return { parameters: {}, problems: document.problems.map((problem) => problemOf(problem, text)) };
  }
  const parameters = document.value as ParametersDocument;
  const report = createRuleReport(document);
  for (const name of Object.keys(parameters)) checkParameter(parameters, name, report);
  const problems = report.problems();
  return { parameters: problems.length > 0 ? {} : parameters, problems };
}

function checkParameter(declared: ParametersDocument, name: string, report: RuleReport): void {
  const parameter = declared[name];
  if (parameter === undefined) return;
  const place = joinPointer("", name);
  const before = report.problems().length;
  const refuse = (_: string, pointer: string) =>
    report.value("rule-invalid", pointer, "the schema of a parameter holds no parameter");
  checkSchema({ report, defaults: {}, useParameter: refuse }, parameter.schema, `${place}/schema`);
  if (report.problems().length > before) return;
  if ("derived" in parameter) {
    checkDerivation(declared, parameter.derived.from, `${place}/derived/from`, report);
  } else if (compileSchema(parameter.schema)(parameter.default as Value) !== true) {
    report.value(
      "rule-invalid",
      `${place}/default`,
      `the default must be ${describeSchema(parameter.schema)}`,
    );
  }
}

function checkDerivation(
  declared: ParametersDocument,
  from: string,
  pointer: string,
  report: RuleReport,
): void {
  const source = Object.hasOwn(declared, from) ? declared[from] : undefined;
  if (source === undefined) {
    const suggestion = didYouMean(from, Object.keys(declared));
    report.value("rule-unknown-parameter", pointer, `there is no parameter "${from}"${suggestion}`);
  } else if (!("default" in source) || typeof bindParameters({ [from]: source })[from] !== "number") {
    report.value("rule-invalid", pointer, `"${from}" must be a number that a site may set`);
  }
}
