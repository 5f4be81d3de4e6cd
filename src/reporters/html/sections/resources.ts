import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { filterBar } from "../parts/filter-bar.ts";
import { STATE_LABELS } from "../parts/labels.ts";
import { resourceRow } from "../parts/resource-row.ts";
import { STATES } from "../report-data.ts";
import { summarizeResources } from "../summarize-resources.ts";
import { count } from "../words.ts";
import { section } from "./section.ts";

/** So many stand in the page; the script brings the others as they are asked for. */
const MOST_SHOWN = 100;

/** Each resource that has a verdict, with all that is said of it. */
export function showResources({ data, result }: Contents): Markup {
  const resources = summarizeResources(data);
  const types = [
    ...new Set(result.verdicts.flatMap(({ resource }) => resource?.writtenType ?? resource?.type ?? [])),
  ].sort();
  const more = resources.length - MOST_SHOWN;
  return section(
    "resources",
    `${count(result.summary.resources, "resource")} declared; the ones that a rule is about, those with the worst findings first.`,
    filterBar("resources", "Filter resources", [
      { name: "text", label: "Text", hint: "address, name or type" },
      {
        name: "state",
        label: "With a verdict",
        choices: STATES.map((state) => [state, STATE_LABELS[state]]),
      },
      { name: "type", label: "Resource type", choices: types.map((type) => [type, type]) },
    ]),
    html`<div class="resources" data-resources>
      ${resources.slice(0, MOST_SHOWN).map((one, index) => resourceRow(data, one, index))}
    </div>`,
    html`<p class="empty" data-empty="resources" ${resources.length > 0 && html` hidden`}>
      No resource ${resources.length > 0 ? "matches the filter" : "has a verdict"}.
    </p>`,
    more > 0 &&
      html`<p class="more" data-more-resources>
        <button type="button" hidden>Show more</button> <span>${count(more, "more resource")}</span>
      </p>`,
  );
}
