import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { readResource, readVerdict, stateOf } from "../read-data.ts";
import { NONE, STATES } from "../report-data.ts";
import type { ReportData } from "../report-data.ts";
import type { ResourceSummary } from "../summarize-resources.ts";
import { evidenceTable } from "./evidence-table.ts";
import { STATE_LABELS, anchorOf, icon, severityLabel, stateCount, stateIcon } from "./labels.ts";
import { WHOLE_INPUT } from "./verdicts.ts";

/** One resource with what the verdicts say of it; the verdicts themselves come when it is opened. */
export function resourceRow(
  data: ReportData,
  { resource, counts }: ResourceSummary,
  position: number,
): Markup {
  const view = readResource(data, resource);
  const type = view?.writtenType ?? view?.type;
  return html`<details class="resource" data-resource="${position}">
    <summary>
      <span class="resource-name">
        <code class="address">${view?.address ?? WHOLE_INPUT}</code>
        <span class="quiet">${type}${view?.place !== undefined && ` · ${view.place}`}</span>
      </span>
      <span class="state-counts"
        >${STATES.filter((state) => counts[state] > 0).map((state) => stateCount(state, counts[state]))}</span
      >
    </summary>
    <div class="resource-body" data-lazy></div>
  </details>`;
}

/** What every rule says of one resource, findings first. */
export function resourceVerdicts(data: ReportData, { resource, verdicts }: ResourceSummary): Markup {
  const view = resource === NONE ? undefined : readResource(data, resource);
  const ordered = STATES.flatMap((state) => verdicts.filter((index) => stateOf(data, index) === state));
  return html`
    ${view !== undefined && html`<p class="quiet">${view.type}${view.name !== undefined && ` · named ${view.name}`}</p>`}
    <ul class="rule-verdicts">
      ${ordered.map((index) => ruleVerdict(data, index, view?.address))}
    </ul>
  `;
}

function ruleVerdict(data: ReportData, index: number, address: string | undefined): Markup {
  const { rule, reasons, evidence } = readVerdict(data, index);
  const state = stateOf(data, index);
  return html`<li class="rule-verdict">
    <details>
      <summary>
        <span class="state state-${state}">${icon(stateIcon(state))}${STATE_LABELS[state]}</span>
        <span class="rule-title">${rule.title}</span>
        ${severityLabel(rule.severity)}
      </summary>
      <p class="quiet"><a href="#${anchorOf(state, rule.id)}">${rule.id}</a></p>
      ${
        reasons.length > 0 &&
        html`<ul class="reasons">
          ${reasons.map((reason) => html`<li><span class="quiet">because</span> ${reason}</li>`)}
        </ul>`
      }
      ${evidenceTable(evidence, address)}
    </details>
  </li>`;
}
