import { html } from "../markup.ts";
import { resourceRow, resourceVerdicts } from "../parts/resource-row.ts";
import { NONE, STATES } from "../report-data.ts";
import type { ReportData } from "../report-data.ts";
import { summarizeResources } from "../summarize-resources.ts";
import { count, thousands } from "../words.ts";
import { append, fill } from "./fill.ts";
import { showEmpty, startFilter } from "./filter-form.ts";
import type { Asked, FilterForm } from "./filter-form.ts";
import { hasWords, wordsOf } from "./match-text.ts";
import { resourceTexts } from "./texts.ts";

const FIRST_SHOWN = 100;
const MORE_SHOWN = 200;

/** Filters the resources, shows more of them when asked, and fills a resource when it is opened. */
export function startResources(data: ReportData): FilterForm | undefined {
  const list = document.querySelector("[data-resources]");
  const more = document.querySelector<HTMLElement>("[data-more-resources]");
  const summaries = summarizeResources(data);
  const texts = resourceTexts(data);
  let matching: readonly number[] = summaries.map((_, position) => position);
  let shown = 0;

  function showNext(number: number): void {
    const next = matching.slice(shown, shown + number);
    const rows = next.flatMap((position) => {
      const summary = summaries[position];
      return summary === undefined ? [] : [resourceRow(data, summary, position)];
    });
    if (list !== null) append(list, html`${rows}`);
    shown += next.length;
    tellMore();
  }

  function tellMore(): void {
    const rest = matching.length - shown;
    if (more === null) return;
    more.hidden = rest === 0;
    const [button, told] = more.children;
    if (button instanceof HTMLElement) button.hidden = false;
    if (told !== undefined) told.textContent = count(rest, "more resource");
  }

  function apply({ state, type, text = "" }: Asked): string {
    const words = wordsOf(text);
    matching = summaries.flatMap(({ resource, counts }, position) => {
      const [, shownType = NONE, writtenType = NONE] = data.resources[resource] ?? [];
      const isShown =
        (state === undefined || STATES.some((one) => one === state && counts[one] > 0)) &&
        (type === undefined || data.texts[writtenType === NONE ? shownType : writtenType] === type) &&
        hasWords(words, texts[resource] ?? "");
      return isShown ? [position] : [];
    });
    shown = 0;
    list?.replaceChildren();
    showNext(FIRST_SHOWN);
    showEmpty("resources", matching.length === 0);
    return `${thousands(matching.length)} of ${count(summaries.length, "resource")}`;
  }

  more?.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLButtonElement) showNext(MORE_SHOWN);
  });
  // the event does not rise, and rows come and go
  list?.addEventListener(
    "toggle",
    ({ target }) => target instanceof HTMLDetailsElement && open(target),
    true,
  );

  function open(row: HTMLDetailsElement): void {
    const body = row.querySelector(":scope > [data-lazy]");
    const summary = summaries[Number(row.dataset["resource"])];
    if (!row.open || body === null || summary === undefined) return;
    fill(body, resourceVerdicts(data, summary));
    body.removeAttribute("data-lazy");
  }

  return startFilter("resources", apply);
}
