import type { ResultControl, ResultFramework } from "../../../model/result-document.ts";
import { SEVERITIES } from "../../../model/verdict.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { filterBar } from "../parts/filter-bar.ts";
import { FRAMEWORK_LABELS, anchorOf, icon, statusLabel, unseen } from "../parts/labels.ts";
import type { VerdictGroup } from "../group-verdicts.ts";
import { readRule } from "../read-data.ts";
import type { RuleView } from "../read-data.ts";
import { STATES } from "../report-data.ts";
import { STATUSES, STATUS_ORDER } from "../statuses.ts";
import { count, showDay, thousands } from "../words.ts";
import { section } from "./section.ts";

/** The control matrix: every control of the frameworks in scope, with what speaks for it and against it. */
export function showControls(contents: Contents): Markup {
  const { controls, manifest } = contents.result;
  const frameworks = [...new Set(controls.map(({ framework }) => framework))];
  const rules = ruleLines(contents);
  return section(
    "controls",
    "How far the evidence goes that supports each control. A status is rolled up from the verdicts of the rules that are evidence for it; a waiver changes no status.",
    filterBar("controls", "Filter controls", [
      { name: "text", label: "Text", hint: "id or title" },
      {
        name: "framework",
        label: "Framework",
        choices: frameworks.map((name) => [name, FRAMEWORK_LABELS[name]]),
      },
      {
        name: "status",
        label: "Status",
        choices: STATUS_ORDER.map((status) => [status, STATUSES[status].label]),
      },
      { name: "severity", label: "With findings of", choices: SEVERITIES.map((name) => [name, name]) },
      { name: "resource", label: "Resource", hint: "address or type" },
    ]),
    frameworks.map((framework) =>
      frameworkTable(
        controls.filter((control) => control.framework === framework),
        framework,
        manifest?.frameworks.find((one) => one.framework === framework),
        rules,
      ),
    ),
    html`<p class="empty" data-empty="controls" hidden>No control matches the filter.</p>`,
  );
}

function frameworkTable(
  controls: readonly ResultControl[],
  framework: ResultControl["framework"],
  about: ResultFramework | undefined,
  rules: RuleLines,
): Markup {
  return html`<section class="framework-block" data-framework="${framework}">
    <h3>${FRAMEWORK_LABELS[framework]}</h3>
    ${
      about !== undefined &&
      html`<details class="about">
        <summary>${about.title}, as of ${showDay(about.asOf)}</summary>
        <p>${about.source}.</p>
        ${about.note !== undefined && html`<p>${about.note}</p>`}
      </details>`
    }
    <table class="matrix">
      <caption class="unseen">
        Controls of ${about?.title ?? FRAMEWORK_LABELS[framework]}
      </caption>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Title and evidence</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">Failed</th>
          <th scope="col" class="number">Undecided</th>
          <th scope="col" class="number">Passed</th>
        </tr>
      </thead>
      <tbody>
        ${controls.map((control) => controlRow(control, rules))}
      </tbody>
    </table>
  </section>`;
}

function controlRow(control: ResultControl, rules: RuleLines): Markup {
  const { framework, id, title, status, counts } = control;
  return html`<tr
    id="${anchorOf("control", `${framework}:${id}`)}"
    data-control="${framework} ${id}"
    data-status="${status}"
    tabindex="-1"
  >
    <th scope="row"><code>${id}</code></th>
    <td>
      ${title !== id && html`<span class="control-title">${title}</span>`}${qualities(control)}${supports(control, rules)}
    </td>
    <td class="status-cell">${statusLabel(status)}</td>
    ${number(counts.fail, "failed", counts.waived > 0 ? `${thousands(counts.waived)} waived` : undefined)}
    ${number(counts.unknown, "undecided")} ${number(counts.pass, "passed")}
  </tr>`;
}

function number(value: number, label: string, note?: string): Markup {
  return html`<td class="number${value === 0 && " zero"}" data-label="${label}">
    ${thousands(value)}${note !== undefined && html`<span class="note">${note}</span>`}
  </td>`;
}

/** `technical safeguard, implementation specification, addressable` */
function qualities({ safeguard, kind, designation, evidence }: ResultControl): Markup {
  const kinds = { standard: "standard", specification: "implementation specification" };
  const reach = {
    technical: "read from configuration",
    partial: "read from configuration in part",
    live: "read from a running account",
    manual: "attested by a person",
  };
  const words = [safeguard, kind === undefined ? undefined : kinds[kind], designation, reach[evidence]];
  return html`<span class="quiet">${words.filter((word) => word !== undefined).join(" · ")}</span>`;
}

function supports(control: ResultControl, rules: RuleLines): Markup {
  const { framework, heldBackBy = [], attestation, alternative, rules: own = [] } = control;
  return html`
    ${heldBackBy.length > 0 && html`<span class="held">Held back by ${heldBackBy.map((id, index) => [index > 0 && ", ", html`<a href="#${anchorOf("control", `${framework}:${id}`)}">${id}</a>`])}</span>`}
    ${attestation !== undefined && html`<span class="held">${attestation.state === "expired" ? "Attestation has expired" : "Attested"}: ${attestation.statement} <span class="quiet">(${attestation.owner}, ${showDay(attestation.date)})</span></span>`}
    ${alternative !== undefined && html`<span class="held">${alternative.state === "expired" ? "Alternative has expired" : "Documented alternative"}: ${alternative.reason} <span class="quiet">(${alternative.owner}, ${showDay(alternative.date)})</span></span>`}
    ${own.length > 0 && ruleList(own, rules)}
  `;
}

function ruleList(own: readonly string[], rules: RuleLines): Markup {
  const lines = own.flatMap((id) => rules.get(id) ?? []).sort((one, other) => one.rank - other.rank);
  const silent = own.length - lines.length;
  return html`<details class="control-rules">
    <summary>${count(own.length, "rule")}</summary>
    <ul>
      ${lines.map(({ line }) => line)}
      ${silent > 0 && html`<li class="rule-line rule-none">${icon("not-assessed")} <span class="quiet">${count(silent, "rule")} met nothing in scope</span></li>`}
    </ul>
  </details>`;
}

/** By rule; `rank` is less for what a reader has to know first. A rule that met nothing has no line. */
type RuleLines = ReadonlyMap<string, { readonly rank: number; readonly line: Markup }>;

/** Each rule as evidence: what it said, and the way to its findings. */
function ruleLines({ data, groups, result }: Contents): RuleLines {
  const notListed = new Map(
    (result.rules ?? []).map(({ id, counts: { pass, fail, unknown } }) => [id, pass + fail + unknown]),
  );
  const lines = data.rules.flatMap(([id], index) => {
    const said = groups.filter((group) => group.rule === index);
    const number = notListed.get(id) ?? 0;
    if (said.length === 0 && number === 0) return [];
    const rank = said[0] === undefined ? STATES.length : STATES.indexOf(said[0].state);
    return [[id, { rank, line: ruleLine(readRule(data, index), said, number) }] as const];
  });
  return new Map(lines);
}

/** `number` is how many verdicts the result counts; those below the severity asked for are in none of its lists. */
function ruleLine({ id, title }: RuleView, said: readonly VerdictGroup[], number: number): Markup {
  const [worst] = said;
  const words = said.map(({ state, verdicts }) => `${thousands(verdicts.length)} ${STATE_WORDS[state]}`);
  return html`<li class="rule-line rule-${worst?.state ?? "none"}">
    ${icon(worst === undefined ? "not-assessed" : SIGNS[worst.state])}
    <a href="#${worst === undefined ? anchorOf("rule", id) : anchorOf(worst.state, id)}">${title}</a>
    <span class="quiet">
      ${words.length > 0 ? words.join(", ") : `${count(number, "verdict")}, not listed`}</span
    >${unseen(".")}
  </li>`;
}

const STATE_WORDS: Readonly<Record<VerdictGroup["state"], string>> = {
  fail: "failed",
  unknown: "not decided",
  known: "known",
  waived: "waived",
  pass: "passed",
};

const SIGNS: Readonly<Record<VerdictGroup["state"], string>> = {
  fail: "failing",
  unknown: "unknown",
  known: "known",
  waived: "waived",
  pass: "passing",
};
