import { ANY, HclValue, STRING } from "../values/hcl-value.ts";
import type { Elements, Entries } from "../values/hcl-value.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { object, tuple } from "../values/make-value.ts";
import { withMarks } from "../values/marks.ts";
import { parseJson } from "../values/parse-json.ts";
import { isPrimitive } from "../values/type.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { writeJson } from "../values/write-json.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** JSON. What is partly unknown keeps its data on the way through text. */
export const JSON_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  jsonencode: { compute: ([value]) => jsonencode(value), takesUnknown: true },
  jsondecode: { compute: (args) => jsondecode(argument(args, 0)), takesUnknown: true },
};

function jsonencode(value: HclValue | undefined): HclValue {
  if (value === undefined) throw new TypeError("no argument");
  if (value.isWhollyKnown) return writeJson(value);
  return unknownFrom(STRING, [value], { notNull: true, mayFail: false, document: value });
}

function jsondecode(value: HclValue): HclValue {
  if (value.isKnown) return parseJson(textOf(value));
  const { document, text } = value.unknown ?? {};
  if (document !== undefined) return decodedData(document);
  if (text === undefined) return unknownFrom(ANY, [value]);
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof EvaluationError) return unknownFrom(ANY, [value]);
    throw error;
  }
}

/** The value as it comes out of JSON: a list or set as a tuple, a map as an object. */
function decodedData(value: HclValue): HclValue {
  const { data, type } = value;
  if (Array.isArray(data)) {
    const elements = (data as Elements).map(decodedData);
    // which of the unknown elements of a set are the same is not known
    if (type.kind === "set" && !value.isWhollyKnown && elements.length > 1) return unknownFrom(ANY, [value]);
    return withMarks(tuple(elements), value.marks);
  }
  if (!(data instanceof Map)) return value.isKnown ? value : unknownData(value);
  const entries = [...(data as Entries)].map(([key, held]) => [key, decodedData(held)] as const);
  return withMarks(object(entries), value.marks);
}

/** An unknown list is a tuple then, and an unknown map an object. */
function unknownData(value: HclValue): HclValue {
  return isPrimitive(value.type) ? value : new HclValue(ANY, value.data, value.marks);
}
