import type { ResultDocument } from "../model/result-document.ts";
import { showCoverage } from "./manifest/coverage.ts";
import { showControls, showStatements, showWaivers } from "./manifest/decisions.ts";
import { showFiles, showRules, showRun } from "./manifest/provenance.ts";
import { formatSection } from "./manifest/section.ts";
import type { Section } from "./manifest/section.ts";
import { showSignOff, showSummary } from "./manifest/sign-off.ts";

/**
 * The evidence on one sheet of plain text, to be kept and signed: what was read and judged by which rules, when and by
 * whom, what was not looked at, what persons have accepted, and the hash of the JSON report with every verdict.
 */
export function* reportManifest(result: ResultDocument): Generator<string> {
  yield "EVIDENCE MANIFEST\ngenoscan: evidence that supports controls; no attestation\n";
  const sections: readonly ((result: ResultDocument) => Section | undefined)[] = [
    showRun,
    showSummary,
    showRules,
    showFiles,
    showCoverage,
    showControls,
    showStatements,
    showWaivers,
    showSignOff,
  ];
  for (const show of sections) {
    const section = show(result);
    if (section !== undefined) yield `\n${formatSection(section)}`;
  }
}
