import { restoreDashes } from "./protect-dashes.ts";
import { openTerminal } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** What every verb has among its arguments. */
export interface TerminalArguments {
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** A verb: does what the arguments say, and gives the exit code. */
export type Verb<Arguments> = (given: Arguments, terminal: Terminal) => Promise<number>;

/** Opens the terminal for a verb, runs it, and gives the exit code. */
export async function runVerb<Arguments extends TerminalArguments>(
  verb: Verb<Arguments>,
  given: Arguments,
  process: NodeJS.Process,
): Promise<number> {
  const terminal = openTerminal(process, given.color, given.quiet ?? false);
  const exitCode = await verb(restoreDashes(given), terminal);
  terminal.clearProgress();
  return exitCode;
}
