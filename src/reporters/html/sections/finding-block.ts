import type { Contents } from "../contents.ts";
import type { VerdictGroup } from "../group-verdicts.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { controlLinks } from "../parts/controls.ts";
import { anchorOf, severityLabel } from "../parts/labels.ts";
import { verdictList } from "../parts/verdicts.ts";
import { readRule } from "../read-data.ts";
import { count, isLink } from "../words.ts";
import { showRemediation } from "./remediation.ts";

/** One rule in one state. What passed comes when it is opened: it is most of a result, and few read all of it. */
export function findingBlock(group: VerdictGroup, contents: Contents): Markup {
  const { data, options, mostListed } = contents;
  const rule = readRule(data, group.rule);
  const about = options.rules.get(rule.id);
  const isLazy = group.state === "pass";
  return html`<details
    class="finding finding-${group.state}"
    id="${anchorOf(group.state, rule.id)}"
    data-rule="${group.rule}"
    data-state="${group.state}"
  >
    <summary>
      ${severityLabel(rule.severity)}
      <h4>${rule.title}</h4>
      <span class="times" data-times>${count(group.verdicts.length, "verdict")}</span>
    </summary>
    <div class="finding-body">
      <p class="rule-id"><code>${rule.id}</code></p>
      ${about !== undefined && html`<p class="why">${oneLine(about.description)}</p>`}
      <div class="verdicts" ${isLazy && html` data-lazy`}>
        ${isLazy ? html`<p class="quiet">The evidence is in this file; a browser that runs its script shows it here.</p>` : verdictList(data, group.verdicts, mostListed)}
      </div>
      ${!isLazy && showRemediation(rule.id, contents)}
      ${
        rule.controls.length > 0 &&
        html`<h5>Evidence for</h5>
          ${controlLinks(rule.controls)}`
      }
      ${about !== undefined && about.references.length > 0 && showReferences(about.references)}
    </div>
  </details>`;
}

function showReferences(references: readonly string[]): Markup {
  return html`<ul class="references">
    ${references.map((uri) => html`<li>${isLink(uri) ? html`<a href="${uri}" rel="noreferrer noopener" target="_blank">${uri.replace(/^https?:\/\//, "")}</a>` : uri}</li>`)}
  </ul>`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
