import type { Options } from "yargs";
import { usageError } from "./usage-error.ts";

/** Objects to an option that takes one value and is given two: the first would be lost without a word. */
export function checkRepeated(options: Readonly<Record<string, Options>>) {
  return (argv: Readonly<Record<string, unknown>>): true => {
    for (const [name, { array }] of Object.entries(options)) {
      if (array !== true && Array.isArray(argv[name])) {
        throw usageError(`--${name} is given twice; it takes one value`);
      }
    }
    return true;
  };
}
