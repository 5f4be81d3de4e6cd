import type { FailOn } from "../config/config.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { describeGap } from "../reporters/describe-gap.ts";
import { countFailing } from "./exit-code.ts";
import type { Output } from "./plan-outputs.ts";
import type { Terminal } from "./terminal.ts";

/** Says on standard error what was not read, and how the scan ended when no text report on the screen says it. */
export function tellOutcome(
  result: ResultDocument,
  outputs: readonly Output[],
  { failOn, strict }: { readonly failOn: FailOn; readonly strict: boolean },
  terminal: Terminal,
): void {
  const isOnScreen =
    terminal.isWatched && outputs.some(({ format, file }) => format === "text" && file === undefined);
  if (isOnScreen) return;
  for (const { message, status, path } of result.inputs) {
    if (status === "unreadable") terminal.complain(`genoscan: ${message ?? path}`);
  }
  for (const gap of result.coverage) terminal.complain(`genoscan: not read: ${describeGap(gap)}`);
  for (const { format, file } of outputs) {
    if (file !== undefined) terminal.tell(`genoscan: ${format} report written to ${file}`);
  }
  const failing = countFailing(result.summary, failOn, strict);
  const parts = [
    ...(failing > 0 ? [describeFailing(failing, result.baseline !== undefined, failOn)] : []),
    ...(result.summary.incomplete ? ["the scan is incomplete"] : []),
  ];
  if (parts.length > 0) terminal.tell(`genoscan: ${parts.join("; ")}`);
}

function describeFailing(number: number, hasBaseline: boolean, failOn: FailOn): string {
  const noun = number === 1 ? "finding" : "findings";
  return `${String(number)} ${hasBaseline ? "new " : ""}${noun} at or above ${failOn}`;
}
