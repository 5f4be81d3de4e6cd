import type { ResultDeclaredWaiver } from "../../../model/result-document.ts";
import { placeOf } from "../build-data.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { count, showDay, thousands } from "../words.ts";
import { section } from "./section.ts";

const STATES = {
  expired: ["Expired", "What it covered counts again."],
  unmatched: ["Unmatched", "It meets no finding of this scan."],
  holds: ["Holds", "It accepts findings."],
  "not-asked": ["Not asked", "Its rule is not in force in this scan."],
} as const;

/** What persons accept, for how long and why; those that no longer do anything first. */
export function showWaivers({ result }: Contents): Markup {
  const waivers = result.waivers ?? [];
  const lead =
    "A waiver says that a person accepts a finding for a time. It never changes a verdict: what is waived still fails, and so does its control.";
  if (waivers.length === 0) {
    return section(
      "waivers",
      lead,
      html`<p class="quiet">No waiver is declared, in genoscan.yaml or in a comment.</p>`,
    );
  }
  const ordered = (Object.keys(STATES) as readonly ResultDeclaredWaiver["state"][]).flatMap((state) =>
    waivers.filter((waiver) => waiver.state === state),
  );
  return section(
    "waivers",
    lead,
    html`<p>${count(waivers.length, "waiver")}; ${count(result.summary.waived, "finding")} waived.</p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Rule and resource</th>
            <th scope="col">Reason</th>
            <th scope="col">Owner</th>
            <th scope="col">Until</th>
            <th scope="col">State</th>
            <th scope="col" class="number">Findings</th>
          </tr>
        </thead>
        <tbody>
          ${ordered.map((waiver) => waiverRow(waiver))}
        </tbody>
      </table>`,
  );
}

function waiverRow(waiver: ResultDeclaredWaiver): Markup {
  const { rule, subject, reason, owner, expires, ticket, state, findings, location } = waiver;
  const [label, meaning] = STATES[state];
  return html`<tr>
    <th scope="row">
      <code>${rule}</code><code class="other">${subject}</code><span class="place">${placeOf(location)}</span>
    </th>
    <td data-label="Reason">${reason}${ticket !== undefined && html`<span class="note">${ticket}</span>`}</td>
    <td data-label="Owner">${owner ?? html`<span class="quiet">not named</span>`}</td>
    <td data-label="Until">${showDay(expires)}</td>
    <td data-label="State"><b class="waiver-${state}">${label}</b><span class="note">${meaning}</span></td>
    <td class="number" data-label="Findings">${thousands(findings)}</td>
  </tr>`;
}
