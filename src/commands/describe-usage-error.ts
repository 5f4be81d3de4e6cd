import { didYouMean } from "../model/did-you-mean.ts";
import {
  BASELINE_OPTIONS,
  EXPLAIN_OPTIONS,
  INSPECT_OPTIONS,
  LIST_OPTIONS,
  REPORT_OPTIONS,
  SCAN_OPTIONS,
  TEST_OPTIONS,
} from "./options.ts";

const OPTIONS = [
  ...new Set(
    [
      SCAN_OPTIONS,
      INSPECT_OPTIONS,
      EXPLAIN_OPTIONS,
      LIST_OPTIONS,
      BASELINE_OPTIONS,
      REPORT_OPTIONS,
      TEST_OPTIONS,
    ].flatMap((table) => Object.keys(table)),
  ),
  "help",
  "version",
];

/** What yargs says of wrong arguments, as a sentence that says what to do. `args` are the arguments as written. */
export function describeUsageError(message: string, args: readonly string[]): string {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1];
  if (unknown !== undefined) {
    return unknown
      .split(", ")
      .map((name) => describeUnknown(name, args))
      .join("; ");
  }
  const choice = /Argument: (\S+), Given: (.*), Choices: (.*)$/s.exec(message);
  if (choice !== null) {
    const [, name = "", given = "", choices = ""] = choice;
    const known = choices.split(", ").map(unquote);
    const option = OPTIONS.includes(name) ? `--${name}` : name;
    return `${option} must be one of ${known.join(", ")}, not ${given}${didYouMean(unquote(given), known)}`;
  }
  const missing = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (missing !== undefined) return `${missing.length === 1 ? "-" : "--"}${missing} needs a value`;
  if (message.startsWith("Not enough non-option arguments")) {
    return "an argument is missing; genoscan --help shows what each command takes";
  }
  return message;
}

function describeUnknown(name: string, args: readonly string[]): string {
  const isOption = args.some(
    (arg) =>
      arg.startsWith(`--${name}`) ||
      arg.startsWith(`--no-${name}`) ||
      (name.length === 1 && /^-[A-Za-z]/.test(arg)),
  );
  if (!isOption) return `"${name}" is one argument too many`;
  const written = name.length === 1 ? `-${name}` : `--${name}`;
  // an option of another command is spelt right
  const suggestion = OPTIONS.includes(name) ? "" : didYouMean(name, OPTIONS).replace('"', '"--');
  return `${written} is not an option of this command${suggestion || "; genoscan --help shows them"}`;
}

function unquote(text: string): string {
  return text.replace(/^"|"$/g, "");
}
