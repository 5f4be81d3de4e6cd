import { concatenate } from "../values/concatenate.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { withFallibility } from "../values/fallible.ts";
import { formatFixed, formatGeneral, formatScientific } from "../values/format-number.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { BOOL, NUMBER, STRING } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { list, text } from "../values/make-value.ts";
import { isPrimitive, isSequence, listOf } from "../values/type.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { writeJson, quoteJson } from "../values/write-json.ts";
import { argument, elementsOf, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { countGraphemes, splitGraphemes } from "./graphemes.ts";
import { formatInteger, pad } from "./pad.ts";
import { readFormat } from "./read-format.ts";
import type { Verb } from "./read-format.ts";

/** `format` and `formatlist`. */
export const FORMAT_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  format: { compute: ([first, ...args]) => formatValues(first, args), takesUnknown: true },
  formatlist: { compute: ([first, ...args]) => formatlist(first, args), takesUnknown: true },
};

function formatValues(pattern: HclValue | undefined, args: readonly HclValue[]): HclValue {
  if (pattern?.isKnown !== true) {
    return unknownFrom(STRING, [...(pattern ? [pattern] : []), ...args], { notNull: true });
  }
  const parts = readFormat(textOf(pattern), args.length);
  return concatenate(
    parts.map((part) =>
      typeof part === "string" ? text(part) : formatOne(part, argument(args, part.argument)),
    ),
  );
}

function formatlist(pattern: HclValue | undefined, args: readonly HclValue[]): HclValue {
  const unknownList = () =>
    unknownFrom(listOf(STRING), [...(pattern ? [pattern] : []), ...args], { notNull: true });
  if (pattern?.isKnown !== true) return unknownList();
  const sequences = args.filter((arg) => !arg.isNull && isSequence(arg.type));
  const known = sequences.filter((arg) => arg.isKnown);
  const lengths = new Set(known.map((arg) => elementsOf(arg).length));
  if (lengths.size > 1) throw new EvaluationError("the lists are of different lengths");
  // what is of unknown type may be a list as well
  const isOpen = args.some((arg) => !arg.isKnown && (isSequence(arg.type) || arg.type.kind === "any"));
  if (isOpen || known.some(hasUnknownLength)) return unknownList();
  const [count = 1] = lengths;
  const formatted = Array.from({ length: count }, (_, index) =>
    formatValues(
      pattern,
      args.map((arg) => (known.includes(arg) ? argument(elementsOf(arg), index) : arg)),
    ),
  );
  return list(STRING, formatted);
}

function hasUnknownLength(value: HclValue): boolean {
  return value.type.kind === "set" && !value.isWhollyKnown && elementsOf(value).length > 1;
}

/** The text of one value, or the value itself when it is unknown and its text would be put in as it is. */
function formatOne(verb: Verb, value: HclValue): HclValue {
  if (value.isNull && verb.letter !== "v") throw unsupported(verb, "null value cannot be formatted");
  if (!value.isWhollyKnown) return formatUnknown(verb, value);
  if (verb.letter === "v") return formatAsIs(verb, value);
  if (verb.letter === "t") return convert(convertFor(verb, value, BOOL), STRING);
  if (verb.letter === "s" || verb.letter === "q") return formatText(verb, convertFor(verb, value, STRING));
  return text(formatNumber(verb, convertFor(verb, value, NUMBER)));
}

function formatUnknown(verb: Verb, value: HclValue): HclValue {
  const isPlain =
    verb.width === 0 && verb.precision === undefined && !verb.sharp && "svd".includes(verb.letter);
  const mayBeText = !value.isKnown && (value.type.kind === "any" || isPrimitive(value.type));
  if (!isPlain || !mayBeText) return unknownFrom(STRING, [value], { notNull: true });
  // a number may have a fraction, and a text may be none
  return verb.letter === "d" ? withFallibility(value, true) : value;
}

function formatAsIs(verb: Verb, value: HclValue): HclValue {
  if (!verb.sharp && typeof value.data === "string") return text(pad(verb, value.data));
  if (!verb.sharp && value.data instanceof HclNumber) return text(pad(verb, formatGeneral(value.data)));
  const json = writeJson(value);
  return typeof json.data === "string" ? text(pad(verb, json.data)) : json;
}

function formatText(verb: Verb, value: HclValue): HclValue {
  let content = textOf(value);
  if (verb.precision !== undefined && verb.precision > 0 && countGraphemes(content) > verb.precision) {
    content = splitGraphemes(content).slice(0, verb.precision).join("");
  }
  return text(pad(verb, verb.letter === "q" ? quoteJson(content) : content));
}

function formatNumber(verb: Verb, value: HclValue): string {
  const { data } = value;
  if (!(data instanceof HclNumber)) throw new TypeError("not a known number");
  if ("bdoxX".includes(verb.letter)) {
    const integer = data.toBigInt();
    if (integer === undefined) throw unsupported(verb, "an integer is required");
    return formatInteger(verb, integer);
  }
  const size = data.absolute();
  const digits = size.infinite ? "Inf" : formatFloat(verb, size);
  const sign = data.negative ? "-" : verb.plus || size.infinite ? "+" : verb.space ? " " : "";
  if (verb.zero && !verb.minus && !size.infinite) {
    return sign + digits.padStart(verb.width - sign.length, "0");
  }
  const whole = sign + digits;
  return verb.minus ? whole.padEnd(verb.width) : whole.padStart(verb.width);
}

function formatFloat({ letter, precision }: Verb, number: HclNumber): string {
  const lower = letter.toLowerCase();
  if (lower === "f") return formatFixed(number, precision ?? 6);
  const formatted =
    lower === "e" ? formatScientific(number, precision ?? 6) : formatGeneral(number, precision);
  return letter === lower ? formatted : formatted.toUpperCase();
}

function convertFor(verb: Verb, value: HclValue, type: Type): HclValue {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof EvaluationError) throw unsupported(verb, error.message, error);
    throw error;
  }
}

function unsupported(verb: Verb, reason: string, cause?: Error): EvaluationError {
  const message = `unsupported value for ${JSON.stringify(verb.raw)} at ${String(verb.offset)}: ${reason}`;
  return new EvaluationError(message, cause && { cause });
}
