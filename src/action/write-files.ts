import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Terminal } from "../commands/terminal.ts";
import { writeReports } from "../commands/write-reports.ts";
import type { ResultDocument } from "../model/result-document.ts";
import type { Format } from "../reporters/index.ts";
import type { ReportOptions } from "../reporters/reporter.ts";
import type { ActionInputs } from "./action-inputs.ts";
import type { GithubContext } from "./github-context.ts";

const ENDINGS: Readonly<Partial<Record<Format, string>>> = {
  text: "txt",
  markdown: "md",
  junit: "junit.xml",
  "csv-controls": "controls.csv",
  oscal: "oscal.json",
  manifest: "manifest.txt",
};

/** Absolute paths; empty when the report was not asked for. */
export interface WrittenFiles {
  readonly sarif: string;
  /** The first report that is not SARIF. */
  readonly report: string;
}

/** Writes the reports that are asked for into the folder for them. Throws a ConfigError when it cannot. */
export async function writeFiles(
  result: ResultDocument,
  options: ReportOptions,
  inputs: ActionInputs,
  { temporary, workspace }: GithubContext,
  terminal: Terminal,
): Promise<WrittenFiles> {
  const category = inputs.category.replace(/[^\w.-]+/g, "-").replace(/^\.+/, "");
  const folder =
    inputs.output === undefined
      ? join(temporary, "genoscan", category === "" ? "default" : category)
      : resolve(workspace, inputs.output);
  mkdirSync(folder, { recursive: true });
  const outputs = inputs.formats.map((format) => ({
    format,
    file: join(folder, `genoscan.${ENDINGS[format] ?? format}`),
  }));
  await writeReports(result, outputs, options, terminal);
  const fileOf = (isWanted: (format: Format) => boolean): string =>
    outputs.find(({ format }) => isWanted(format))?.file ?? "";
  return { sarif: fileOf((format) => format === "sarif"), report: fileOf((format) => format !== "sarif") };
}
