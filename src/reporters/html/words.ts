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

/** `1 finding`, `2,000 findings` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(number)} ${number === 1 ? noun : plural}`;
}

/** `20000` as `20,000` */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `2026-01-05` as `5 January 2026`; what is no day stays as it is. */
export function showDay(day: string): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** `2026-01-05T06:07:08.000Z` as `5 January 2026, 06:07 UTC` */
export function showTime(time: string): string {
  const [, clock] = /T(\d{2}:\d{2})/.exec(time) ?? [];
  return clock === undefined ? showDay(time) : `${showDay(time)}, ${clock} UTC`;
}

export function isLink(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text);
}
