import type { ResultDocument, ResultSeverityCounts } from "../../../model/result-document.ts";
import { SEVERITIES } from "../../../model/verdict.ts";
import { subtract } from "../../severity-counts.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { severityLabel } from "../parts/labels.ts";
import { count, thousands } from "../words.ts";
import { showChanges } from "./changes.ts";
import { controlMap } from "./control-map.ts";
import { showLimits, showScope } from "./scope.ts";
import { section } from "./section.ts";
import { showWorst } from "./worst.ts";

/** The page for a reader with two minutes: what was scanned, what was found, what it means for the controls. */
export function showSummary(contents: Contents): Markup {
  const { result } = contents;
  return section(
    "summary",
    undefined,
    html`<p class="headline">${headline(result)}</p>`,
    result.summary.incomplete &&
      html`<p class="banner" role="note">
        <b>Incomplete.</b> A part of the input could not be read, and may hold what would be a finding.
        <a href="#coverage">What was not read</a>
      </p>`,
    tiles(result),
    showMaps(result),
    html`<div class="columns">
      <div>${showWorst(contents)}</div>
      <div>${showChanges(result)}${showScope(contents)}</div>
    </div>`,
    showLimits(),
  );
}

function headline({ summary }: ResultDocument): Markup {
  const { pass, fail, unknown } = summary.verdicts;
  if (pass + fail + unknown === 0) {
    return html`<b>Nothing was assessed.</b> No rule in force is about anything
      in${summary.incomplete ? " what was read of" : ""} this input.`;
  }
  const open = subtract(summary.findings, summary.known?.findings);
  const number = total(open);
  const adjective = summary.known === undefined ? "" : "new ";
  const first =
    number === 0
      ? `No ${adjective}findings${summary.incomplete ? " in what was read" : ""}`
      : count(number, `${adjective}finding`);
  const critical = open.critical > 0 ? `, ${thousands(open.critical)} of them critical` : "";
  const undecided = total(summary.unknowns) - total(summary.known?.unknowns);
  const rest = undecided > 0 ? `, and ${thousands(undecided)} could not be decided` : "";
  return html`<b>${first}</b>${critical}. ${count(pass, "verdict")} passed${rest}.`;
}

function tiles({ summary, baseline }: ResultDocument): Markup {
  const open = subtract(summary.findings, summary.known?.findings);
  const undecided = total(summary.unknowns) - total(summary.known?.unknowns);
  return html`<ul class="tiles">
    ${SEVERITIES.map(
      (severity) =>
        html`<li class="tile tile-${severity}${open[severity] === 0 && " tile-none"}">
          <a href="#findings" data-show-findings="severity=${severity}&amp;state=fail">
            <b>${thousands(open[severity])}</b>${severityLabel(severity)}
          </a>
        </li>`,
    )}
    <li class="tile tile-unknown${undecided === 0 && " tile-none"}">
      <a href="#findings" data-show-findings="state=unknown"
        ><b>${thousands(undecided)}</b><span>not decided</span></a
      >
    </li>
    ${
      baseline !== undefined &&
      html`<li class="tile tile-known">
        <a href="#findings" data-show-findings="state=known"
          ><b>${thousands(baseline.known)}</b><span>known</span></a
        >
      </li>`
    }
    <li class="tile tile-waived${summary.waived === 0 && " tile-none"}">
      <a href="#waivers"><b>${thousands(summary.waived)}</b><span>waived</span></a>
    </li>
    <li class="tile tile-pass${summary.verdicts.pass === 0 && " tile-none"}">
      <a href="#findings" data-show-findings="state=pass"
        ><b>${thousands(summary.verdicts.pass)}</b><span>passed</span></a
      >
    </li>
  </ul>`;
}

function showMaps({ controls, manifest }: ResultDocument): Markup | false {
  const frameworks =
    manifest?.frameworks ??
    [...new Set(controls.map(({ framework }) => framework))].map((framework) => ({
      framework,
      title: framework,
      source: "",
      asOf: "",
    }));
  if (controls.length === 0) return false;
  return html`<section class="block" aria-labelledby="maps-heading">
    <h3 id="maps-heading">Controls by status</h3>
    <div class="maps">
      ${frameworks.map((framework) =>
        controlMap(
          controls.filter((control) => control.framework === framework.framework),
          framework,
        ),
      )}
    </div>
  </section>`;
}

function total(counts: ResultSeverityCounts | undefined): number {
  if (counts === undefined) return 0;
  return counts.critical + counts.high + counts.medium + counts.low;
}
