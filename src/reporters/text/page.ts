import type { ChalkInstance } from "chalk";
import type { Severity } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import { wrapText } from "../wrap-text.ts";

/** Lines that belong together; blocks are set apart by an empty line. */
export type Block = readonly string[];

/** The look of the page: colours and line width. */
export interface Page {
  readonly chalk: ChalkInstance;
  readonly width: number;
  /** Prose of a rule or an input, escaped and wrapped. */
  readonly prose: (text: string, indent: string) => readonly string[];
  /** What is escaped already, wrapped. */
  readonly lines: (text: string, indent: string) => readonly string[];
  readonly severity: (severity: Severity) => string;
}

export function makePage(chalk: ChalkInstance, width: number): Page {
  const colors = {
    critical: chalk.red.bold,
    high: chalk.red,
    medium: chalk.yellow,
    low: chalk.blue,
  };
  return {
    chalk,
    width,
    lines: (text, indent) => wrapText(text, width, indent),
    prose: (text, indent) => wrapText(escapeText(text.trim().replace(/\s+/g, " ")), width, indent),
    severity: (severity) => colors[severity](severity.toUpperCase()),
  };
}

/** `1 finding`, `2 findings` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** The first items, and how many there are beyond. */
export function firstOf<Item>(
  items: readonly Item[],
  most: number,
): { shown: readonly Item[]; more: number } {
  // one line that says "1 more" is as long as the line that it replaces
  const limit = items.length === most + 1 ? items.length : most;
  return { shown: items.slice(0, limit), more: Math.max(items.length - limit, 0) };
}
