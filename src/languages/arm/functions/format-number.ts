import { ArmError } from "../values/arm-error.ts";

/**
 * A number in one of .NET's formats, in the invariant culture: `N0`, `D5`, `X`, `F2`, `P1`, `G`, `E3`, or a custom one of
 * `0`, `#`, `,`, `.` and `%`. Throws an ArmError for another.
 * https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings
 */
export function formatNumber(value: number, format: string): string {
  const [, letter = "", digits = ""] = /^([A-Za-z])(\d{0,2})$/u.exec(format) ?? [];
  const precision = digits === "" ? undefined : Number(digits);
  switch (letter.toUpperCase()) {
    case "D":
      return signed(value, String(Math.abs(Math.trunc(value))).padStart(precision ?? 1, "0"));
    case "X": {
      const unsigned = BigInt.asUintN(64, BigInt(Math.trunc(value)));
      const hex = unsigned.toString(16).padStart(precision ?? 1, "0");
      return letter === "X" ? hex.toUpperCase() : hex;
    }
    case "N":
      return fixed(value, precision ?? 2, true);
    case "F":
      return fixed(value, precision ?? 2, false);
    case "C":
      return signedCurrency(value, precision ?? 2);
    case "P":
      return `${fixed(value * 100, precision ?? 2, true)} %`;
    case "G":
    case "R":
      return String(value);
    case "E": {
      const [mantissa = "", exponent = ""] = value.toExponential(precision ?? 6).split("e");
      const power = `${exponent.startsWith("-") ? "-" : "+"}${exponent.replace(/^[-+]/u, "").padStart(3, "0")}`;
      return `${mantissa}${letter}${power}`;
    }
    default:
      return letter === "" && /^[0#,.%]+$/u.test(format) ? custom(value, format) : notKnown(format);
  }
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
