import ruleSchema from "../../../schemas/rule.schema.json" with { type: "json" };
import { compileSchema } from "../../documents/compile-schema.ts";
import type { JsonSchema } from "../../documents/compile-schema.ts";
import { describeComplaint } from "../../documents/describe-complaint.ts";
import { findComplaints } from "../../documents/find-complaints.ts";
import type { ParsedDocument } from "../../documents/parse-document.ts";
import type { RuleReport } from "./rule-report.ts";

// clauses are checked one by one: ajv alone would complain of each word that a clause does not have
const OUTLINE: JsonSchema = { ...ruleSchema, $defs: { ...ruleSchema.$defs, clause: {} } };
const DEFINITIONS: Readonly<Record<string, JsonSchema>> = ruleSchema.$defs;

/** Checks a value in a rule file against the schema of rules, or against one of its definitions; clauses are left out. */
export function checkOutline(
  document: ParsedDocument,
  report: RuleReport,
  value: unknown,
  { definition, pointer }: { readonly definition?: string; readonly pointer: string } = { pointer: "" },
): void {
  const part = definition === undefined ? undefined : DEFINITIONS[definition];
  for (const complaint of findComplaints(compileSchema(OUTLINE), value, part, pointer)) {
    const message = describeComplaint(complaint, nameKeys, document.written(complaint.pointer));
    if (complaint.kind === "unknown-key") report.key("rule-unknown-word", complaint.pointer, message);
    else report.value("rule-invalid", complaint.pointer, message);
  }
}

function nameKeys(path: string): string {
  return path === "" ? "a key of a rule" : `a key of ${path}`;
}
