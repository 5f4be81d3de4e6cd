import { bundledRuleset } from "../ruleset/bundled-ruleset.ts";
import { VERBS } from "./check-paths.ts";
import { SCAN_OPTIONS } from "./options.ts";
import { listControls } from "./select-frameworks.ts";

/** Completes what yargs does not know of: the ids of rules and controls, and the options of scan where the verb is left out. */
export function completeWord(
  current: string,
  { _: words }: { readonly _: readonly unknown[] },
  complete: () => void,
  done: (words: string[]) => void,
): void {
  if (words.includes("explain")) done(explainable());
  else if (current.startsWith("-") && !VERBS.some((verb) => words.includes(verb))) done(scanOptions());
  else complete();
}

function explainable(): string[] {
  const { rules, controls } = bundledRuleset();
  return [...rules.map(({ id }) => id), ...listControls(controls).map(({ id }) => id)];
}

function scanOptions(): string[] {
  return [...Object.keys(SCAN_OPTIONS), "help", "version"].map((name) => `--${name}`);
}
