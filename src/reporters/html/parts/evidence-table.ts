import { breakable, html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import type { EvidenceView } from "../read-data.ts";

/** Each property that decided, what it is and what was expected of it. `address` is the resource of the verdict. */
export function evidenceTable(evidence: readonly EvidenceView[], address: string | undefined): Markup {
  if (evidence.length === 0) return html``;
  return html`<table class="evidence">
    <thead>
      <tr>
        <th scope="col">Property</th>
        <th scope="col">Found</th>
        <th scope="col">Expected</th>
      </tr>
    </thead>
    <tbody>
      ${evidence.map((item) => evidenceRow(item, address))}
    </tbody>
  </table>`;
}

function evidenceRow(item: EvidenceView, address: string | undefined): Markup {
  const { property, pointer, place, expected } = item;
  return html`<tr>
    <th scope="row">
      ${item.address !== address && html`<code class="other">${item.address}</code>`}
      <code>${property === "" ? "the resource" : breakable(property)}</code>
      ${pointer !== property && html`<code class="pointer">${breakable(pointer)}</code>`}
      ${place !== undefined && html`<span class="place">${place}</span>`}
    </th>
    <td data-label="Found">${found(item)}</td>
    <td data-label="Expected">
      ${expected === "" ? html`<span class="quiet">nothing more</span>` : html`<code>${expected}</code>`}
    </td>
  </tr>`;
}

function found({ kind, found: text = "", item, note }: EvidenceView): Markup {
  return html`
    ${foundValue(kind, text)} ${note !== undefined && html`<span class="note">${note}</span>`}
    ${item !== undefined && html`<span class="note">in <code>${item}</code></span>`}
  `;
}

function foundValue(kind: EvidenceView["kind"], text: string): Markup {
  switch (kind) {
    case "absent":
      return html`<span class="found-absent">not set</span>`;
    case "hidden":
      return html`<span class="found-absent">not shown</span>`;
    case "unknown":
      return html`<span class="found-unknown">not known: ${text}</span>`;
    case "reference":
      return html`<span class="quiet">refers to </span><code>${text}</code>`;
    case "value":
      return html`<code>${text}</code>`;
  }
}
