import { sentenceOf } from "../../sentence-of.ts";
import { groupAlike } from "../group-verdicts.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import type { VerdictView, WaiverView } from "../read-data.ts";
import type { ReportData } from "../report-data.ts";
import { count, showDay } from "../words.ts";
import { evidenceTable } from "./evidence-table.ts";

export const WHOLE_INPUT = "the input as a whole";

/** Verdicts of one rule: those that rest on the same evidence share it. `most` is how many of them are listed. */
export function verdictList(data: ReportData, verdicts: readonly number[], most: number): Markup {
  const groups = groupAlike(data, verdicts.slice(0, most));
  const more = verdicts.length - most;
  return html`
    ${groups.map((group) => alikeVerdicts(group))}
    ${more > 0 && html`<p class="more"><button type="button" data-more>Show more</button> ${count(more, "more verdict")} of this rule</p>`}
  `;
}

function alikeVerdicts(verdicts: readonly VerdictView[]): Markup {
  const [first, ...others] = verdicts;
  if (first === undefined) return html``;
  return html`<div class="alike">
    <ul class="addresses">
      ${verdicts.map((verdict) => addressLine(verdict))}
    </ul>
    ${sentence(first, others.length)}
    ${
      first.reasons.length > 0 &&
      html`<ul class="reasons">
        ${first.reasons.map((reason) => html`<li><span class="quiet">because</span> ${reason}</li>`)}
      </ul>`
    }
    ${evidenceTable(first.evidence, first.resource?.address)}
  </div>`;
}

function addressLine({ resource, place, calls, isNew, waiver, fingerprint, outcome }: VerdictView): Markup {
  const inner = calls.toReversed();
  return html`<li>
    <code class="address">${resource?.address ?? WHOLE_INPUT}</code>
    ${isNew && outcome !== "pass" && html` <span class="new">new</span>`}
    ${place !== undefined && html` <span class="place">${place}</span>`}
    ${inner.map((call) => html` <span class="place">called at ${call}</span>`)}
    ${fingerprint !== undefined && html` <span class="fingerprint" title="Fingerprint of the finding">${fingerprint}</span>`}
    ${waiver !== undefined && waiverLine(waiver)}
  </li>`;
}

function waiverLine({ reason, owner, expires, ticket, place }: WaiverView): Markup {
  return html`<p class="waiver-line">
    ${reason}
    <span class="quiet"
      >(${owner !== undefined && `${owner}, `}until
      ${showDay(expires)}${ticket !== undefined && `, ${ticket}`}${place !== undefined && `; ${place}`})</span
    >
  </p>`;
}

/** What is wrong with one or with each; what settles an unknown is the same for all. */
function sentence({ outcome, message, rule, resource }: VerdictView, others: number): Markup | false {
  if (message === rule.title || outcome === "pass") return false;
  if (outcome === "unknown") {
    return !message.endsWith(rule.title) && html`<p class="sentence"><b>To settle it:</b> ${message}</p>`;
  }
  return html`<p class="sentence">${sentenceOf(message, resource?.address, others)}</p>`;
}
