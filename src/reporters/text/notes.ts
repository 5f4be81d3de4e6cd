import type { ResultDiagnostic, ResultDocument } from "../../model/result-document.ts";
import { describeLocation } from "../describe-evidence.ts";
import { describeGap } from "../describe-gap.ts";
import type { Block, Page } from "./page.ts";

/** What there is to say beside compliance, and what could not be read. */
export function showNotes(result: ResultDocument, page: Page): readonly Block[] {
  const diagnostics = result.diagnostics.flatMap((diagnostic) => describe(diagnostic, page));
  const unread = [
    ...result.inputs
      .filter(({ status }) => status === "unreadable")
      .map(({ path, message }) => message ?? path),
    ...result.coverage.map(describeGap),
  ].flatMap((sentence) => page.prose(sentence, "  "));
  return [
    ...(diagnostics.length > 0 ? [[page.chalk.bold("ABOUT THE INPUT"), ...diagnostics]] : []),
    ...(unread.length > 0 ? [[page.chalk.yellow.bold("NOT READ"), ...unread]] : []),
  ];
}

function describe({ level, message, location }: ResultDiagnostic, page: Page): Block {
  const place = location === undefined ? "" : ` (${describeLocation(location)})`;
  return page.prose(`${level}: ${message}${place}`, "  ");
}
