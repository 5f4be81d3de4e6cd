import { countGraphemes } from "./graphemes.ts";
import type { Verb } from "./read-format.ts";

/** The text as wide as the verb says, in what people see as characters. */
export function pad({ width, minus, zero }: Verb, content: string): string {
  const missing = width - (width === 0 ? 0 : countGraphemes(content));
  if (missing <= 0) return content;
  const filling = (zero ? "0" : " ").repeat(missing);
  return minus ? content + filling : filling + content;
}

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 };
const PREFIXES: Readonly<Record<string, string>> = { b: "0b", o: "0", x: "0x", X: "0X" };

/** An integer as the verbs b, o, d, x and X write it. */
export function formatInteger(verb: Verb, integer: bigint): string {
  const { letter, sharp, precision, width, minus, zero } = verb;
  const size = (integer < 0n ? -integer : integer).toString(BASES[letter] ?? 10);
  const sign =
    (integer < 0n ? "-" : verb.plus ? "+" : verb.space ? " " : "") + (sharp ? (PREFIXES[letter] ?? "") : "");
  let digits = letter === "X" ? size.toUpperCase() : size;
  if (precision !== undefined) {
    digits = precision === 0 && integer === 0n ? "" : digits.padStart(precision, "0");
  } else if (zero && !minus) digits = digits.padStart(width - sign.length, "0");
  const whole = sign + digits;
  return minus ? whole.padEnd(width) : whole.padStart(width);
}
