import { ArmError } from "../values/arm-error.ts";
import { strict } from "./built-in.ts";
import type { BuiltIn } from "./built-in.ts";
import { formatDate, parseDate } from "./date-format.ts";
import { takeInteger, takeText } from "./take-argument.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date */
export const DATES: readonly BuiltIn[] = [
  strict("dateTimeAdd", [2, 3], ([base, duration, format]) => {
    const { time, format: written } = parseDate(takeText(base, "dateTimeAdd"));
    const moved = time + parseDuration(takeText(duration, "dateTimeAdd"));
    return formatDate(moved, format === undefined ? written : takeText(format, "dateTimeAdd"));
  }),
  strict("dateTimeToEpoch", [1], ([text]) =>
    Math.floor(parseDate(takeText(text, "dateTimeToEpoch")).time / 1000),
  ),
  strict("dateTimeFromEpoch", [1], ([seconds]) =>
    formatDate(takeInteger(seconds, "dateTimeFromEpoch") * 1000, "yyyy-MM-ddTHH:mm:ssZ"),
  ),
];

const DURATION =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u;
const DAY = 86_400_000;
/** A year has 365 days and a month 30, as ARM counts. */
const UNITS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600_000, 60_000, 1000];

/** ISO 8601's duration in milliseconds. */
function parseDuration(text: string): number {
  const match = DURATION.exec(text);
  if (match === null || /[PT]$/u.test(text)) {
    throw new ArmError(`'${text.slice(0, 40)}' is no duration of ISO 8601, such as P1D or PT1H`);
  }
  const [, sign, ...counts] = match;
  const total = UNITS.reduce((sum, unit, index) => sum + unit * Number(counts[index] ?? 0), 0);
  return sign === "-" ? -total : total;
}
