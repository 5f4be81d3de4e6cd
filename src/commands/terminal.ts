import { buffer } from "node:stream/consumers";
import { escapeText } from "../reporters/escape-text.ts";

/** The streams of the process. Data goes to standard output, everything else to standard error. */
export interface Terminal {
  /** Columns for prose. */
  readonly width: number;
  /** Standard output is a terminal that shows colours. */
  readonly color: boolean;
  /** Somebody is looking at standard output. */
  readonly isWatched: boolean;
  readStdin(): Promise<Uint8Array>;
  /** Writes data and waits until it is out: a pipe never gets the first part alone. */
  print(text: string): Promise<void>;
  /** One line about the scan, on standard error; nothing with --quiet. */
  tell(line: string): void;
  /** One line about what went wrong, on standard error. */
  complain(line: string): void;
  /** What is being done: shown after a second, when standard error is a terminal. */
  progress(step: string): void;
  clearProgress(): void;
}

const WIDEST = 110;

export function openTerminal(
  process: NodeJS.Process,
  color: boolean | undefined,
  isQuiet: boolean,
): Terminal {
  const { stdout, stderr, env } = process;
  const showsProgress = stderr.isTTY && !isQuiet;
  // in seconds; Node would have to load a module for performance.now
  const started = process.uptime();
  let isProgressShown = false;

  function clearProgress(): void {
    if (isProgressShown) stderr.write("\r\u001b[K");
    isProgressShown = false;
  }

  function complain(line: string): void {
    clearProgress();
    stderr.write(`${escapeText(line)}\n`);
  }

  return {
    width: Math.min(stdout.columns ?? WIDEST, WIDEST),
    color: color ?? (stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb"),
    isWatched: stdout.isTTY,
    readStdin: () => buffer(process.stdin),
    print: (text) => {
      clearProgress();
      // a reader that has seen enough closes the pipe; that is no error of ours
      return new Promise((resolve) => stdout.write(text, () => resolve()));
    },
    tell: (line) => {
      if (!isQuiet) complain(line);
    },
    complain,
    progress: (step) => {
      if (!showsProgress || process.uptime() - started < 1) return;
      stderr.write(`\r\u001b[K${escapeText(step)} …`);
      isProgressShown = true;
    },
    clearProgress,
  };
}
