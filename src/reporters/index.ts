import type { Reporter } from "./reporter.ts";

/** Every format, loaded when it is asked for. A new one is a file and a line. */
export const REPORTERS = {
  text: async () => (await import("./text.ts")).reportText,
  json: async () => (await import("./json.ts")).reportJson,
  sarif: async () => (await import("./sarif.ts")).reportSarif,
  html: async () => (await import("./html.ts")).reportHtml,
  markdown: async () => (await import("./markdown.ts")).reportMarkdown,
  junit: async () => (await import("./junit.ts")).reportJunit,
  csv: async () => (await import("./csv.ts")).reportCsv,
  "csv-controls": async () => (await import("./csv-controls.ts")).reportCsvControls,
  oscal: async () => (await import("./oscal.ts")).reportOscal,
  manifest: async () => (await import("./manifest.ts")).reportManifest,
} satisfies Record<string, () => Reporter | Promise<Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** The formats that show what passed, with its evidence; the others count it. */
export const SHOWING_PASSES: ReadonlySet<Format> = new Set([
  "json",
  "html",
  "junit",
  "csv",
  "oscal",
  "manifest",
]);

/** The formats that are evidence by themselves, and so tell when and by whom they were made. */
export const SHOWING_RUN: ReadonlySet<Format> = new Set(["html", "oscal", "manifest"]);
