import { existsSync } from "node:fs";
import { closestWord } from "../model/did-you-mean.ts";
import { usageError } from "./usage-error.ts";

export const VERBS = [
  "scan",
  "inspect",
  "explain",
  "list",
  "init",
  "baseline",
  "report",
  "test",
  "completion",
] as const;

/**
 * The paths to scan, each once. Throws a ConfigError when there is none, and when the first one looks like a verb that
 * is misspelt: `genoscan lsit rules` has no input that is called lsit.
 */
export function checkPaths(paths: readonly string[]): readonly string[] {
  const [first] = paths;
  if (first === undefined) {
    throw usageError(
      "there is nothing to read; name a file, such as genoscan plan.json, or - for standard input",
    );
  }
  const verb = /^[a-z]+$/.test(first) && !existsSync(first) ? closestWord(first, VERBS) : undefined;
  if (verb !== undefined) {
    throw usageError(`"${first}" is neither a file nor a command; did you mean "genoscan ${verb}"?`);
  }
  return [...new Set(paths)];
}
