/** The days that the day-of-month, month and day-of-week fields of a cron expression mean. */
export interface CronDays {
  readonly dayOfMonth: string;
  readonly month: string;
  readonly dayOfWeek: string;
}

/** A day by its parts: month 1 to 12, weekday 1 (Sunday) to 7. */
export interface Day {
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
  readonly daysInMonth: number;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

type Test = (day: Day) => boolean;

/** A test for days, or `undefined` when a field is not one that EventBridge accepts. */
export function compileDays({ dayOfMonth, month, dayOfWeek }: CronDays): Test | undefined {
  const months = cronNumbers(month, 1, 12, MONTHS);
  const days = dayOfMonth === "?" ? () => true : joined(dayOfMonth, dayOfMonthTest);
  const weekdays = dayOfWeek === "?" ? () => true : joined(dayOfWeek, dayOfWeekTest);
  if (months === undefined || days === undefined || weekdays === undefined) return undefined;
  return (day) => months.has(day.month) && days(day) && weekdays(day);
}

/** The numbers that a field means: `5`, `1-5`, `0/15`, `*`, `MON-FRI`, several of them with commas. */
export function cronNumbers(
  field: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): ReadonlySet<number> | undefined {
  const numbers = new Set<number>();
  for (const part of field.split(",")) {
    const range = cronRange(part, least, most, names);
    if (range === undefined) return undefined;
    const { from, to, step } = range;
    // FRI-MON goes over the end of the week
    const span = (to - from + (to < from ? most - least + 1 : 0)) / step;
    for (let index = 0; index <= span; index += 1) {
      numbers.add(least + ((from - least + index * step) % (most - least + 1)));
    }
  }
  return numbers;
}

function cronRange(
  part: string,
  least: number,
  most: number,
  names: readonly string[],
): { from: number; to: number; step: number } | undefined {
  const [, body = "", stepText] = /^([A-Za-z0-9*-]+)(?:\/(\d+))?$/.exec(part) ?? [];
  const step = stepText === undefined ? 1 : Number(stepText);
  if (body === "" || step < 1) return undefined;
  if (body === "*") return { from: least, to: most, step };
  const [first = "", second, ...more] = body.split("-");
  const from = cronNumber(first, least, most, names);
  const to =
    second === undefined ? (stepText === undefined ? from : most) : cronNumber(second, least, most, names);
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to, step };
}

function cronNumber(text: string, least: number, most: number, names: readonly string[]): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return least + named;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** A field of several parts is met by a day that meets one of them. */
function joined(field: string, compile: (part: string) => Test | undefined): Test | undefined {
  const tests: Test[] = [];
  for (const part of field.split(",")) {
    const test = compile(part);
    if (test === undefined) return undefined;
    tests.push(test);
  }
  return (day) => tests.some((test) => test(day));
}

/** `L` is the last day, `LW` the last and `15W` the nearest weekday (Monday to Friday). */
function dayOfMonthTest(part: string): Test | undefined {
  if (part === "L") return ({ day, daysInMonth }) => day === daysInMonth;
  if (part === "LW") return (day) => isNearestWeekday(day, day.daysInMonth);
  const [, near] = /^(\d{1,2})W$/.exec(part) ?? [];
  if (near !== undefined) {
    const wanted = Number(near);
    return wanted < 1 || wanted > 31
      ? undefined
      : (day) => wanted <= day.daysInMonth && isNearestWeekday(day, wanted);
  }
  const numbers = cronNumbers(part, 1, 31);
  return numbers === undefined ? undefined : ({ day }) => numbers.has(day);
}

/** Whether the day is the weekday nearest to a day of its month, without leaving the month. */
function isNearestWeekday({ day, weekday, daysInMonth }: Day, wanted: number): boolean {
  const weekdayOfWanted = ((((weekday - 1 + wanted - day) % 7) + 7) % 7) + 1;
  let nearest = wanted;
  if (weekdayOfWanted === 7) nearest = wanted === 1 ? 3 : wanted - 1;
  if (weekdayOfWanted === 1) nearest = wanted === daysInMonth ? wanted - 2 : wanted + 1;
  return day === nearest;
}

/** `6L` is the last Friday of the month, `6#3` the third. */
function dayOfWeekTest(part: string): Test | undefined {
  const [, name = "", kind, count] = /^([A-Za-z0-9]+?)(?:(L)|#([1-5]))$/.exec(part) ?? [];
  const wanted = part === "L" ? 7 : cronNumber(name, 1, 7, WEEKDAYS);
  if (wanted !== undefined && part === "L") return ({ weekday }) => weekday === wanted;
  if (wanted !== undefined && kind !== undefined) {
    return ({ weekday, day, daysInMonth }) => weekday === wanted && day > daysInMonth - 7;
  }
  if (wanted !== undefined && count !== undefined) {
    return ({ weekday, day }) => weekday === wanted && Math.ceil(day / 7) === Number(count);
  }
  const numbers = cronNumbers(part, 1, 7, WEEKDAYS);
  return numbers === undefined ? undefined : ({ weekday }) => numbers.has(weekday);
}
