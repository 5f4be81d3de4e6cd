import { dirname } from "node:path";
import type { Config } from "../config/config.ts";
import { ConfigError } from "../model/errors.ts";
import { didYouMean } from "../model/did-you-mean.ts";
import { FORMATS } from "../reporters/index.ts";
import type { Format } from "../reporters/index.ts";
import { usageError } from "./usage-error.ts";

/** One report: its format, and the file that it goes to; `undefined` is standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
  /** The folder that the file must not leave, when a person at the command line has not named it. */
  readonly inside?: string;
}

/**
 * What `-f FORMAT[=FILE]` and `-o FILE` ask for. Throws a ConfigError for a format that does not exist and for two
 * reports in one place.
 */
export function planOutputs(
  formats: readonly string[] | undefined,
  file: string | undefined,
): readonly Output[] {
  const asked = formats === undefined || formats.length === 0 ? ["text"] : formats;
  const outputs = asked
    .map((text) => parseFormat(text))
    .map(({ format, file: own = file }) => ({ format, file: own === "-" ? undefined : own }));
  checkPlaces(outputs);
  return outputs;
}

/** What genoscan.yaml asks for; `undefined` when it asks for nothing. Throws a ConfigError as `planOutputs` does. */
export function configuredOutputs({ reports, path }: Config): readonly Output[] | undefined {
  if (reports.length === 0) return undefined;
  const inside = dirname(path ?? ".");
  const outputs = reports.map(({ format: name, file, location }): Output => {
    const format = FORMATS.find((known) => known === name);
    if (format !== undefined) return { format, file, inside };
    throw new ConfigError([{ code: "config-invalid", message: describeFormat(name), location }]);
  });
  checkPlaces(outputs);
  return outputs;
}

function checkPlaces(outputs: readonly Output[]): void {
  const seen = new Set<string | undefined>();
  for (const output of outputs) {
    if (seen.has(output.file)) {
      const place = output.file === undefined ? "standard output" : `"${output.file}"`;
      throw usageError(
        `two reports cannot both go to ${place}; name a file for each: -f ${output.format}=FILE`,
      );
    }
    seen.add(output.file);
  }
}

function parseFormat(text: string): Output {
  const [, name = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) {
    throw usageError(describeFormat(name));
  }
  if (file === "") {
    throw usageError(`-f ${format}= names no file; write -f ${format}=FILE, or -f ${format} alone`);
  }
  return { format, file };
}

function describeFormat(name: string): string {
  return `"${name}" is not a format${didYouMean(name, FORMATS) || `; known are ${FORMATS.join(", ")}`}`;
}
