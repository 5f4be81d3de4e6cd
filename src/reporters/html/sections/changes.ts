import type { ResultBaselineEntry, ResultDocument } from "../../../model/result-document.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { icon, severityLabel } from "../parts/labels.ts";
import { WHOLE_INPUT } from "../parts/verdicts.ts";
import { thousands } from "../words.ts";

const MOST_FIXED = 5;

/** What has changed against the baseline. */
export function showChanges({ baseline }: ResultDocument): Markup {
  if (baseline === undefined) {
    return html`<section class="block" aria-labelledby="changes-heading">
      <h3 id="changes-heading">Changes</h3>
      <p class="quiet">This scan had no baseline to compare with: every finding counts.</p>
    </section>`;
  }
  const { file, fixed, notSeen } = baseline;
  return html`<section class="block" aria-labelledby="changes-heading">
    <h3 id="changes-heading">Changes against the baseline</h3>
    <ul class="changes">
      <li class="change-new">${icon("new")}<b>${thousands(baseline.new)}</b> new</li>
      <li class="change-fixed">${icon("passing")}<b>${thousands(fixed.length)}</b> fixed</li>
      <li>${icon("known")}<b>${thousands(baseline.known)}</b> known</li>
      ${notSeen > 0 && html`<li>${icon("not-assessed")}<b>${thousands(notSeen)}</b> not seen</li>`}
    </ul>
    ${fixed.length > 0 && showFixed(fixed)}
    <p class="quiet">
      Compared with ${file}.
      ${notSeen > 0 && "Not seen: this scan did not ask the rule, or did not read that part of the input."}
    </p>
  </section>`;
}

function showFixed(fixed: readonly ResultBaselineEntry[]): Markup {
  const line = ({ severity, title, address }: ResultBaselineEntry): Markup =>
    html`<li>
      ${severityLabel(severity)}<span>${title} <code class="address">${address ?? WHOLE_INPUT}</code></span>
    </li>`;
  const rest = fixed.slice(MOST_FIXED);
  return html`<h4>Fixed</h4>
    <ul class="fixed">
      ${fixed.slice(0, MOST_FIXED).map(line)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${thousands(rest.length)} more</summary>
        <ul class="fixed">
          ${rest.map(line)}
        </ul>
      </details>`
    }`;
}
