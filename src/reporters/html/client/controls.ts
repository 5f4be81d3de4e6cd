import { NONE } from "../report-data.ts";
import type { ReportData } from "../report-data.ts";
import { count, thousands } from "../words.ts";
import { showEmpty, startFilter } from "./filter-form.ts";
import type { Asked, FilterForm } from "./filter-form.ts";
import { findWords, hasWords, wordsOf } from "./match-text.ts";
import { resourceTexts } from "./texts.ts";

interface Row {
  readonly element: HTMLElement;
  readonly control: string;
  readonly status: string;
  readonly text: string;
}

/** Filters the control matrix. */
export function startControls(data: ReportData): FilterForm | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>("tr[data-control]")].map((element): Row => {
    const { control = "", status = "" } = element.dataset;
    const title = element.querySelector(".control-title")?.textContent ?? "";
    return { element, control, status, text: `${control} ${title}`.toLowerCase() };
  });
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-framework]")];

  function apply(asked: Asked): string {
    const { framework, status, severity, resource } = asked;
    const words = wordsOf(asked["text"] ?? "");
    const concerned =
      severity === undefined && resource === undefined
        ? undefined
        : concernedControls(data, severity, resource);
    let shown = 0;
    for (const row of rows) {
      const isShown =
        (framework === undefined || row.control.startsWith(`${framework} `)) &&
        (status === undefined || row.status === status) &&
        (concerned === undefined || concerned.has(row.control)) &&
        hasWords(words, row.text);
      row.element.hidden = !isShown;
      if (isShown) shown += 1;
    }
    for (const block of blocks) block.hidden = block.querySelector("tr[data-control]:not([hidden])") === null;
    showEmpty("controls", shown === 0);
    return `${thousands(shown)} of ${count(rows.length, "control")}`;
  }

  return startFilter("controls", apply);
}

/** The controls with a finding of a severity, with a verdict on a resource, or with both in one. */
function concernedControls(
  data: ReportData,
  severity: string | undefined,
  resource: string | undefined,
): ReadonlySet<string> {
  const words = wordsOf(resource ?? "");
  const hits = findWords(words, resourceTexts(data));
  const rules = new Set<number>();
  for (const [rule, outcome, on] of data.verdicts) {
    const isSevere = severity === undefined || (data.rules[rule]?.[2] === severity && outcome !== 2);
    const isOn = words.every((_, word) => on !== NONE && hits[word]?.[on] === true);
    if (isSevere && isOn) rules.add(rule);
  }
  return new Set(
    [...rules].flatMap((rule) =>
      (data.rules[rule]?.[3] ?? []).map((control) => data.controls[control]?.join(" ") ?? ""),
    ),
  );
}
