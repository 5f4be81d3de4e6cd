import { Chalk } from "chalk";
import type { ResultDocument } from "../model/result-document.ts";
import type { ReportOptions } from "./reporter.ts";
import { showBaseline } from "./text/baseline.ts";
import { showFindings } from "./text/findings.ts";
import { showNotes } from "./text/notes.ts";
import { makePage } from "./text/page.ts";
import { showSummary } from "./text/summary.ts";
import { showUnknowns } from "./text/unknowns.ts";
import { showWaived } from "./text/waived.ts";

/** A page for people: the worst first, one mistake one block, the numbers last. */
export function reportText(result: ResultDocument, options: ReportOptions): string {
  const page = makePage(new Chalk({ level: options.color ? 1 : 0 }), options.width);
  const blocks = [
    ...showFindings(result, options, page),
    ...showUnknowns(result, options, page),
    ...showWaived(result, options, page),
    ...showBaseline(result, options, page),
    ...showNotes(result, page),
    showSummary(result, options, page),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
