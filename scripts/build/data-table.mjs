// Bundled with the command: an object whose members are the lines of a file, each parsed when it is first asked for. A
// scan meets few of the types and rules that there are, and must not start slower because there are more of them.

import { readFileSync } from "node:fs";

/**
 * The object behind a file with `KEY<tab>JSON` in each line, in ASCII. To its readers it is the object itself.
 * @param {string} file
 * @returns {Readonly<Record<string, unknown>>}
 */
export function openTable(file) {
  /** @type {Map<string | symbol, string> | undefined} */
  let lines;
  /** @type {Map<string | symbol, unknown>} */
  const parsed = new Map();
  const textOf = (/** @type {string | symbol} */ key) => (lines ??= readLines(file)).get(key);
  const valueOf = (/** @type {string | symbol} */ key) => {
    const text = parsed.has(key) ? undefined : textOf(key);
    if (text !== undefined) parsed.set(key, JSON.parse(text));
    return parsed.get(key);
  };
  return new Proxy(
    {},
    {
      get: (_, key) => valueOf(key),
      has: (_, key) => textOf(key) !== undefined,
      ownKeys: () => [...(lines ??= readLines(file)).keys()],
      getOwnPropertyDescriptor: (_, key) =>
        textOf(key) === undefined
          ? undefined
          : { configurable: true, enumerable: true, writable: false, value: valueOf(key) },
    },
  );
}

/**
 * @param {string} file
 * @returns {Map<string | symbol, string>}
 */
function readLines(file) {
  // for ASCII latin1 is a plain copy
  const lines = readFileSync(file, "latin1").trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf("\t");
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
}
