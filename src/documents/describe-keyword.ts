import type { ErrorObject } from "ajv/dist/2020.js";
import { didYouMean } from "../model/did-you-mean.ts";
import { isSchema } from "./compile-schema.ts";
import { describeType, describeValue, listWords } from "./words.ts";

/** What a keyword says of the value that fails it. */
interface Failure {
  readonly subject: string;
  readonly value: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly error: ErrorObject;
  readonly written: string | undefined;
}

const DESCRIPTIONS: ReadonlyMap<string, (failure: Failure) => string> = new Map([
  ["type", describeWrongType],
  ["enum", describeEnum],
  [
    "const",
    ({ subject, value, params }) =>
      `${subject} must be ${JSON.stringify(params["allowedValue"])}, not ${describeValue(value)}`,
  ],
  [
    "pattern",
    ({ subject, value, error }) =>
      `${describeValue(value)} does not have the form of ${subject}: ${formOf(error)}`,
  ],
  [
    "format",
    ({ subject, value, params }) =>
      `${describeValue(value)} is not ${formatOf(params["format"])} (${subject})`,
  ],
  [
    "minimum",
    ({ subject, value, params }) =>
      `${subject} must be at least ${String(params["limit"])}, not ${describeValue(value)}`,
  ],
  [
    "maximum",
    ({ subject, value, params }) =>
      `${subject} must be at most ${String(params["limit"])}, not ${describeValue(value)}`,
  ],
  ["minLength", (failure) => describeTooFew(failure, "characters")],
  ["minItems", (failure) => describeTooFew(failure, "items")],
  ["minProperties", (failure) => describeTooFew(failure, "keys")],
  ["maxLength", (failure) => describeTooMany(failure, "characters")],
  ["maxItems", (failure) => describeTooMany(failure, "items")],
  ["maxProperties", (failure) => describeTooMany(failure, "keys")],
  [
    "uniqueItems",
    ({ subject, params }) =>
      `${subject} holds the same item twice (items ${String(params["i"])} and ${String(params["j"])}, counted from 0)`,
  ],
]);

/** One error of ajv in words. `place` is the path of the value, `written` a scalar as it stands in the file. */
export function describeKeyword(error: ErrorObject, place: string, written: string | undefined): string {
  const key = error.propertyName;
  // ajv tells of a key that it objects to by the object around it and the name of the key
  const subject = key === undefined ? place : `the key "${key}" of ${place}`;
  const failure: Failure = { subject, value: key ?? error.data, params: error.params, error, written };
  const describe = DESCRIPTIONS.get(error.keyword);
  return describe?.(failure) ?? `${subject} ${error.message ?? "is not valid"}`;
}

function describeWrongType({ subject, value, params, written }: Failure): string {
  const sentence = `${subject} must be ${describeType(params["type"])}, not ${describeValue(value)}`;
  const isUnquoted = params["type"] === "string" && (typeof value === "number" || typeof value === "boolean");
  // an account id with a leading zero loses it when YAML takes it for a number
  return isUnquoted ? `${sentence}; write it in quotes: "${written ?? String(value)}"` : sentence;
}

function describeEnum({ subject, value, params }: Failure): string {
  const allowed: readonly unknown[] = Array.isArray(params["allowedValues"]) ? params["allowedValues"] : [];
  const words = allowed.map((word) => JSON.stringify(word));
  const suggestion = typeof value === "string" ? didYouMean(value, allowed.map(String)) : "";
  return `${subject} must be ${listWords(words, "or")}, not ${describeValue(value)}${suggestion}`;
}

function describeTooFew({ subject, params }: Failure, unit: string): string {
  const limit = Number(params["limit"]);
  return limit === 1 ? `${subject} must not be empty` : `${subject} must have at least ${limit} ${unit}`;
}

function describeTooMany({ subject, params }: Failure, unit: string): string {
  return `${subject} must have at most ${String(params["limit"])} ${unit}`;
}

/** The description of a schema says its pattern in words. */
function formOf(error: ErrorObject): string {
  const description: unknown = isSchema(error.parentSchema) ? error.parentSchema["description"] : undefined;
  return typeof description === "string" ? description : String(error.schema);
}

function formatOf(format: unknown): string {
  if (format === "date") return "a date of the form YYYY-MM-DD";
  return format === "uri" ? "an absolute address such as https://…" : `a ${String(format)}`;
}
