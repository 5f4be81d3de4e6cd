import type { ReportData } from "../report-data.ts";
import { count, thousands } from "../words.ts";
import { showEmpty, startFilter } from "./filter-form.ts";
import type { Asked, FilterForm } from "./filter-form.ts";
import { hasWords, wordsOf } from "./match-text.ts";
import { ruleTexts } from "./texts.ts";

/** Filters the rules. */
export function startRules(data: ReportData): FilterForm | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>("tr[data-rule-row]")];
  const texts = ruleTexts(data);

  function apply({ text = "", severity, state }: Asked): string {
    const words = wordsOf(text);
    let shown = 0;
    for (const row of rows) {
      const rule = Number(row.dataset["ruleRow"]);
      const isShown =
        (severity === undefined || data.rules[rule]?.[2] === severity) &&
        (state === undefined || row.dataset["said"]?.split(" ").includes(state) === true) &&
        hasWords(words, texts[rule] ?? "");
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    showEmpty("rules", shown === 0);
    return `${thousands(shown)} of ${count(rows.length, "rule")}`;
  }

  return startFilter("rules", apply);
}
