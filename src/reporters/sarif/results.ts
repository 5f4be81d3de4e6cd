import type { Location, LogicalLocation, Result } from "sarif";
import type { ResultDocument, ResultModuleCall, ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence } from "../describe-evidence.ts";
import { describeWaiver } from "../describe-waiver.ts";
import { escapeText } from "../escape-text.ts";
import { sarifLocation } from "./artifacts.ts";
import type { UriOf } from "./artifacts.ts";
import { LEVELS } from "./levels.ts";

const MOST_EVIDENCE = 4;
const LONGEST_VALUE = 200;

/** One result for each verdict. `ruleIds` is the order of the rules in the log. */
export function sarifResults(
  verdicts: readonly ResultVerdict[],
  ruleIds: readonly string[],
  document: ResultDocument,
  uri: UriOf,
): Result[] {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]));
  const fallback = document.inputs[0]?.path ?? "-";
  return verdicts.map((verdict): Result => {
    const { rule, resource, location, fingerprint, waiver, calls } = verdict;
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      // SARIF 2.1.0, 3.27.10: what is not of kind "fail" has level "none", and nobody would see an unknown
      level: verdict.verdict === "unknown" ? "note" : LEVELS[verdict.severity],
      message: { text: sentenceOf(verdict) },
      locations: [
        {
          ...sarifLocation(location ?? { file: fallback }, uri),
          ...(resource !== undefined && { logicalLocations: [logicalLocation(resource)] }),
        },
      ],
      ...(calls !== undefined && { relatedLocations: calls.map((call) => callLocation(call, uri)) }),
      // GitHub recognises an alert by the first name, and computes it from the line unless it is given
      partialFingerprints: { primaryLocationLineHash: fingerprint, "genoscan/v1": fingerprint },
      ...(verdict.baseline !== undefined && {
        baselineState: verdict.baseline === "known" ? "unchanged" : "new",
      }),
      properties: { verdict: verdict.verdict, severity: verdict.severity },
      ...(waiver !== undefined && {
        suppressions: [
          {
            kind: waiver.kind === "comment" ? "inSource" : "external",
            status: "accepted",
            justification: escapeText(describeWaiver(waiver)),
            location: sarifLocation(waiver.location, uri),
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

/** Where a module is called: the way from the root module to the resource. */
function callLocation({ address, location }: ResultModuleCall, uri: UriOf): Location {
  return { ...sarifLocation(location, uri), message: { text: escapeText(`called as ${address}`) } };
}
