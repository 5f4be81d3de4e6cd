import type { HostedInstance } from "../../../languages/hcl/evaluator/shared.ts";

/** Arguments that bring statements of other documents, before or over those that are written as blocks. */
const MERGED = ["override_json", "override_policy_documents", "source_json", "source_policy_documents"];

/** The block behind a statement in the text of `aws_iam_policy_document`; the data source for the rest of its text. */
export function statementBehind(
  instance: HostedInstance,
  attribute: string,
  [part, index]: readonly string[],
): readonly string[] | undefined {
  if (attribute !== "json" && attribute !== "minified_json") return undefined;
  if (part !== "Statement" || index === undefined) return [];
  const attributes = instance.attributes();
  const isMerged = MERGED.some((name) => attributes.get(name)?.isNull === false);
  return isMerged ? [] : ["statement", index];
}
