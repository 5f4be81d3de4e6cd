import { ConfigError, RuleError, SourceError, formatProblem } from "../model/errors.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { WRONG } from "./exit-code.ts";
import { parseCommandLine } from "./parse-command-line.ts";

/** Runs the verb that the arguments name and gives the exit code. Never throws. */
export async function runCommandLine(process: NodeJS.Process): Promise<number> {
  try {
    return await parseCommandLine(process);
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    return WRONG;
  }
}

/** What a person can mend is told in a sentence; anything else is a defect of genoscan and keeps its stack. */
function describeError(error: unknown): string {
  if (error instanceof ConfigError || error instanceof RuleError || error instanceof SourceError) {
    return error.problems
      .map((problem) => (problem.code === "usage" ? problem.message : formatProblem(problem)))
      .map((sentence) => `genoscan: ${escapeText(sentence)}`)
      .join("\n");
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split("\n").map((line) => escapeText(line));
  return ["genoscan: this is a defect of genoscan; please report it with what follows", ...lines].join("\n");
}
