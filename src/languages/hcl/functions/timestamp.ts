import { EvaluationError } from "../values/evaluation-error.ts";

const NANOSECONDS = 1_000_000_000n;

/** A moment, and the offset in which it is written. */
export interface Timestamp {
  /** Since 1970-01-01T00:00:00Z. */
  readonly nanoseconds: bigint;
  /** Of the local time, in minutes. */
  readonly offset: number;
}

export interface DateFields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** From 0, a Sunday. */
  readonly weekday: number;
}

const STRICT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/u;
/** What Go's own reader lets through as well: an hour of one digit, a comma before the fraction. */
const LENIENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/u;

/** A timestamp of RFC 3339. Throws `EvaluationError` for any other text. */
export function parseTimestamp(source: string, isLenient = false): Timestamp {
  const match = (isLenient ? LENIENT : STRICT).exec(source);
  if (match === null) throw notATimestamp(source);
  const numberAt = (group: number) => Number(match[group] ?? "0");
  const days = daysBefore(numberAt(1), numberAt(2), numberAt(3));
  const [hour, minute, second] = [numberAt(4), numberAt(5), numberAt(6)];
  const [offsetHour, offsetMinute] = [numberAt(9), numberAt(10)];
  const isInRange = Math.max(hour, offsetHour) < 24 && Math.max(minute, second, offsetMinute) < 60;
  if (days === undefined || !isInRange) throw notATimestamp(source);
  const ahead = offsetHour * 60 + offsetMinute;
  const offset = match[8] === "-" && ahead > 0 ? -ahead : ahead;
  const seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second;
  const part = BigInt((match[7] ?? "").slice(0, 9).padEnd(9, "0"));
  return { nanoseconds: BigInt(seconds) * NANOSECONDS + part, offset };
}

function notATimestamp(source: string): EvaluationError {
  return new EvaluationError(`not a valid RFC3339 timestamp: ${JSON.stringify(source.slice(0, 60))}`);
}

/** The local date and time. */
export function fieldsOf({ nanoseconds, offset }: Timestamp): DateFields {
  const local = Number(floorDivide(nanoseconds, NANOSECONDS)) + offset * 60;
  const days = Math.floor(local / 86_400);
  const rest = local - days * 86_400;
  return {
    ...dateOf(days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** In RFC 3339, without a fraction of seconds. */
export function formatTimestamp(timestamp: Timestamp): string {
  const { year, month, day, hour, minute, second } = fieldsOf(timestamp);
  const digits = (value: number) => String(value).padStart(2, "0");
  const years = year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
  const zone = timestamp.offset === 0 ? "Z" : formatOffset(timestamp.offset, ":");
  return `${years}-${digits(month)}-${digits(day)}T${digits(hour)}:${digits(minute)}:${digits(second)}${zone}`;
}

export function formatOffset(offset: number, separator: string): string {
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${hours}${separator}${String(size % 60).padStart(2, "0")}`;
}

/** Days from 1970-01-01 in the Gregorian calendar, or nothing for a day that there is not. */
function daysBefore(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // years begin in March here, so that the leap day is the last one
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOf(days: number): Pick<DateFields, "year" | "month" | "day"> {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
