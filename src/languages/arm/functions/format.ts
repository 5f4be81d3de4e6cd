import { ArmError } from "../values/arm-error.ts";
import { isKnown } from "../values/arm-value.ts";
import type { ArmValue, Open } from "../values/arm-value.ts";
import { joinText, textOf } from "../values/text.ts";
import { loose } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { formatNumber } from "./format-number.ts";

/**
 * .NET's composite formatting: `{index[,width][:format]}`, braces doubled.
 * https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting
 */
export const FORMATS: readonly BuiltIn[] = [
  loose(
    "format",
    [1, "many"],
    ([template, ...values]) => {
      if (typeof template !== "string") {
        if (template !== undefined && !isKnown(template)) return undefined;
        throw new ArmError("format takes a string first");
      }
      return joinText(piecesOf(template, values));
    },
    { isPresent: true, isText: true },
  ),
];

const HOLE = /\{\{|\}\}|\{(\d{1,6})\s*(?:,\s*(-?\d{1,6})\s*)?(?::((?:[^{}]|\{\{|\}\})*))?\}|[{}]/gu;
const WIDEST = 10_000;

function piecesOf(template: string, values: readonly (Known | Open)[]): readonly ArmValue[] {
  const pieces: ArmValue[] = [];
  let end = 0;
  for (const match of template.matchAll(HOLE)) {
    const [whole, index, width, format] = match;
    pieces.push(template.slice(end, match.index));
    end = match.index + whole.length;
    if (whole === "{{" || whole === "}}") pieces.push(whole.slice(1));
    else if (index === undefined) {
      throw new ArmError(`format does not read the brace at ${String(match.index)}`);
    } else pieces.push(holeOf(values, Number(index), width, format));
  }
  pieces.push(template.slice(end));
  return pieces;
}

function holeOf(
  values: readonly (Known | Open)[],
  index: number,
  width: string | undefined,
  format: string | undefined,
): ArmValue {
  const value = values[index];
  if (value === undefined) throw new ArmError(`format has no argument {${String(index)}}`);
  if (!isKnown(value)) return value;
  const isFormatted = typeof value === "number" && format !== undefined && format !== "";
  const text = isFormatted ? formatNumber(value, format) : textOf(value);
  if (width === undefined) return text;
  const columns = Math.min(Math.abs(Number(width)), WIDEST);
  return Number(width) < 0 ? text.padEnd(columns) : text.padStart(columns);
}
