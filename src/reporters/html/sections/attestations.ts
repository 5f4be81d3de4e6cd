import type { ResultControl } from "../../../model/result-document.ts";
import { placeOf } from "../build-data.ts";
import type { Contents } from "../contents.ts";
import { html } from "../markup.ts";
import type { Child, Markup } from "../markup.ts";
import { FRAMEWORK_LABELS, anchorOf, statusLabel } from "../parts/labels.ts";
import { isLink, showDay } from "../words.ts";
import { section } from "./section.ts";

interface Statement {
  readonly control: ResultControl;
  readonly kind: string;
  readonly text: string;
  readonly owner: string;
  readonly date: string;
  readonly expires: string | undefined;
  readonly link: string | undefined;
  readonly state: "holds" | "expired";
  readonly place: string | undefined;
}

/** What people say where no scan can tell, and what is still open. */
export function showAttestations({ result }: Contents): Markup {
  const statements = result.controls.flatMap((control) => statementsOf(control));
  const open = result.controls.filter(({ status }) => status === "manual");
  return section(
    "attestations",
    "A scan covers technical controls only. What a person attests, and which alternatives are documented, stands here with its owner and its day.",
    statements.length > 0
      ? html`<table class="list">
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">Statement</th>
              <th scope="col">By</th>
              <th scope="col">Holds until</th>
              <th scope="col">Status of the control</th>
            </tr>
          </thead>
          <tbody>
            ${statements.map((statement) => statementRow(statement))}
          </tbody>
        </table>`
      : html`<p class="quiet">Nothing is attested in genoscan.yaml.</p>`,
    open.length > 0 && showOpen(open),
  );
}

function statementsOf(control: ResultControl): readonly Statement[] {
  const { attestation, alternative } = control;
  return [
    ...(attestation === undefined
      ? []
      : [
          statement(control, "Attestation", {
            ...attestation,
            text: attestation.statement,
            link: attestation.link,
          }),
        ]),
    ...(alternative === undefined
      ? []
      : [
          statement(control, "Documented alternative", {
            ...alternative,
            text: alternative.reason,
            link: alternative.document,
          }),
        ]),
  ];
}

type Said = NonNullable<ResultControl["attestation"] | ResultControl["alternative"]>;

function statement(
  control: ResultControl,
  kind: string,
  {
    owner,
    date,
    expires,
    state,
    location,
    text,
    link,
  }: Pick<Said, "owner" | "date" | "expires" | "state" | "location"> & {
    text: string;
    link: string | undefined;
  },
): Statement {
  return { control, kind, text, owner, date, expires, link, state, place: placeOf(location) };
}

function statementRow({ control, kind, text, owner, date, expires, link, state, place }: Statement): Markup {
  const { framework, id, title, status } = control;
  return html`<tr>
    <th scope="row">
      <a href="#${anchorOf("control", `${framework}:${id}`)}">${FRAMEWORK_LABELS[framework]} ${id}</a
      ><span class="note">${title}</span>
    </th>
    <td data-label="Statement">
      <span class="note">${kind}</span
      >${text}${link !== undefined && html`<span class="note">${linkTo(link)}</span>`}<span class="place"
        >${place}</span
      >
    </td>
    <td data-label="By">${owner}<span class="note">${showDay(date)}</span></td>
    <td data-label="Holds until">
      ${expires === undefined ? html`<span class="quiet">no end</span>` : showDay(expires)}${state === "expired" && html`<b class="waiver-expired">expired</b>`}
    </td>
    <td data-label="Status">${statusLabel(status)}</td>
  </tr>`;
}

function linkTo(link: string): Child {
  return isLink(link) ? html`<a href="${link}" rel="noreferrer noopener" target="_blank">${link}</a>` : link;
}

function showOpen(open: readonly ResultControl[]): Markup {
  return html`<h3>Open</h3>
    <p class="quiet">Only a person can attest these, and nobody has.</p>
    <ul class="open-controls">
      ${open.map(({ framework, id, title }) => html`<li><a href="#${anchorOf("control", `${framework}:${id}`)}">${FRAMEWORK_LABELS[framework]} ${id}</a> ${title !== id && html`<span class="quiet">${title}</span>`}</li>`)}
    </ul>`;
}
