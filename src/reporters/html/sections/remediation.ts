import type { ResultDocument } from "../../../model/result-document.ts";
import type { RuleInformation } from "../../reporter.ts";
import type { Contents } from "../contents.ts";
import { escapeLines, html } from "../markup.ts";
import type { Markup } from "../markup.ts";

const LANGUAGES = {
  terraform: "Terraform",
  cloudformation: "CloudFormation",
  bicep: "Bicep",
  arm: "ARM",
  kubernetes: "Kubernetes",
} as const;

type Language = keyof typeof LANGUAGES;

/** How to mend what a rule found, with what to paste in the language of the input. */
export function showRemediation(rule: string, { result, options }: Contents): Markup | false {
  const remediation = options.rules.get(rule)?.remediation;
  if (remediation === undefined) return false;
  const snippets = languagesOf(result, remediation).flatMap((language) => {
    const snippet = remediation[language];
    return snippet === undefined ? [] : [showSnippet(language, snippet)];
  });
  if (snippets.length === 0 && remediation.text === undefined) return false;
  return html`<div class="mend">
    <h5>How to mend it</h5>
    ${remediation.text !== undefined && html`<p>${remediation.text.trim().replace(/\s+/g, " ")}</p>`}
    ${snippets}
  </div>`;
}

function showSnippet(language: Language, snippet: string): Markup {
  return html`<figure class="snippet">
    <figcaption>
      ${LANGUAGES[language]}<button type="button" class="copy" data-copy hidden>Copy</button>
    </figcaption>
    <pre
      tabindex="0"
      aria-label="${LANGUAGES[language]} to paste"
    ><code>${escapeLines(snippet.trimEnd())}</code></pre>
  </figure>`;
}

/** The languages of the inputs; all that there are when nothing of them is. */
function languagesOf(
  { inputs }: ResultDocument,
  remediation: RuleInformation["remediation"],
): readonly Language[] {
  const all = Object.keys(LANGUAGES) as readonly Language[];
  const own = all.filter((language) => inputs.some(({ source }) => source?.startsWith(language) === true));
  return own.some((language) => remediation[language] !== undefined) ? own : all;
}
