import type { ResultDocument } from "../../../model/result-document.ts";
import { SEVERITIES } from "../../../model/verdict.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { filterBar } from "../parts/filter-bar.ts";
import { anchorOf, severityLabel } from "../parts/labels.ts";
import { readRule } from "../read-data.ts";
import type { RuleView } from "../read-data.ts";
import type { State } from "../report-data.ts";
import { count, thousands } from "../words.ts";
import { section } from "./section.ts";

type Counts = Readonly<Record<"pass" | "fail" | "unknown" | "waived", number>>;

const NOTHING: Counts = { pass: 0, fail: 0, unknown: 0, waived: 0 };

/** Every rule in force and what it said, those that met nothing included. */
export function showRules({ data, groups, result }: Contents): Markup {
  const counts = countByRule(result);
  const states = new Map(groups.toReversed().map(({ rule, state }) => [rule, state]));
  return section(
    "rules",
    `${count(result.summary.rules, "rule")} in force. Those that met nothing in this input are listed as well: they have been asked.`,
    filterBar("rules", "Filter rules", [
      { name: "text", label: "Text", hint: "id or title" },
      { name: "severity", label: "Severity", choices: SEVERITIES.map((name) => [name, name]) },
      {
        name: "state",
        label: "With a verdict",
        choices: [
          ["fail", "failed"],
          ["unknown", "not decided"],
          ["pass", "passed"],
          ["none", "none"],
        ],
      },
    ]),
    html`<table class="list rules">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Severity</th>
          <th scope="col" class="number">Failed</th>
          <th scope="col" class="number">Undecided</th>
          <th scope="col" class="number">Passed</th>
          <th scope="col" class="number">Waived</th>
        </tr>
      </thead>
      <tbody>
        ${data.rules.map(([id], index) => ruleRow(readRule(data, index), states.get(index), counts.get(id)))}
      </tbody>
    </table>`,
    html`<p class="empty" data-empty="rules" hidden>No rule matches the filter.</p>`,
  );
}

/** `state` is the worst that it has said. */
function ruleRow(
  { index, id, title, severity }: RuleView,
  state: State | undefined,
  counts: Counts = NOTHING,
): Markup {
  const cell = (number: number, label: string): Markup =>
    html`<td class="number${number === 0 && " zero"}" data-label="${label}">${thousands(number)}</td>`;
  return html`<tr
    id="${anchorOf("rule", id)}"
    data-rule-row="${index}"
    data-said="${saidBy(counts)}"
    tabindex="-1"
  >
    <th scope="row">
      <span class="control-title"
        >${state === undefined ? title : html`<a href="#${anchorOf(state, id)}">${title}</a>`}</span
      ><code class="rule-code">${id}</code>
    </th>
    <td data-label="Severity">${severityLabel(severity)}</td>
    ${cell(counts.fail, "Failed")}${cell(counts.unknown, "Undecided")}${cell(counts.pass, "Passed")}${cell(counts.waived, "Waived")}
  </tr>`;
}

/** The result counts by rule; what it does not count, as findings about waivers, stands among the verdicts. */
function countByRule({ rules = [], verdicts }: ResultDocument): ReadonlyMap<string, Counts> {
  const counted = new Map<string, Counts>(rules.map(({ id, counts }) => [id, counts]));
  const listed = new Map<string, Record<keyof Counts, number>>();
  for (const { rule, verdict, waiver } of verdicts) {
    if (counted.has(rule)) continue;
    const counts = listed.get(rule) ?? { ...NOTHING };
    listed.set(rule, counts);
    counts[verdict] += 1;
    if (waiver !== undefined) counts.waived += 1;
  }
  return new Map([...counted, ...listed]);
}

function saidBy({ fail, unknown, pass }: Counts): string {
  const said = [fail > 0 && "fail", unknown > 0 && "unknown", pass > 0 && "pass"].filter(
    (word) => word !== false,
  );
  return said.length === 0 ? "none" : said.join(" ");
}
