import { SEVERITIES } from "../../../model/verdict.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { filterBar } from "../parts/filter-bar.ts";
import { anchorOf, severityLabel } from "../parts/labels.ts";
import { readRule } from "../read-data.ts";
import { count, thousands } from "../words.ts";
import { section } from "./section.ts";

type Counts = Readonly<Record<"pass" | "fail" | "unknown" | "waived", number>>;

const NOTHING: Counts = { pass: 0, fail: 0, unknown: 0, waived: 0 };

/** Every rule in force and what it said, those that met nothing included. */
export function showRules({ data, result }: Contents): Markup {
  const counts = new Map((result.rules ?? []).map((rule) => [rule.id, rule.counts]));
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
        ${data.rules.map(([id], index) => ruleRow(data, index, counts.get(id)))}
      </tbody>
    </table>`,
    html`<p class="empty" data-empty="rules" hidden>No rule matches the filter.</p>`,
  );
}

function ruleRow(data: Contents["data"], index: number, counts: Counts = NOTHING): Markup {
  const { id, title, severity } = readRule(data, index);
  const cell = (number: number, label: string): Markup =>
    html`<td class="number${number === 0 && " zero"}" data-label="${label}">${thousands(number)}</td>`;
  return html`<tr
    id="${anchorOf("rule", id)}"
    data-rule-row="${index}"
    data-said="${saidBy(counts)}"
    tabindex="-1"
  >
    <th scope="row"><span class="control-title">${title}</span><code class="rule-code">${id}</code></th>
    <td data-label="Severity">${severityLabel(severity)}</td>
    ${cell(counts.fail, "Failed")}${cell(counts.unknown, "Undecided")}${cell(counts.pass, "Passed")}${cell(counts.waived, "Waived")}
  </tr>`;
}

function saidBy({ fail, unknown, pass }: Counts): string {
  const said = [fail > 0 && "fail", unknown > 0 && "unknown", pass > 0 && "pass"].filter(
    (word) => word !== false,
  );
  return said.length === 0 ? "none" : said.join(" ");
}
