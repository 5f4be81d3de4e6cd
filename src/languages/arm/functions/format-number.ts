import { ArmError } from "../values/arm-error.ts";

/**
 * A number in one of .NET's formats, in the invariant culture: `N0`, `D5`, `X`, `F2`, `P1`, `G`, `E3`, or a custom one of
 * `0`, `#`, `,`, `.` and `%`. Throws an ArmError for another.
 * https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings
 */
export function formatNumber(value: number, format: string): string {
  const [, letter = "", digits = ""] = /^([A-Za-z])(\d{0,2})$/u.exec(format) ?? [];
  if (letter === "") return /^[0#,.%]+$/u.test(format) ? custom(value, format) : notKnown(format);
  const write = STANDARD.get(letter.toUpperCase());
  if (write === undefined) return notKnown(format);
  const text = write(value, digits === "" ? undefined : Number(digits));
  // `x` and `e` write their letters small
  return letter === letter.toUpperCase() ? text : text.toLowerCase();
}

type Write = (value: number, precision: number | undefined) => string;

const STANDARD: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["C", (value, precision) => signedCurrency(value, precision ?? 2)],
  ["D", (value, width) => signed(value, String(Math.abs(Math.trunc(value))).padStart(width ?? 1, "0"))],
  ["E", (value, precision) => scientific(value, precision ?? 6)],
  ["F", (value, precision) => fixed(value, precision ?? 2, false)],
  ["G", (value) => String(value)],
  ["N", (value, precision) => fixed(value, precision ?? 2, true)],
  ["P", (value, precision) => `${fixed(value * 100, precision ?? 2, true)} %`],
  ["R", (value) => String(value)],
  ["X", (value, width) => hexadecimal(value).padStart(width ?? 1, "0")],
]);

/** Negative numbers have 64 bits. */
function hexadecimal(value: number): string {
  return BigInt.asUintN(64, BigInt(Math.trunc(value)))
    .toString(16)
    .toUpperCase();
}

function scientific(value: number, precision: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(precision).split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${mantissa}E${sign}${exponent.replace(/^[-+]/u, "").padStart(3, "0")}`;
}

function notKnown(format: string): never {
  throw new ArmError(`genoscan does not know the number format '${format.slice(0, 40)}'`);
}

function signed(value: number, text: string): string {
  return value < 0 ? `-${text}` : text;
}

function fixed(value: number, precision: number, isGrouped: boolean): string {
  const [whole = "", part] = Math.abs(value).toFixed(precision).split(".");
  const grouped = isGrouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") : whole;
  return signed(value, part === undefined ? grouped : `${grouped}.${part}`);
}

/** The invariant culture's currency sign, negative amounts in parentheses. */
function signedCurrency(value: number, precision: number): string {
  const text = `\u00A4${fixed(Math.abs(value), precision, true)}`;
  return value < 0 ? `(${text})` : text;
}

function custom(value: number, format: string): string {
  const scaled = format.includes("%") ? value * 100 : value;
  const pattern = format.replaceAll("%", "");
  const [wholePattern = "", partPattern = ""] = pattern.split(".");
  const most = partPattern.replaceAll(",", "").length;
  const least = partPattern.lastIndexOf("0") + 1;
  const [whole = "", part = ""] = Math.abs(scaled).toFixed(most).split(".");
  const zeros = wholePattern.replaceAll(",", "");
  const width = zeros.includes("0") ? zeros.length - zeros.indexOf("0") : 0;
  let digits = whole === "0" && width === 0 ? "" : whole.padStart(width, "0");
  if (wholePattern.includes(",")) digits = digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  const kept = part.slice(0, least) + part.slice(least).replace(/0+$/u, "");
  return signed(scaled, `${digits}${kept === "" ? "" : `.${kept}`}${format.includes("%") ? "%" : ""}`);
}
