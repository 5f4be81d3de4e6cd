// no path and no value of an option can hold this character
const DASH = "\0-";

/**
 * The arguments in a form in which yargs keeps them apart: it loses a positional `-`, and what stands behind `--` would
 * be no path of the verb.
 */
export function protectDashes(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  const [before, after] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
  const paths = after.map((path) => (path.startsWith("-") && path !== "-" ? `./${path}` : path));
  return [...before, ...paths].map((arg) => (arg === "-" ? DASH : arg));
}

/** The parsed arguments as they were written. */
export function restoreDashes<Arguments extends object>(given: Arguments): Arguments {
  const entries = Object.entries(given).map(([name, value]: [string, unknown]) => [name, restore(value)]);
  return Object.fromEntries(entries) as Arguments;
}

function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore);
  return value === DASH ? "-" : value;
}
