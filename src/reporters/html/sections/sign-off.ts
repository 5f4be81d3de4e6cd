import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { thousands } from "../words.ts";
import { facts, section } from "./section.ts";

const PARTS = [
  ["Prepared by", "ran the scan and confirms what was scanned"],
  ["Reviewed by", "has read the findings, the coverage and the waivers"],
  ["Accepted by", "answers for what is open"],
] as const;

/** Where persons sign on paper: what they sign stands above. */
export function showSignOff({ result }: Contents): Markup {
  const { summary, tool, run } = result;
  const { fail, unknown, pass } = summary.verdicts;
  return section(
    "sign-off",
    "A signature confirms that the evidence has been seen. It is no statement that a law or a framework is met.",
    facts([
      [
        "Verdicts",
        `${thousands(fail)} failed, ${thousands(unknown)} not decided, ${thousands(pass)} passed; ${thousands(summary.waived)} waived`,
      ],
      ["Read", summary.incomplete ? "in part; see Coverage" : "everything that was given"],
      ["Rules", html`<code class="digest">${tool.rulesetDigest}</code>`],
      run?.commit !== undefined && ["Commit", html`<code class="digest">${run.commit}</code>`],
    ]),
    html`<div class="signatures">
      ${PARTS.map(
        ([part, does]) =>
          html`<section class="signature" aria-label="${part}">
            <h3>${part}</h3>
            <p class="quiet">${does}</p>
            <dl>
              <div>
                <dt>Name</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Role</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Date</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Signature</dt>
                <dd></dd>
              </div>
            </dl>
          </section>`,
      )}
    </div>`,
  );
}
