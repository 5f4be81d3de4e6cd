import { convert } from "../values/convert.ts";
import { withFallibleTypes } from "../values/fallible.ts";
import { ANY, BOOL, HclValue, NUMBER, STRING } from "../values/hcl-value.ts";
import type { Type } from "../values/hcl-value.ts";
import { bool, nullOf } from "../values/make-value.ts";
import { mapChildren, withMarks } from "../values/marks.ts";
import { listOf, mapOf, setOf } from "../values/type.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { argument } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Conversions to a type, and the functions that look at marks. */
export const CONVERSION_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  tostring: conversionTo(STRING),
  tonumber: conversionTo(NUMBER),
  tobool: conversionTo(BOOL),
  tolist: conversionTo(listOf(ANY)),
  toset: conversionTo(setOf(ANY)),
  tomap: conversionTo(mapOf(ANY)),
  sensitive: ownMarks((value) => withMarks(value, { sensitive: true })),
  nonsensitive: ownMarks((value) => withMarks(value, { sensitive: false })),
  issensitive: ownMarks(isSensitive),
  ephemeralasnull: ownMarks(withoutEphemeral),
};

function ownMarks(change: (value: HclValue) => HclValue): FunctionDefinition {
  return { compute: (args) => change(argument(args, 0)), marks: "own", takesUnknown: true };
}

function conversionTo(type: Type): FunctionDefinition {
  return ownMarks((value) => convert(withFallibleTypes(value), type));
}

function isSensitive(value: HclValue): HclValue {
  if (value.marks.sensitive) return bool(true);
  return value.isKnown ? bool(false) : unknownFrom(BOOL, [value], { notNull: true, mayFail: false });
}

function withoutEphemeral(value: HclValue): HclValue {
  if (value.marks.ephemeral) return withMarks(nullOf(value.type), { sensitive: value.marks.sensitive });
  if (!value.hasMarks) return value;
  return new HclValue(value.type, mapChildren(value, withoutEphemeral), value.marks);
}
