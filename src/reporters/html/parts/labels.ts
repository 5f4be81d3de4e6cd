import type { ResultControl, Severity } from "../../../model/result-document.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import type { State } from "../report-data.ts";
import { STATUSES } from "../statuses.ts";

export const STATE_LABELS: Readonly<Record<State, string>> = {
  fail: "Failed",
  unknown: "Not decided",
  known: "Known",
  waived: "Waived",
  pass: "Passed",
};

export const FRAMEWORK_LABELS = {
  genomics: "Genomics",
  hipaa: "HIPAA",
  hitrust: "HITRUST",
  "aws-config": "AWS Config",
  "azure-policy": "Azure Policy",
} as const;

/** A picture from the sprite of the page; the text beside it says the same. */
export function icon(name: string): Markup {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
}

/** Read by a screen reader alone. */
export function unseen(text: string): Markup {
  return html`<span class="unseen">${text}</span>`;
}

export function severityLabel(severity: Severity): Markup {
  return html`<span class="severity severity-${severity}">${severity}</span>`;
}

export function statusLabel(status: ResultControl["status"]): Markup {
  return html`<span class="status status-${status}">${icon(status)}${STATUSES[status].label}</span>`;
}

/** `3 failed`, with the sign of its state. */
export function stateCount(state: State, number: number): Markup {
  const label = STATE_LABELS[state].toLowerCase();
  return html`<span class="state state-${state}">${icon(stateIcon(state))}${number} ${label}</span>`;
}

export function stateIcon(state: State): string {
  const icons = { fail: "failing", unknown: "unknown", pass: "passing", known: "known", waived: "waived" };
  return icons[state];
}

/** A part of the page by the id of what it shows. */
export function anchorOf(kind: "control" | "rule" | State, id: string): string {
  return `${kind}:${id}`;
}
