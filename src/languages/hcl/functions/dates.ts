import { EvaluationError } from "../values/evaluation-error.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { number, text } from "../values/make-value.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { parseDuration } from "./parse-duration.ts";
import { fieldsOf, formatOffset, formatTimestamp, parseTimestamp } from "./timestamp.ts";
import type { DateFields } from "./timestamp.ts";

/** Functions over timestamps. Those that ask the clock are in undecided.ts. */
export const DATE_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  formatdate: { compute: formatdate },
  timeadd: { compute: timeadd },
  timecmp: { compute: timecmp },
};

function timeadd(args: readonly HclValue[]): HclValue {
  const timestamp = parseTimestamp(textOf(argument(args, 0)));
  const duration = parseDuration(textOf(argument(args, 1)));
  return text(formatTimestamp({ ...timestamp, nanoseconds: timestamp.nanoseconds + duration }));
}

function timecmp(args: readonly HclValue[]): HclValue {
  const [left, right] = [argument(args, 0), argument(args, 1)].map((value) =>
    parseTimestamp(textOf(value), true),
  );
  const difference = (left?.nanoseconds ?? 0n) - (right?.nanoseconds ?? 0n);
  return number(difference < 0n ? -1 : difference > 0n ? 1 : 0);
}

function formatdate(args: readonly HclValue[]): HclValue {
  const timestamp = parseTimestamp(textOf(argument(args, 1)));
  const fields = fieldsOf(timestamp);
  const pieces: string[] = [];
  for (const token of tokens(textOf(argument(args, 0)))) {
    if (token.startsWith("'")) pieces.push(unquote(token));
    else if (/^[a-zA-Z]/u.test(token)) pieces.push(formatVerb(token, fields, timestamp.offset));
    else pieces.push(token);
  }
  return text(pieces.join(""));
}

/** A quoted literal, a run of one letter, or what stands between them. */
function tokens(format: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (at < format.length) {
    const start = at;
    const first = format.charAt(at);
    at += 1;
    if (first === "'") at = endOfQuote(format, at);
    else if (/[a-zA-Z]/u.test(first)) while (format.charAt(at) === first) at += 1;
    else while (at < format.length && !/['a-zA-Z]/u.test(format.charAt(at))) at += 1;
    found.push(format.slice(start, at));
  }
  return found;
}

function endOfQuote(format: string, start: number): number {
  if (format.charAt(start) === "'") return start + 1;
  for (let at = start; at < format.length; at += 1) {
    if (format.charAt(at) !== "'") continue;
    if (format.charAt(at + 1) !== "'") return at + 1;
    at += 1;
  }
  throw new EvaluationError("unterminated literal '");
}

function unquote(token: string): string {
  return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function formatVerb(token: string, fields: DateFields, offset: number): string {
  const { year, month, day, hour, minute, second, weekday } = fields;
  const monthName = MONTHS[month - 1] ?? "";
  const weekdayName = WEEKDAYS[weekday] ?? "";
  const half = hour < 12 ? "am" : "pm";
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const forms: Readonly<Record<string, string>> = {
    ...numberForms("M", month),
    ...numberForms("D", day),
    ...numberForms("h", hour),
    ...numberForms("H", twelve),
    ...numberForms("m", minute),
    ...numberForms("s", second),
    YY: twoDigits(year % 100),
    YYYY: String(year).padStart(4, "0"),
    MMM: monthName.slice(0, 3),
    MMMM: monthName,
    EEE: weekdayName.slice(0, 3),
    EEEE: weekdayName,
    AA: half.toUpperCase(),
    aa: half,
    Z: offset === 0 ? "Z" : formatOffset(offset, ":"),
    ZZZ: offset === 0 ? "UTC" : formatOffset(offset, ""),
    ZZZZ: formatOffset(offset, ""),
    ZZZZZ: formatOffset(offset, ":"),
  };
  const form = Object.hasOwn(forms, token) ? forms[token] : undefined;
  if (form === undefined) throw new EvaluationError(`invalid date format verb ${JSON.stringify(token)}`);
  return form;
}

function numberForms(letter: string, value: number): Record<string, string> {
  return { [letter]: String(value), [letter + letter]: twoDigits(value) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
