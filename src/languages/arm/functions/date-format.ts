import { EvaluationError } from "../../hcl/values/evaluation-error.ts";
import { fieldsOf, parseTimestamp } from "../../hcl/functions/timestamp.ts";
import type { DateFields } from "../../hcl/functions/timestamp.ts";
import { ArmError } from "../values/arm-error.ts";

/** A moment in milliseconds since 1970, and the format that it was written in. */
export interface ParsedDate {
  readonly time: number;
  readonly format: string;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:([T ])(\d{2}):?(\d{2})(?::?(\d{2})(?:\.(\d{1,7}))?)?\s*(Z|[-+]\d{2}:?\d{2})?)?$/u;
const MILLISECOND = 1_000_000n;

/** Reads a time of ISO 8601; without a zone it is UTC. Throws an ArmError. */
export function parseDate(text: string): ParsedDate {
  const match = ISO.exec(text.trim());
  if (match === null) throw notATime(text);
  const [, year, month, day, separator = "T", hour = "00", minute = "00", second = "00", part = ""] = match;
  const zone = (match[9] ?? "Z").replace(/^([-+]\d{2}):?(\d{2})$/u, "$1:$2");
  const whole = `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour}:${minute}:${second}`;
  return {
    time: timeOf(`${whole}${part === "" ? "" : `.${part}`}${zone}`, text),
    format: formatOf(text, separator, part),
  };
}

function timeOf(rfc3339: string, text: string): number {
  try {
    return Number(parseTimestamp(rfc3339).nanoseconds / MILLISECOND);
  } catch (error) {
    if (error instanceof EvaluationError) throw notATime(text);
    throw error;
  }
}

function notATime(text: string): ArmError {
  return new ArmError(`'${text.slice(0, 40)}' is no time of ISO 8601`);
}

function formatOf(text: string, separator: string, part: string): string {
  if (/^\d{8}/u.test(text)) return "yyyyMMddTHHmmssZ";
  return `yyyy-MM-dd${separator === "T" ? "T" : " "}HH:mm:ss${part === "" ? "" : ".fffffff"}Z`;
}

/** https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings, invariant culture, UTC. */
const STANDARD: Readonly<Record<string, string>> = {
  d: "MM/dd/yyyy",
  D: "dddd, dd MMMM yyyy",
  f: "dddd, dd MMMM yyyy HH:mm",
  F: "dddd, dd MMMM yyyy HH:mm:ss",
  g: "MM/dd/yyyy HH:mm",
  G: "MM/dd/yyyy HH:mm:ss",
  m: "MMMM dd",
  M: "MMMM dd",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  t: "HH:mm",
  T: "HH:mm:ss",
  u: "yyyy-MM-dd HH:mm:ssZ",
  U: "dddd, dd MMMM yyyy HH:mm:ss",
  y: "yyyy MMMM",
  Y: "yyyy MMMM",
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const TOKEN = /'([^']*)'|"([^"]*)"|\\(.)|y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|K|z+|[^]/gu;

/** A moment in a format of .NET. */
export function formatDate(time: number, format: string): string {
  // .NET's first and last year
  if (time < -62_135_596_800_000 || time > 253_402_300_799_999) {
    throw new ArmError("the time is out of range");
  }
  const date = {
    ...fieldsOf({ nanoseconds: BigInt(Math.trunc(time)) * MILLISECOND, offset: 0 }),
    millisecond: ((time % 1000) + 1000) % 1000,
  };
  const pattern = STANDARD[format] ?? format;
  return pattern.replaceAll(TOKEN, (token: string, single?: string, double?: string, escaped?: string) => {
    return single ?? double ?? escaped ?? partOf(date, token);
  });
}

interface Moment extends DateFields {
  readonly millisecond: number;
}

function partOf(date: Moment, token: string): string {
  const two = (value: number): string =>
    token.length === 1 ? String(value) : String(value).padStart(2, "0");
  const hour = date.hour;
  switch (token.charAt(0)) {
    case "y":
      return token.length <= 2 ? two(date.year % 100) : String(date.year).padStart(token.length, "0");
    case "M": {
      const name = MONTHS[date.month - 1] ?? "";
      if (token.length > 2) return token.length === 3 ? name.slice(0, 3) : name;
      return two(date.month);
    }
    case "d": {
      const name = DAYS[date.weekday] ?? "";
      if (token.length > 2) return token.length === 3 ? name.slice(0, 3) : name;
      return two(date.day);
    }
    case "H":
      return two(hour);
    case "h":
      return two(hour % 12 === 0 ? 12 : hour % 12);
    case "m":
      return two(date.minute);
    case "s":
      return two(date.second);
    case "f":
      return String(date.millisecond).padStart(3, "0").padEnd(7, "0").slice(0, token.length);
    case "F":
      return String(date.millisecond)
        .padStart(3, "0")
        .padEnd(7, "0")
        .slice(0, token.length)
        .replace(/0+$/u, "");
    case "t":
      return (hour < 12 ? "AM" : "PM").slice(0, token.length);
    case "K":
      return "Z";
    case "z":
      return token.length === 3 ? "+00:00" : token.length === 2 ? "+00" : "+0";
    default:
      return token;
  }
}
