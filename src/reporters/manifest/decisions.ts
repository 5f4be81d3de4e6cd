import type { ResultAlternative, ResultAttestation, ResultDocument } from "../../model/result-document.ts";
import { CONTROL_STATUSES, countStatuses, describeStatus } from "../control-statuses.ts";
import { field } from "./section.ts";
import type { Section } from "./section.ts";

/** How many controls have which status, and by id those that nothing was said about. */
export function showControls({ controls }: ResultDocument): Section | undefined {
  if (controls.length === 0) return undefined;
  const lines = [...countStatuses(controls)].flatMap(([framework, counts]) =>
    CONTROL_STATUSES.filter((status) => counts.has(status)).flatMap((status) => {
      const own = controls.filter((control) => control.framework === framework && control.status === status);
      return [
        `  ${framework.padEnd(18)} ${String(own.length)} ${describeStatus(status)}`,
        ...(status === "passing" ? [] : idLines(own.map(({ id }) => id))),
      ];
    }),
  );
  return { heading: "Controls", lines };
}

/** What persons attest, with owner and date, and the alternatives that they document. */
export function showStatements({ controls }: ResultDocument): Section | undefined {
  const lines = controls.flatMap(({ framework, id, attestation, alternative }) => [
    ...(attestation === undefined
      ? []
      : [`  ${framework} ${id}: ${attestation.statement} (${signatureOf(attestation)})`]),
    ...(alternative === undefined
      ? []
      : [
          `  ${framework} ${id}: instead: ${alternative.reason}; ${alternative.document} (${signatureOf(alternative)})`,
        ]),
  ]);
  return lines.length === 0 ? undefined : { heading: "Attestations and alternatives", lines };
}

/** Every waiver, those that expired or meet nothing included: a waiver changes no verdict. */
export function showWaivers({ waivers = [] }: ResultDocument): Section | undefined {
  if (waivers.length === 0) return undefined;
  return {
    heading: "Waivers",
    lines: waivers.flatMap(({ rule, subject, reason, owner, expires, ticket, state, findings }) => [
      `  ${rule} of ${subject}`,
      ...field("  reason", reason),
      ...field("  owner", owner ?? "not named"),
      ...field("  expires", expires),
      ...field("  ticket", ticket),
      ...field("  state", `${state}, ${String(findings)} verdicts`),
    ]),
  };
}

function signatureOf({ owner, date, expires, state }: ResultAttestation | ResultAlternative): string {
  const end = expires === undefined ? "" : `, until ${expires}`;
  return `${owner}, ${date}${end}${state === "expired" ? ", EXPIRED" : ""}`;
}

/** Six ids a line. */
function idLines(ids: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let next = 0; next < ids.length; next += 6) {
    lines.push(`${" ".repeat(21)}${ids.slice(next, next + 6).join(", ")}`);
  }
  return lines;
}
