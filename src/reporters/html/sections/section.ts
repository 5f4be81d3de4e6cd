import { html } from "../markup.ts";
import type { Child, Markup } from "../markup.ts";

/** The parts of the report in their order; each is a page of its own on the screen. */
export const SECTIONS = {
  summary: "Summary",
  controls: "Controls",
  findings: "Findings",
  resources: "Resources",
  coverage: "Coverage",
  waivers: "Waivers",
  attestations: "Attestations",
  rules: "Rules",
  manifest: "Manifest",
  "sign-off": "Sign-off",
} as const;

export type SectionName = keyof typeof SECTIONS;

export function section(name: SectionName, lead: Child, ...content: readonly Child[]): Markup {
  return html`<section
    id="${name}"
    class="page${name === "summary" && " shown"}"
    aria-labelledby="${name}-heading"
  >
    <h2 id="${name}-heading" tabindex="-1">${SECTIONS[name]}</h2>
    ${lead !== undefined && html`<p class="lead">${lead}</p>`} ${content}
  </section>`;
}

/** A table of names and values. */
export function facts(rows: readonly (readonly [name: string, value: Child] | false)[]): Markup {
  return html`<dl class="facts">
    ${rows.map(
      (row) =>
        row !== false &&
        html`<div>
          <dt>${row[0]}</dt>
          <dd>${row[1]}</dd>
        </div>`,
    )}
  </dl>`;
}

export function digest(sha256: string): Markup {
  return sha256 === "" ? html`<span class="quiet">none</span>` : html`<code class="digest">${sha256}</code>`;
}
