import type { Invocation, Notification } from "sarif";
import type { ResultDocument, ResultLocation } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import { sarifLocation } from "./artifacts.ts";
import type { UriOf } from "./artifacts.ts";
import { MOST_RESULTS } from "./select-verdicts.ts";

/** How the scan went: what was not read, what there is to say beside compliance, and what was cut from the results. */
export function sarifInvocation(result: ResultDocument, cut: number, uri: UriOf): Invocation {
  const notify: Notify = (...told) => notification(uri, ...told);
  const unread = result.inputs.filter(({ status }) => status === "unreadable");
  return {
    // what was not read may hold findings, so the run counts as a success only when everything was
    executionSuccessful: !result.summary.incomplete,
    toolExecutionNotifications: [
      ...(cut > 0 ? [notify("results-cut", "warning", cutSentence(cut))] : []),
      ...unread.map(({ path, message }) =>
        notify("input-unreadable", "error", message ?? path, { file: path }),
      ),
      ...result.coverage.map(({ code, subject, reason, location }) =>
        notify(code, "error", `Not read: ${subject}: ${reason}`, location),
      ),
      ...result.diagnostics.map(({ code, level, message, location }) =>
        notify(code, level, message, location),
      ),
    ],
  };
}

function cutSentence(cut: number): string {
  return `The ${MOST_RESULTS} worst results are listed and ${cut} more are left out, because GitHub shows no more; the JSON report has all of them`;
}

type Notify = (
  id: string,
  level: "error" | "warning" | "note",
  message: string,
  location?: ResultLocation,
) => Notification;

function notification(uri: UriOf, ...[id, level, message, location]: Parameters<Notify>): Notification {
  return {
    descriptor: { id },
    level,
    message: { text: escapeText(message) },
    ...(location !== undefined && { locations: [sarifLocation(location, uri)] }),
  };
}
