import { Chalk } from "chalk";
import { escapeText } from "../../reporters/escape-text.ts";
import { wrapText } from "../../reporters/wrap-text.ts";
import type { Terminal } from "../terminal.ts";

/** What `explain` prints: a title, a line below it, and sections. */
export interface ExplainPage {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** A section without lines is left out. */
  readonly lines: readonly string[];
  /** Lines that are copied as they are. */
  readonly isVerbatim?: boolean;
}

export function formatPage({ title, about, sections }: ExplainPage, { width, color }: Terminal): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const blocks = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines, isVerbatim = false }) => [
      chalk.bold(heading),
      ...lines.flatMap((line) =>
        isVerbatim
          ? `  ${escapeText(line)}`
          : wrapText(escapeText(line.trim().replace(/\s+/g, " ")), width, "  "),
      ),
    ]);
  const head = [chalk.bold(escapeText(title)), chalk.dim(escapeText(about))];
  return `${[head, ...blocks].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
