import { didYouMean } from "../model/did-you-mean.ts";
import { FORMATS } from "../reporters/index.ts";
import type { Format } from "../reporters/index.ts";
import { usageError } from "./usage-error.ts";

/** One report: its format, and the file that it goes to; `undefined` is standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
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
  return outputs;
}

function parseFormat(text: string): Output {
  const [, name = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) {
    throw usageError(
      `"${name}" is not a format${didYouMean(name, FORMATS) || `; known are ${FORMATS.join(", ")}`}`,
    );
  }
  if (file === "") {
    throw usageError(`-f ${format}= names no file; write -f ${format}=FILE, or -f ${format} alone`);
  }
  return { format, file };
}
