import schema from "../../../schemas/control-catalogue.schema.json" with { type: "json" };
import { checkDocument } from "../../documents/check-document.ts";
import type { ControlCatalogueDocument } from "../control-catalogue-document.ts";
import { problemOf } from "./document-problem.ts";
import type { RuleProblem } from "./rule-report.ts";

/** Reads the catalogue of a framework. It is `undefined` when something is wrong with the file. */
export function checkCatalogueFile(
  path: string,
  text: string,
): { readonly catalogue: ControlCatalogueDocument | undefined; readonly problems: readonly RuleProblem[] } {
  const { value, problems } = checkDocument(path, text, schema);
  const catalogue = problems.length > 0 ? undefined : (value as ControlCatalogueDocument);
  return { catalogue, problems: problems.map((problem) => problemOf(problem, text)) };
}
