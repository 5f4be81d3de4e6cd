import type { LogicalLocation, Result } from "sarif";
import type { ResultDocument, ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence } from "../describe-evidence.ts";
import { escapeText } from "../escape-text.ts";
import { sarifLocation } from "./artifacts.ts";
import { LEVELS } from "./levels.ts";

const MOST_EVIDENCE = 4;
const LONGEST_VALUE = 200;

/** One result for each verdict. `ruleIds` is the order of the rules in the log. */
export function sarifResults(
  verdicts: readonly ResultVerdict[],
  ruleIds: readonly string[],
  document: ResultDocument,
): Result[] {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]));
  const fallback = document.inputs[0]?.path ?? "-";
  return verdicts.map((verdict): Result => {
    const { rule, resource, location, fingerprint, waiver } = verdict;
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      // SARIF 2.1.0, 3.27.10: what is not of kind "fail" has level "none", and nobody would see an unknown
      level: verdict.verdict === "unknown" ? "note" : LEVELS[verdict.severity],
      message: { text: sentenceOf(verdict) },
      locations: [
        {
          ...sarifLocation(location ?? { file: fallback }),
          ...(resource !== undefined && { logicalLocations: [logicalLocation(resource)] }),
        },
      ],
      // GitHub recognises an alert by the first name, and computes it from the line unless it is given
      partialFingerprints: { primaryLocationLineHash: fingerprint, "genoscan/v1": fingerprint },
      properties: { verdict: verdict.verdict, severity: verdict.severity },
      ...(waiver !== undefined && {
        suppressions: [
          {
            kind: "external",
            status: "accepted",
            justification: escapeText(`${waiver.reason} (${waiver.owner}, until ${waiver.expires})`),
          },
        ],
      }),
    };
  });
}

/** The verdict and what it rests on, as plain text. */
function sentenceOf({ verdict, message, reasons, evidence, resource }: ResultVerdict): string {
  const start = verdict === "unknown" ? `Not decided: ${message}` : message;
  const because = reasons.length > 0 ? [`Because: ${reasons.join("; ")}`] : [];
  const shown = evidence
    .slice(0, MOST_EVIDENCE)
    .map((item) => describeEvidence(item, resource?.address, LONGEST_VALUE));
  return withoutLinks([start, ...because, ...shown].map(escapeText).join(". "));
}

/** `[text](address)` would become a link, and an address of an input may look like that. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}

function logicalLocation({ address, name }: NonNullable<ResultVerdict["resource"]>): LogicalLocation {
  return {
    fullyQualifiedName: escapeText(address),
    kind: "resource",
    ...(name !== undefined && { name: escapeText(name) }),
  };
}
