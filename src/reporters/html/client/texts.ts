import { NONE } from "../report-data.ts";
import type { ReportData } from "../report-data.ts";

/** What a reader may look for in a rule, in lower case, by the position of the rule. */
export function ruleTexts({ rules, controls }: ReportData): readonly string[] {
  return rules.map(([id, title, , own]) => {
    const ids = own.map((control) => controls[control]?.join(" ") ?? "");
    return [id, title, ...ids].join(" ").toLowerCase();
  });
}

/** The same of a resource. */
export function resourceTexts({ resources, texts }: ReportData): readonly string[] {
  return resources.map((row) =>
    row
      .map((index) => (index === NONE ? "" : (texts[index] ?? "")))
      .join(" ")
      .toLowerCase(),
  );
}
