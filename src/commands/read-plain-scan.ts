import type { Options } from "yargs";
import type { ScanArguments } from "./arguments.ts";
import { SCAN_OPTIONS, VERBS } from "./options.ts";

const OPTIONS: ReadonlyMap<string, Options & { readonly name: string }> = new Map(
  Object.entries(SCAN_OPTIONS).flatMap(([name, options]: [string, Options]) => {
    const { alias } = options;
    const known = { ...options, name };
    return [
      [`--${name}`, known] as const,
      ...(typeof alias === "string" ? [[`-${alias}`, known] as const] : []),
    ];
  }),
);

/**
 * The arguments of a scan that is written in the plainest way, as yargs reads them: paths, and options each followed by
 * its value. Everything else, and everything that might be wrong, is `undefined`: yargs reads it and says what is wrong.
 * Loading and asking yargs costs a fifth of the scan of a small plan.
 */
export function readPlainScan(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ScanArguments | undefined {
  // variables are defaults of options
  if (Object.keys(env).some((name) => name.startsWith("GENOSCAN_"))) return undefined;
  const [verb] = args;
  const rest = verb === "scan" ? args.slice(1) : args;
  const paths: string[] = [];
  const given: Record<string, unknown> = {};
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    if (isPath(word)) {
      paths.push(word);
      continue;
    }
    const option = OPTIONS.get(word);
    if (option === undefined) return undefined;
    const value = option.type === "boolean" ? true : rest[(at += 1)];
    if (!takes(option, value, rest[at + 1]) || !put(given, option, value)) return undefined;
  }
  // the table of options is what gives ScanArguments its shape
  return { ...given, paths } as unknown as ScanArguments;
}

/** Not the name of a verb, which yargs looks for in any place, and nothing that it would unquote. */
function isPath(word: string): boolean {
  return word === "-" || (isPlain(word) && !VERBS.includes(word));
}

function isPlain(word: string): boolean {
  return word !== "" && !word.startsWith("-") && !/["'\0]/.test(word);
}

function takes({ type, choices }: Options, value: unknown, next: string | undefined): boolean {
  // yargs takes such a word for the value of a flag
  if (type === "boolean") return next !== "true" && next !== "false";
  return typeof value === "string" && isPlain(value) && (choices === undefined || choices.includes(value));
}

/** What may be given several times is a list; of the others a second one is a mistake. */
function put(
  given: Record<string, unknown>,
  { name, array }: Options & { readonly name: string },
  value: unknown,
): boolean {
  if (array !== true && Object.hasOwn(given, name)) return false;
  const before = given[name];
  given[name] = array === true ? [...(Array.isArray(before) ? (before as unknown[]) : []), value] : value;
  return true;
}
