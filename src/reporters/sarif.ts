import type { Log, Run } from "sarif";
import type { ResultDocument } from "../model/result-document.ts";
import type { ReportOptions } from "./reporter.ts";
import { sarifArtifacts, uriOf } from "./sarif/artifacts.ts";
import { sarifInvocation } from "./sarif/invocation.ts";
import { sarifResults } from "./sarif/results.ts";
import { sarifRules } from "./sarif/rules.ts";
import { selectVerdicts } from "./sarif/select-verdicts.ts";
import { stringifyJson } from "./stringify-json.ts";

/** SARIF 2.1.0 (OASIS), within the limits of GitHub code scanning. */
export function reportSarif(result: ResultDocument, { rules, repository, category }: ReportOptions): string {
  const uri = (path: string): string => uriOf(path, repository);
  const { kept, cut } = selectVerdicts(result.verdicts);
  const ruleIds = [...new Set(kept.map(({ rule }) => rule))];
  const run: Run = {
    tool: {
      driver: {
        name: "genoscan",
        version: result.tool.version,
        semanticVersion: result.tool.version,
        properties: { rulesetDigest: result.tool.rulesetDigest },
        rules: sarifRules(ruleIds, rules),
      },
    },
    // GitHub takes what stands before the last slash for the category
    ...(category !== undefined && { automationDetails: { id: `${category}/` } }),
    invocations: [sarifInvocation(result, cut, uri)],
    artifacts: sarifArtifacts(result.inputs, uri),
    results: sarifResults(kept, ruleIds, result, uri),
    columnKind: "utf16CodeUnits",
  };
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return stringifyJson(log);
}
