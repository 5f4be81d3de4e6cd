import { compileDays, cronNumbers } from "./cron-days.ts";
import type { Day } from "./cron-days.ts";

/** `hours`: the longest time between two runs. `once` never repeats, `ends` repeats in some years only. */
export type ScheduleInterval = { readonly hours: number } | "once" | "ends" | "unreadable";

const HOURS_OF_UNIT: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/**
 * The longest time between two runs of a schedule expression of EventBridge: rate(…), cron(…) with six fields, at(…).
 * Of the clock on the wall: a daily run is 24 hours apart on the day on which the clock changes, too.
 */
export function scheduleInterval(expression: string): ScheduleInterval {
  const [, kind, body = ""] = /^\s*(rate|cron|at)\s*\((.*)\)\s*$/s.exec(expression) ?? [];
  if (kind === "at") return "once";
  if (kind === "rate") return rateInterval(body);
  return kind === "cron" ? cronInterval(body) : "unreadable";
}

function rateInterval(body: string): ScheduleInterval {
  const [, value, unit = ""] = /^\s*(\d{1,9})\s+(minute|hour|day)s?\s*$/.exec(body) ?? [];
  const hours = Number(value) * (HOURS_OF_UNIT[unit] ?? Number.NaN);
  return hours > 0 ? { hours } : "unreadable";
}

function cronInterval(body: string): ScheduleInterval {
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = "", ...more] = body
    .trim()
    .split(/\s+/);
  const minutes = cronNumbers(minute, 0, 59);
  const hours = cronNumbers(hour, 0, 23);
  const isRun = compileDays({ dayOfMonth, month, dayOfWeek });
  if (minutes === undefined || hours === undefined || isRun === undefined || more.length > 0) {
    return "unreadable";
  }
  if (year !== "*") return /^[\d,/*-]+$/.test(year) ? "ends" : "unreadable";
  const times = [...hours].flatMap((at) => [...minutes].map((past) => at * 60 + past)).sort((a, b) => a - b);
  const gap = longestGap(times, isRun);
  return gap === undefined ? "ends" : { hours: gap / 60 };
}

const MINUTES_OF_DAY = 24 * 60;

/** The longest gap in minutes between runs at the times of the days; the calendar repeats after 28 years. */
function longestGap(times: readonly number[], isRun: (day: Day) => boolean): number | undefined {
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  let longest = Math.max(0, ...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
  let earliest: number | undefined;
  let latest: number | undefined;
  let number = 0;
  for (const day of calendar()) {
    if (isRun(day)) {
      if (latest !== undefined) {
        longest = Math.max(longest, (number - latest) * MINUTES_OF_DAY + first - last);
      }
      earliest ??= number;
      latest = number;
    }
    number += 1;
  }
  if (earliest === undefined || latest === undefined) return undefined;
  return Math.max(longest, (number - latest + earliest) * MINUTES_OF_DAY + first - last);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 28 years, in which every date falls on every day of the week. The first of them is a leap year that begins on a Saturday. */
function* calendar(): Generator<Day> {
  let weekday = 7;
  for (let year = 0; year < 28; year += 1) {
    for (const [index, length] of MONTH_LENGTHS.entries()) {
      const daysInMonth = index === 1 && year % 4 === 0 ? 29 : length;
      for (let day = 1; day <= daysInMonth; day += 1) {
        yield { day, month: index + 1, weekday, daysInMonth };
        weekday = (weekday % 7) + 1;
      }
    }
  }
}
