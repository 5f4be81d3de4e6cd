import { reportJson } from "./json.ts";
import type { Reporter } from "./reporter.ts";
import { reportSarif } from "./sarif.ts";
import { reportText } from "./text.ts";

/** Every format. A new one is a file and a line. */
export const REPORTERS = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  html: async (result, options) => (await import("./html.ts")).reportHtml(result, options),
} satisfies Record<string, Reporter>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** The formats that show what passed, with its evidence; the others count it. */
export const SHOWING_PASSES: ReadonlySet<Format> = new Set(["json", "html"]);

/** The formats that are evidence by themselves, and so tell when and by whom they were made. */
export const SHOWING_RUN: ReadonlySet<Format> = new Set(["html"]);
