import type { Framework } from "../../../model/framework.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import type { ControlRow } from "../report-data.ts";
import { FRAMEWORK_LABELS, anchorOf } from "./labels.ts";

/** The controls that a verdict is evidence for, by framework, each a link to its line in the matrix. */
export function controlLinks(controls: readonly ControlRow[]): Markup {
  const byFramework = new Map<Framework, string[]>();
  for (const [framework, id] of controls) {
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), id]);
  }
  const linked = (framework: Framework, id: string): Markup =>
    html`<a href="#${anchorOf("control", `${framework}:${id}`)}">${id}</a>`;
  return html`<ul class="control-links">
    ${[...byFramework].map(
      ([framework, ids]) =>
        html`<li>
          <span class="framework">${FRAMEWORK_LABELS[framework]}</span>
          <span>${ids.map((id, index) => [index > 0 && ", ", linked(framework, id)])}</span>
        </li>`,
    )}
  </ul>`;
}
