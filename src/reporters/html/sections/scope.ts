import type { ResultInput } from "../../../model/result-document.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { count, thousands } from "../words.ts";

const MOST_INPUTS = 6;

/** What was looked at, and in one line each what was not. */
export function showScope({ result, options }: Contents): Markup {
  const { inputs, summary, coverage, controls } = result;
  const statusCount = (...statuses: readonly string[]): number =>
    controls.filter(({ status }) => statuses.includes(status)).length;
  const manual = statusCount("manual");
  const live = statusCount("live-only");
  const uncovered = statusCount("not-covered");
  const unread = inputs.filter(({ status }) => status === "unreadable").length;
  const more = inputs.length - MOST_INPUTS;
  return html`<section class="block" aria-labelledby="scope-heading">
    <h3 id="scope-heading">What was scanned</h3>
    <ul class="inputs">
      ${inputs.slice(0, MOST_INPUTS).map((input) => inputLine(input))}
      ${more > 0 && html`<li><a href="#coverage">and ${count(more, "more input")}</a></li>`}
    </ul>
    <p class="quiet">
      ${count(summary.resources, "resource")}, ${count(summary.rules, "rule")};
      ${thousands(summary.verdicts.notApplicable)} times a rule did not apply.
      ${describeFailOn(options.failOn)}
    </p>
    <h4>What was not</h4>
    <ul class="unlooked">
      ${unread > 0 && html`<li><a href="#coverage">${count(unread, "input")}</a> could not be read</li>`}
      ${coverage.length > 0 && html`<li><a href="#coverage">${count(coverage.length, "part")} of the input</a> could not be read</li>`}
      ${summary.notInScope !== undefined && html`<li><a href="#coverage">${count(summary.notInScope, "resource")}</a> put out of scope by genoscan.yaml</li>`}
      ${summary.notShown !== undefined && html`<li>${count(summary.notShown, "verdict")} below the severity asked for: counted, not listed</li>`}
      ${uncovered > 0 && html`<li>${count(uncovered, "control")} that no rule in force reads</li>`}
      ${manual > 0 && html`<li>${count(manual, "control")} that only a person can attest</li>`}
      ${live > 0 && html`<li>${count(live, "control")} that only an account that runs can tell</li>`}
    </ul>
  </section>`;
}

/** Said on the first page, so that nobody takes the report for more than it is. */
export function showLimits(): Markup {
  return html`<aside class="limits" aria-label="What this report is">
    <p>
      <b>What this report is.</b> Evidence that supports an assessment, read from configuration. A scan covers
      technical controls only: policies, training, contracts and the physical protection of sites are for
      people to attest. No status here is a statement that a law or a framework is met.
    </p>
  </aside>`;
}

function inputLine({ path, source, resources, status }: ResultInput): Markup {
  const words = { read: "read", partial: "read in part", unreadable: "not read" };
  return html`<li class="input-${status}">
    <code>${path === "-" ? "standard input" : path}</code>
    <span class="quiet"
      >${source !== undefined && `${source}, `}${count(resources, "resource")}, ${words[status]}</span
    >
  </li>`;
}

function describeFailOn(failOn: Contents["options"]["failOn"]): string {
  if (failOn === "none") return "No finding fails the scan.";
  if (failOn === "low") return "Every finding fails the scan.";
  return failOn === "critical"
    ? "Critical findings fail the scan."
    : `Findings of severity ${failOn} or above fail the scan.`;
}
