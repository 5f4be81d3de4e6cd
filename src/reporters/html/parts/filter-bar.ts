import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";

export interface FilterField {
  readonly name: string;
  readonly label: string;
  /** Choices besides "any"; without them it is a field for text. */
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly hint?: string;
}

/** Narrows a list. Without a script there is nothing to narrow, so the script shows it. `list` names the list it is for. */
export function filterBar(list: string, label: string, fields: readonly FilterField[]): Markup {
  return html`<form class="filters" role="search" aria-label="${label}" data-filters="${list}" hidden>
    ${fields.map((field) => filterField(list, field))}
    <button type="reset" class="plain">Reset</button>
    <output class="filter-count" aria-live="polite" data-count="${list}"></output>
  </form>`;
}

function filterField(list: string, { name, label, choices, hint }: FilterField): Markup {
  const id = `filter-${list}-${name}`;
  const field =
    choices === undefined
      ? html`<input
          type="search"
          id="${id}"
          name="${name}"
          placeholder="${hint ?? ""}"
          autocomplete="off"
          spellcheck="false"
        />`
      : html`<select id="${id}" name="${name}">
          <option value="">any</option>
          ${choices.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
        </select>`;
  return html`<div class="field"><label for="${id}">${label}</label>${field}</div>`;
}
