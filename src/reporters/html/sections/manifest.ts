import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { isLink, showTime } from "../words.ts";
import { digest, facts, section } from "./section.ts";

/** With what the result was made, so that another person can make it again. */
export function showManifest({ result }: Contents): Markup {
  const { tool, run, manifest, inputs, baseline } = result;
  return section(
    "manifest",
    "With what this result was made. The same inputs, rules and parameters give the same verdicts.",
    html`<h3>Run</h3>`,
    facts([
      ["Tool", `${tool.name} ${tool.version}`],
      [
        "Scan began",
        run === undefined ? html`<span class="quiet">not recorded</span>` : showTime(run.startedAt),
      ],
      run?.repository !== undefined && ["Repository", run.repository],
      run?.branch !== undefined && ["Branch or tag", run.branch],
      [
        "Commit",
        run?.commit === undefined
          ? html`<span class="quiet">not told by the environment</span>`
          : html`<code>${run.commit}</code>`,
      ],
      ["Started by", run?.identity ?? html`<span class="quiet">not told by the environment</span>`],
      run?.pipeline !== undefined && [
        "Pipeline",
        isLink(run.pipeline)
          ? html`<a href="${run.pipeline}" rel="noreferrer noopener" target="_blank">${run.pipeline}</a>`
          : run.pipeline,
      ],
      manifest !== undefined && ["Fails from", manifest.failOn],
      manifest !== undefined && ["Undecided counts as a finding", manifest.strict ? "yes" : "no"],
      manifest?.complete !== undefined && [
        "Declared complete",
        manifest.complete === "all" ? "everything" : manifest.complete.join(", "),
      ],
    ]),
    html`<h3>Digests</h3>
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
          ${manifest?.config !== undefined && digestRow("Configuration", manifest.config.path, manifest.config.sha256)}
          ${baseline !== undefined && digestRow("Baseline", baseline.file, baseline.sha256)}
        </tbody>
      </table>`,
    manifest?.ruleFolders !== undefined &&
      html`<h3>Rules of the site</h3>
        <ul class="patterns">
          ${manifest.ruleFolders.map((folder) => html`<li><code>${folder}</code></li>`)}
        </ul>`,
    manifest !== undefined &&
      html`<h3>Parameters</h3>
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
        </table>
        <h3>Frameworks</h3>
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
        </table>`,
  );
}

function digestRow(kind: string, path: string | undefined, sha256: string): Markup {
  return html`<tr>
    <th scope="row">
      ${kind}${path !== undefined && html`<code class="other">${path === "-" ? "standard input" : path}</code>`}
    </th>
    <td data-label="SHA-256">${digest(sha256)}</td>
  </tr>`;
}

function showParameter(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
}
