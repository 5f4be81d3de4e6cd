import type { ResultDocument } from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Severity } from "../model/verdict.ts";

/** The result with the list of verdicts cut to a severity and above; every count stays, and says how many are left out. */
export function showFromSeverity(result: ResultDocument, least: Severity | undefined): ResultDocument {
  if (least === undefined || least === "low") return result;
  const shown = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1));
  const verdicts = result.verdicts.filter(({ severity }) => shown.has(severity));
  // a saved result may have been cut before
  const notShown = (result.summary.notShown ?? 0) + result.verdicts.length - verdicts.length;
  return { ...result, verdicts, summary: { ...result.summary, notShown } };
}
