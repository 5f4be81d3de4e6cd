import type { Contents } from "../contents.ts";
import type { VerdictGroup } from "../group-verdicts.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { anchorOf, icon, severityLabel } from "../parts/labels.ts";
import { readRule } from "../read-data.ts";
import { count } from "../words.ts";

const MOST_SHOWN = 8;

/** What to look at first: the findings in the order of their severity, then what is not decided. */
export function showWorst({ data, groups, result }: Contents): Markup {
  const failed = groups.filter(({ state }) => state === "fail");
  const undecided = groups.filter(({ state }) => state === "unknown");
  const kind = result.baseline === undefined ? "" : "new ";
  const read = result.summary.incomplete ? " in what was read" : "";
  const listed = [...failed, ...undecided].slice(0, MOST_SHOWN);
  return html`<section class="block" aria-labelledby="worst-heading">
    <h3 id="worst-heading">${failed.length > 0 ? "Worst first" : "To look at"}</h3>
    ${failed.length === 0 && html`<p class="quiet">There is no ${kind}finding to mend${read}.</p>`}
    ${
      listed.length > 0 &&
      html`<ol class="worst">
        ${listed.map((group) => line(group, data))}
      </ol>`
    }
    ${
      failed.length > MOST_SHOWN &&
      html`<p><a href="#findings">All ${failed.length} rules that failed</a></p>`
    }
  </section>`;
}

function line({ state, rule: index, verdicts }: VerdictGroup, data: Contents["data"]): Markup {
  const rule = readRule(data, index);
  const number =
    state === "fail"
      ? count(verdicts.length, "finding")
      : html`<span class="state state-unknown">${icon("unknown")}not decided</span>`;
  return html`<li>
    ${severityLabel(rule.severity)}
    <a href="#${anchorOf(state, rule.id)}">${rule.title}</a>
    <span class="quiet">${number}</span>
  </li>`;
}
