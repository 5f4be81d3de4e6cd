import type { Contents } from "./contents.ts";
import { Markup, html } from "./markup.ts";
import { SECTIONS } from "./sections/section.ts";
import type { SectionName } from "./sections/section.ts";
import { count, showTime, thousands } from "./words.ts";

/** What is fixed in every report: made by scripts/generate-report-assets.mjs, with the digests that the policy names. */
export interface Assets {
  readonly style: string;
  readonly boot: string;
  readonly script: string;
  readonly digests: { readonly style: string; readonly boot: string; readonly script: string };
}

/** A double helix in two strokes. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%230b6b74' stroke-width='1.8' stroke-linecap='round'%3E%3Cpath d='M4 1c0 7 8 7 8 14M12 1c0 7-8 7-8 14M5 4h6M5 12h6'/%3E%3C/svg%3E";

/** The policy comes before all that it is about. */
export function pageHead({ result }: Contents, { style, boot, digests }: Assets): Markup {
  const policy = [
    "default-src 'none'",
    `script-src '${digests.boot}' '${digests.script}'`,
    `style-src '${digests.style}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <meta name="generator" content="genoscan ${result.tool.version}" />
    <title>genoscan: ${subjectOf(result.inputs.map(({ path }) => path))}</title>
    <link rel="icon" href="${new Markup(ICON)}" />
    ${new Markup(`<style>${style}</style><script>${boot}</script>`)}
  </head>`;
}

export function pageHeader({ result }: Contents): Markup {
  const { run, tool, inputs } = result;
  const told = [
    run === undefined ? undefined : showTime(run.startedAt),
    `genoscan ${tool.version}`,
    run?.repository,
    run?.commit === undefined ? undefined : `commit ${run.commit.slice(0, 12)}`,
    run?.identity === undefined ? undefined : `started by ${run.identity}`,
  ].filter((part) => part !== undefined);
  return html`<header class="masthead">
    <p class="brand">${mark()}genoscan <span>evidence report</span></p>
    <h1>${subjectOf(inputs.map(({ path }) => path))}</h1>
    <p class="told">
      ${told.map((part, index) => [index > 0 && html`<span class="sep"> · </span>`, html`<span>${part}</span>`])}
    </p>
  </header>`;
}

/** The way to each part; the script makes pages of them. */
export function pageNavigation({ result, groups }: Contents): Markup {
  const open = groups.flatMap(({ state, verdicts }) => (state === "fail" ? verdicts : [])).length;
  const numbers: Partial<Record<SectionName, string>> = {
    controls: thousands(result.controls.length),
    findings: thousands(open),
    waivers: thousands(result.waivers?.length ?? 0),
    rules: thousands(result.summary.rules),
  };
  const gaps = result.coverage.length;
  if (gaps > 0) numbers.coverage = thousands(gaps);
  return html`<nav class="contents" aria-label="Parts of the report">
    <ul>
      ${(Object.keys(SECTIONS) as readonly SectionName[]).map(
        (name) =>
          html`<li>
            <a href="#${name}" data-page="${name}"
              >${SECTIONS[name]}${numbers[name] !== undefined && html`<span class="tally" aria-hidden="true">${numbers[name]}</span>`}</a
            >
          </li>`,
      )}
    </ul>
    <div class="tools" data-tools hidden>
      <fieldset class="theme">
        <legend>Appearance</legend>
        ${["auto", "light", "dark"].map((theme) => html`<label><input type="radio" name="theme" value="${theme}" ${theme === "auto" && html` checked`} /><span>${theme}</span></label>`)}
      </fieldset>
      <button type="button" class="plain" data-print>Print or save as PDF</button>
    </div>
  </nav>`;
}

export function pageFooter({ result }: Contents): Markup {
  return html`<footer class="foot">
    <p>
      Evidence that supports an assessment; no statement that a law or a framework is met. Technical controls
      only.
    </p>
    <p>
      genoscan ${result.tool.version} · ${count(result.summary.rules, "rule")}, digest
      <code>${result.tool.rulesetDigest.slice(0, 16)}</code>
    </p>
  </footer>`;
}

function mark(): Markup {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 1c0 7 8 7 8 14M12 1c0 7-8 7-8 14"></path>
    <path class="rungs" d="M5 4h6M5 12h6"></path>
  </svg>`;
}

function subjectOf(paths: readonly string[]): string {
  const [first = "nothing", ...others] = paths;
  const name = first === "-" ? "standard input" : first;
  return others.length === 0 ? name : `${name} and ${count(others.length, "other input")}`;
}
