import { EvaluationError } from "../values/evaluation-error.ts";

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["µs", 1000n],
  ["μs", 1000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);
const LONGEST = 2n ** 63n - 1n;

/** Nanoseconds of a duration such as `-1h30m` or `1.5h`. Throws `EvaluationError` for any other text. */
export function parseDuration(source: string): bigint {
  const isNegative = source.startsWith("-");
  const rest = /^[+-]/u.test(source) ? source.slice(1) : source;
  if (rest === "0") return 0n;
  let total = 0n;
  let at = 0;
  do {
    const { length, nanoseconds } = readPart(rest, at) ?? { length: 0, nanoseconds: 0n };
    if (length === 0) throw notADuration(source);
    total += nanoseconds;
    at += length;
  } while (at < rest.length);
  if (total > LONGEST) throw notADuration(source);
  return isNegative ? -total : total;
}

/** A number and its unit. */
function readPart(source: string, at: number): { length: number; nanoseconds: bigint } | undefined {
  const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/uy;
  part.lastIndex = at;
  const [found = "", whole = "", fraction = "", unit = ""] = part.exec(source) ?? [];
  if (whole + fraction === "" || found.length > 60) return undefined;
  const size = UNITS.get(unit) ?? 0n;
  return {
    length: found.length,
    nanoseconds: (BigInt(whole + fraction) * size) / 10n ** BigInt(fraction.length),
  };
}

function notADuration(source: string): EvaluationError {
  return new EvaluationError(`invalid duration ${JSON.stringify(source.slice(0, 60))}`);
}
