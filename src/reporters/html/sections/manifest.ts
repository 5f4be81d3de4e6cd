import type { ResultDocument, ResultManifest, ResultRun } from "../../../model/result-document.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Child, Markup } from "../markup.ts";
import { isLink, showTime } from "../words.ts";
import { digest, facts, section } from "./section.ts";

type Fact = readonly [name: string, value: Child];

const NOT_TOLD = html`<span class="quiet">not told by the environment</span>`;

/** With what the result was made, so that another person can make it again. */
export function showManifest({ result }: Contents): Markup {
  const { tool, run, manifest } = result;
  return section(
    "manifest",
    "With what this result was made. The same inputs, rules and parameters give the same verdicts.",
    html`<h3>Run</h3>`,
    facts([["Tool", `${tool.name} ${tool.version}`], ...aboutRun(run), ...aboutSettings(manifest)]),
    digests(result),
    manifest !== undefined && [siteRules(manifest), parameters(manifest), frameworks(manifest)],
  );
}

function aboutRun(run: ResultRun | undefined): readonly Fact[] {
  if (run === undefined) return [["Scan began", html`<span class="quiet">not recorded</span>`]];
  const { startedAt, repository, branch, commit, identity, pipeline } = run;
  return [
    ["Scan began", showTime(startedAt)],
    ...(repository === undefined ? [] : [["Repository", repository] as const]),
    ...(branch === undefined ? [] : [["Branch or tag", branch] as const]),
    ["Commit", commit === undefined ? NOT_TOLD : html`<code>${commit}</code>`],
    ["Started by", identity ?? NOT_TOLD],
    ...(pipeline === undefined ? [] : [["Pipeline", linkTo(pipeline)] as const]),
  ];
}

function aboutSettings(manifest: ResultManifest | undefined): readonly Fact[] {
  if (manifest === undefined) return [];
  const { failOn, strict, complete } = manifest;
  return [
    ["Fails from", failOn],
    ["Undecided counts as a finding", strict ? "yes" : "no"],
    ...(complete === undefined
      ? []
      : [["Declared complete", complete === "all" ? "everything" : complete.join(", ")] as const]),
  ];
}

function linkTo(address: string): Child {
  return isLink(address)
    ? html`<a href="${address}" rel="noreferrer noopener" target="_blank">${address}</a>`
    : address;
}

function digests({ inputs, tool, manifest, baseline }: ResultDocument): Markup {
  const config = manifest?.config;
  return html`<h3>Digests</h3>
    <table class="list digests">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${inputs.map(({ path, sha256 }) => digestRow("Input", path, sha256))}
        ${digestRow("Rules, controls and parameters", undefined, tool.rulesetDigest)}
        ${config !== undefined && digestRow("Configuration", config.path, config.sha256)}
        ${baseline !== undefined && digestRow("Baseline", baseline.file, baseline.sha256)}
      </tbody>
    </table>`;
}

function digestRow(kind: string, path: string | undefined, sha256: string): Markup {
  return html`<tr>
    <th scope="row">
      ${kind}${path !== undefined && html`<code class="other">${path === "-" ? "standard input" : path}</code>`}
    </th>
    <td data-label="SHA-256">${digest(sha256)}</td>
  </tr>`;
}

function siteRules({ ruleFolders }: ResultManifest): Markup | false {
  if (ruleFolders === undefined) return false;
  return html`<h3>Rules of the site</h3>
    <ul class="patterns">
      ${ruleFolders.map((folder) => html`<li><code>${folder}</code></li>`)}
    </ul>`;
}

function parameters(manifest: ResultManifest): Markup {
  return html`<h3>Parameters</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(manifest.parameters).map(
          ([name, value]) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td data-label="Value"><code>${showParameter(value)}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function showParameter(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
}

function frameworks(manifest: ResultManifest): Markup {
  return html`<h3>Frameworks</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Framework</th>
          <th scope="col">Source</th>
          <th scope="col">As of</th>
        </tr>
      </thead>
      <tbody>
        ${manifest.frameworks.map(
          ({ title, source, asOf }) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td data-label="Source">${source}</td>
              <td data-label="As of">${asOf}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
