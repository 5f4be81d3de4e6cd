import { info } from "@actions/core";
import type { Terminal } from "../commands/terminal.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { noStdin } from "./no-stdin.ts";

/** The log of a workflow run: every line is escaped, so that none is a command to the runner. */
export function actionTerminal(): Terminal {
  const write = (line: string): void => info(escapeText(line));
  return {
    width: 120,
    color: false,
    isWatched: false,
    readStdin: noStdin,
    print: (text) => {
      for (const line of text.split("\n")) write(line);
      return Promise.resolve();
    },
    tell: write,
    complain: write,
    progress: () => undefined,
    clearProgress: () => undefined,
  };
}
