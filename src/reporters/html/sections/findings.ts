import { SEVERITIES } from "../../../model/verdict.ts";
import type { Contents } from "../contents.ts";
import type { VerdictGroup } from "../group-verdicts.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { filterBar } from "../parts/filter-bar.ts";
import { FRAMEWORK_LABELS, STATE_LABELS } from "../parts/labels.ts";
import { STATES } from "../report-data.ts";
import type { State } from "../report-data.ts";
import { count, thousands } from "../words.ts";
import { findingBlock } from "./finding-block.ts";
import { section } from "./section.ts";

const HEADINGS: Readonly<Record<State, readonly [title: string, lead: string]>> = {
  fail: ["Failed", "What to mend, the worst first."],
  unknown: [
    "Not decided",
    "Neither pass nor fail: the input does not settle it. Each says why, and what would.",
  ],
  known: [
    "Known",
    "The baseline holds them, so the scan does not fail for them. Their verdicts are what they were.",
  ],
  waived: [
    "Waived",
    "A person accepts them for a time. A waiver changes no verdict and no status of a control.",
  ],
  pass: ["Passed", "Evidence as well: which rule, on which resource, on what property."],
};

/** One mistake is one block: every rule that has said something, with the resources and what it rests on. */
export function showFindings(contents: Contents): Markup {
  const { result, groups } = contents;
  const frameworks = [...new Set(result.controls.map(({ framework }) => framework))];
  const types = [
    ...new Set(result.verdicts.flatMap(({ resource }) => resource?.writtenType ?? resource?.type ?? [])),
  ].sort();
  return section(
    "findings",
    `Each rule that has said something, what it was said of, and on what evidence. ${count(result.summary.verdicts.notApplicable, "time")} a rule did not apply.`,
    filterBar("findings", "Filter findings", [
      { name: "text", label: "Text", hint: "rule, resource, control" },
      { name: "state", label: "Verdict", choices: STATES.map((state) => [state, STATE_LABELS[state]]) },
      { name: "severity", label: "Severity", choices: SEVERITIES.map((name) => [name, name]) },
      {
        name: "framework",
        label: "Framework",
        choices: frameworks.map((name) => [name, FRAMEWORK_LABELS[name]]),
      },
      { name: "type", label: "Resource type", choices: types.map((type) => [type, type]) },
    ]),
    html`<p class="all" hidden data-all><button type="button" class="plain">Open all</button></p>`,
    html`<p class="empty" data-empty="findings" hidden>No verdict matches the filter.</p>`,
    STATES.map((state) => {
      const own = groups.filter((group) => group.state === state);
      return own.length > 0 && stateBlock(state, own, contents);
    }),
    groups.length === 0 && html`<p class="quiet">No rule in force is about anything in this input.</p>`,
  );
}

function stateBlock(state: State, groups: readonly VerdictGroup[], contents: Contents): Markup {
  const [title, lead] = HEADINGS[state];
  return html`<section class="state-block state-block-${state}" data-state-block="${state}">
    <h3>
      ${title} <span class="tally">${thousands(groups.flatMap(({ verdicts }) => verdicts).length)}</span>
    </h3>
    <p class="quiet">${lead}</p>
    ${groups.map((group) => findingBlock(group, contents))}
  </section>`;
}
