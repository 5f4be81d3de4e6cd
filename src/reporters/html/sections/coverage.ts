import type {
  ResultDiagnostic,
  ResultDocument,
  ResultGap,
  ResultInput,
} from "../../../model/result-document.ts";
import { placeOf } from "../build-data.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { count, thousands } from "../words.ts";
import { section } from "./section.ts";

/** What was read and what was not, with the reasons. Nothing of it is counted as passed. */
export function showCoverage({ result }: Contents): Markup {
  return section(
    "coverage",
    "What was read, what was not and why. What was not read is never counted as passed.",
    inputs(result.inputs),
    gaps(result),
    reasons(result),
    outOfScope(result),
    diagnostics(result.diagnostics),
  );
}

function inputs(all: readonly ResultInput[]): Markup {
  const words = { read: "read", partial: "read in part", unreadable: "not read" };
  return html`<h3>Inputs</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Kind</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Resources</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ path, source, status, resources, message }) =>
            html`<tr>
              <th scope="row">
                <code>${path === "-" ? "standard input" : path}</code
                >${message !== undefined && html`<span class="note">${message}</span>`}
              </th>
              <td data-label="Kind">${source ?? "not recognised"}</td>
              <td data-label="State" class="input-${status}">${words[status]}</td>
              <td class="number" data-label="Resources">${thousands(resources)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function gaps({ coverage, inputs: all }: ResultDocument): Markup {
  const unread = all.filter(({ status }) => status === "unreadable");
  if (coverage.length === 0 && unread.length === 0) {
    return html`<h3>Not read</h3>
      <p class="quiet">Everything that was given was read.</p>`;
  }
  return html`<h3>Not read</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${unread.map(
          ({ path, message }) =>
            html`<tr>
              <th scope="row"><code>${path}</code></th>
              <td data-label="Why">${message ?? "could not be read"}</td>
            </tr>`,
        )}
        ${coverage.map((gap) => gapRow(gap))}
      </tbody>
    </table>`;
}

function gapRow({ subject, reason, location }: ResultGap): Markup {
  const place = placeOf(location);
  return html`<tr>
    <th scope="row">
      <code>${subject}</code
      >${place !== undefined && place !== subject && html`<span class="place">${place}</span>`}
    </th>
    <td data-label="Why">${reason}</td>
  </tr>`;
}

/** Why verdicts are undecided, the most frequent reason first. */
function reasons({ verdicts, summary }: ResultDocument): Markup | false {
  const numbers = new Map<string, number>();
  for (const { reasons: own } of verdicts) {
    for (const reason of own) numbers.set(reason, (numbers.get(reason) ?? 0) + 1);
  }
  if (numbers.size === 0) return false;
  const ordered = [...numbers].sort(([, one], [, other]) => other - one);
  return html`<h3>Not decided, and why</h3>
    <p class="quiet">
      ${count(summary.verdicts.unknown, "verdict")}; what would settle each stands with
      <a href="#findings" data-show-findings="state=unknown">the findings</a>.
    </p>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col" class="number">Verdicts</th>
        </tr>
      </thead>
      <tbody>
        ${ordered.map(
          ([reason, number]) =>
            html`<tr>
              <th scope="row">${reason}</th>
              <td class="number" data-label="Verdicts">${thousands(number)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function outOfScope({ notInScope }: ResultDocument): Markup | false {
  if (notInScope === undefined) return false;
  const { include, exclude, resources } = notInScope;
  const pattern = (text: string): Markup => html`<li><code>${text}</code></li>`;
  return html`<h3>Not in scope</h3>
    <p class="quiet">
      ${count(resources.length, "resource")} that genoscan.yaml puts out of scope: facts for others, without a
      verdict of their own.
    </p>
    ${
      include.length > 0 &&
      html`<p>Included are</p>
        <ul class="patterns">
          ${include.map(pattern)}
        </ul>`
    }
    ${
      exclude.length > 0 &&
      html`<p>Excluded are</p>
        <ul class="patterns">
          ${exclude.map(pattern)}
        </ul>`
    }
    ${
      resources.length > 0 &&
      html`<details>
        <summary>${count(resources.length, "resource")}</summary>
        <ul class="plain-list">
          ${resources.map(({ address, type }) => html`<li><code>${address}</code> <span class="quiet">${type}</span></li>`)}
        </ul>
      </details>`
    }`;
}

function diagnostics(all: readonly ResultDiagnostic[]): Markup | false {
  if (all.length === 0) return false;
  return html`<h3>About the input</h3>
    <p class="quiet">No verdicts: what there is to say about the input and the configuration.</p>
    <ul class="diagnostics">
      ${all.map(({ level, message, location }) => {
        const place = placeOf(location);
        return html`<li class="diagnostic-${level}">
          <b>${level}</b>
          <span>${message}${place !== undefined && html` <span class="place">${place}</span>`}</span>
        </li>`;
      })}
    </ul>`;
}
