import type { ResultControl, ResultFramework } from "../../../model/result-document.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { FRAMEWORK_LABELS, anchorOf, icon } from "../parts/labels.ts";
import { STATUSES, STATUS_ORDER } from "../statuses.ts";
import type { ControlStatus } from "../statuses.ts";
import { count } from "../words.ts";

const SILENT: ReadonlySet<ControlStatus> = new Set(["live-only", "not-assessed", "not-covered"]);

const BAR = { width: 600, height: 10, gap: 2, least: 5 };

/** The controls of one framework: how many have which status, and each one as a sign. */
export function controlMap(controls: readonly ResultControl[], framework: ResultFramework): Markup {
  const counts = STATUS_ORDER.map((status) => ({
    status,
    number: controls.filter((control) => control.status === status).length,
  })).filter(({ number }) => number > 0);
  const spoken = counts.map(({ status, number }) => `${number} ${STATUSES[status].label.toLowerCase()}`);
  const name = FRAMEWORK_LABELS[framework.framework];
  return html`<section class="map" aria-label="${name}">
    <header>
      <h4>${name}</h4>
      <span class="quiet">${count(controls.length, "control")}</span>
    </header>
    ${statusBar(counts, `${name}: ${spoken.join(", ")}`)}
    <ul class="legend">
      ${counts.map(
        ({ status, number }) =>
          html`<li>
            <a
              href="#controls"
              data-show-controls="${framework.framework} ${status}"
              title="${STATUSES[status].meaning}"
              ><span class="status-${status}">${icon(status)}</span
              ><b>${number}</b> ${STATUSES[status].label.toLowerCase()}</a
            >
          </li>`,
      )}
    </ul>
    ${isSilent(counts) ? html`<p class="quiet">Nothing in this input is evidence for any of them.</p>` : allCells(controls, framework)}
  </section>`;
}

/** A catalogue of another cloud has nothing to show but that it was asked. */
function isSilent(counts: readonly { readonly status: ControlStatus }[]): boolean {
  return counts.every(({ status }) => SILENT.has(status));
}

function allCells(controls: readonly ResultControl[], { framework }: ResultFramework): Markup {
  return html`<div class="cells cells-${framework}" aria-hidden="true">
    ${partsOf(controls).map(([label, part]) => cells(label, part))}
  </div>`;
}

function statusBar(
  counts: readonly { readonly status: ControlStatus; readonly number: number }[],
  label: string,
): Markup {
  const total = counts.reduceRight((sum, { number }) => sum + number, 0);
  const room = BAR.width - BAR.gap * (counts.length - 1) - BAR.least * counts.length;
  let x = 0;
  const bars = counts.map(({ status, number }) => {
    const width = BAR.least + Math.round((room * number) / total);
    const bar = html`<rect
      class="fill-${status}"
      x="${x}"
      y="0"
      width="${width}"
      height="${BAR.height}"
      rx="2"
    ></rect>`;
    x += width + BAR.gap;
    return bar;
  });
  return html`<svg
    class="bar"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${BAR.width} ${BAR.height}"
    preserveAspectRatio="none"
  >
    ${bars}
  </svg>`;
}

/** The table of controls says the same in words, so a screen reader and the tab key pass the signs by. */
function cells(label: string, controls: readonly ResultControl[]): Markup {
  return html`<div class="cell-group">
    <span class="cell-label">${label}</span>
    <span class="cell-row">
      ${controls.map(
        ({ framework, id, title, status }) =>
          html`<a
            class="cell cell-${status}"
            tabindex="-1"
            href="#${anchorOf("control", `${framework}:${id}`)}"
            title="${id} ${title === id ? "" : title}: ${STATUSES[status].label.toLowerCase()}"
            >${icon(status)}</a
          >`,
      )}
    </span>
  </div>`;
}

/** The sections of the regulation, the groups of a catalogue. */
function partsOf(
  controls: readonly ResultControl[],
): readonly (readonly [string, readonly ResultControl[]])[] {
  const parts = new Map<string, ResultControl[]>();
  for (const control of controls) {
    const label = partOf(control);
    parts.set(label, [...(parts.get(label) ?? []), control]);
  }
  return [...parts];
}

function partOf({ framework, id, section }: ResultControl): string {
  if (section !== undefined) return section;
  // 01.b is of 01
  if (framework === "genomics") return id.startsWith("GEN-AZ-") ? "Azure" : "AWS";
  if (framework === "hitrust") return /^\d+/.exec(id)?.[0] ?? "";
  return "";
}
