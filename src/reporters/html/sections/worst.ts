import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { anchorOf, severityLabel } from "../parts/labels.ts";
import { readRule } from "../read-data.ts";
import { count } from "../words.ts";

const MOST_SHOWN = 8;

/** What to mend first: the order of the findings is that of their severity. */
export function showWorst({ data, groups, result }: Contents): Markup {
  const open = groups.filter(({ state }) => state === "fail");
  const heading = html`<h3 id="worst-heading">Worst first</h3>`;
  if (open.length === 0) {
    const kind = result.baseline === undefined ? "" : "new ";
    return html`<section class="block" aria-labelledby="worst-heading">
      ${heading}
      <p class="quiet">
        There is no ${kind}finding to mend${result.summary.incomplete && " in what was read"}.
      </p>
    </section>`;
  }
  return html`<section class="block" aria-labelledby="worst-heading">
    ${heading}
    <ol class="worst">
      ${open.slice(0, MOST_SHOWN).map(({ rule: index, verdicts }) => {
        const rule = readRule(data, index);
        return html`<li>
          ${severityLabel(rule.severity)}
          <a href="#${anchorOf("fail", rule.id)}">${rule.title}</a>
          <span class="quiet">${count(verdicts.length, "finding")}</span>
        </li>`;
      })}
    </ol>
    ${open.length > MOST_SHOWN && html`<p><a href="#findings">All ${open.length} rules that failed</a></p>`}
  </section>`;
}
