import { ArmError } from "../values/arm-error.ts";

/** A moment in milliseconds since 1970, and the format that it was written in. */
export interface ParsedDate {
  readonly time: number;
  readonly format: string;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:([T ])(\d{2}):?(\d{2})(?::?(\d{2})(?:\.(\d{1,7}))?)?\s*(Z|[-+]\d{2}:?\d{2})?)?$/u;

/** Reads a time of ISO 8601; without a zone it is UTC. Throws an ArmError. */
export function parseDate(text: string): ParsedDate {
  const match = ISO.exec(text.trim());
  if (match === null) throw new ArmError(`'${text.slice(0, 40)}' is no time of ISO 8601`);
  const [
    ,
    year = "",
    month = "",
    day = "",
    separator = "T",
    hour = "0",
    minute = "0",
    second = "0",
    part = "",
  ] = match;
  const zone = match[9] ?? "Z";
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Math.floor(Number(`0.${part === "" ? "0" : part}`) * 1000),
  );
  const isCompact = !text.includes("-", 1) || /^\d{8}/u.test(text);
  const format = isCompact
    ? "yyyyMMddTHHmmssZ"
    : `yyyy-MM-dd${separator === "T" ? "T" : " "}HH:mm:ss${part === "" ? "" : ".fffffff"}Z`;
  return { time: local - offsetOf(zone), format };
}

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const digits = zone.replaceAll(/\D/gu, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
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
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new ArmError("the time is out of range");
  const pattern = STANDARD[format] ?? format;
  return pattern.replaceAll(TOKEN, (token: string, single?: string, double?: string, escaped?: string) => {
    return single ?? double ?? escaped ?? partOf(date, token);
  });
}

function partOf(date: Date, token: string): string {
  const two = (value: number): string =>
    token.length === 1 ? String(value) : String(value).padStart(2, "0");
  const hour = date.getUTCHours();
  switch (token.charAt(0)) {
    case "y":
      return token.length <= 2
        ? two(date.getUTCFullYear() % 100)
        : String(date.getUTCFullYear()).padStart(token.length, "0");
    case "M": {
      const name = MONTHS[date.getUTCMonth()] ?? "";
      if (token.length > 2) return token.length === 3 ? name.slice(0, 3) : name;
      return two(date.getUTCMonth() + 1);
    }
    case "d": {
      const name = DAYS[date.getUTCDay()] ?? "";
      if (token.length > 2) return token.length === 3 ? name.slice(0, 3) : name;
      return two(date.getUTCDate());
    }
    case "H":
      return two(hour);
    case "h":
      return two(hour % 12 === 0 ? 12 : hour % 12);
    case "m":
      return two(date.getUTCMinutes());
    case "s":
      return two(date.getUTCSeconds());
    case "f":
      return String(date.getUTCMilliseconds()).padStart(3, "0").padEnd(7, "0").slice(0, token.length);
    case "F":
      return String(date.getUTCMilliseconds())
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
