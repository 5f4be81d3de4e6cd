import {
  put,
  Reference,
  Sensitive,
  Unknown,
  UnknownCode,
  UnknownDocument,
  UnknownText,
} from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { HclNumber } from "./hcl-number.ts";
import { HclUnknown } from "./hcl-value.ts";
import type { Elements, Entries, HclValue } from "./hcl-value.ts";
import { parseJson } from "./parse-json.ts";

/**
 * The value as a property of a resource. A set is a list; what names another resource is a reference; JSON text that is
 * partly unknown brings its data; an integer that a double cannot hold is unknown rather than another number.
 */
export function toModelValue(value: HclValue): Value {
  const { sensitive, ephemeral, reference, byType } = value.marks;
  let result = toBareValue(value);
  if (reference !== undefined) {
    result = new Reference(reference.target, reference.attribute, value.isKnown ? result : undefined);
  }
  return sensitive || ephemeral ? new Sensitive(result, byType === true ? "type" : undefined) : result;
}

function toBareValue({ data }: HclValue): Value {
  if (data === null || typeof data === "string" || typeof data === "boolean") return data;
  if (data instanceof HclNumber) return toModelNumber(data);
  if (data instanceof HclUnknown) return toModelUnknown(data);
  if (Array.isArray(data)) return (data as Elements).map(toModelValue);
  const map: Record<string, Value> = {};
  for (const [key, held] of data as Entries) put(map, key, toModelValue(held));
  return map;
}

function toModelNumber(number: HclNumber): Value {
  const double = number.toDouble();
  const isFinite = Number.isFinite(double);
  const isExact = isFinite && (!number.isInteger || number.toBigInt() === BigInt(double));
  if (isExact) return Object.is(double, -0) ? 0 : double;
  if (!isFinite) return new Unknown("a number is larger than can be compared");
  return new Unknown(`the number ${number.toString().slice(0, 60)} has more digits than can be compared`);
}

function toModelUnknown(unknown: HclUnknown): Value {
  if (unknown.place !== undefined) return unknown.place;
  if (unknown.items !== undefined) return unknown.items.map(toModelValue);
  const document = unknown.document ?? readDocument(unknown);
  if (document === undefined) {
    return toModelText(unknown) ?? toOneUnknown(unknown);
  }
  return new UnknownDocument(unknown.reason, unknown.candidates, toModelValue(document));
}

const UNKNOWNS = new WeakMap<HclUnknown, Unknown>();

/** What is taken from one place stays one object, by which texts that hold it are compared. */
function toOneUnknown(unknown: HclUnknown): Unknown {
  const known = UNKNOWNS.get(unknown);
  if (known !== undefined) return known;
  const open = unknown.mayBeWritten ? UnknownCode : Unknown;
  const made = new open(unknown.reason, unknown.candidates);
  UNKNOWNS.set(unknown, made);
  return made;
}

/** The unknown of an expression for one of the model, which it becomes again. */
export function fromModelUnknown(unknown: Unknown): HclUnknown {
  const made = new HclUnknown(unknown.reason, unknown.candidates);
  UNKNOWNS.set(made, unknown);
  return made;
}

/** What is written around the reference in `"${azurerm_storage_account.lake.id}/blobServices/default"`. */
function toModelText({ reason, candidates, text }: HclUnknown): Value | undefined {
  if (text === undefined || !text.some((piece) => typeof piece === "string")) return undefined;
  const pieces = text.map((piece) => (typeof piece === "string" ? piece : toModelValue(piece)));
  return new UnknownText(reason, candidates, pieces);
}

function readDocument({ text }: HclUnknown): HclValue | undefined {
  const [first] = text ?? [];
  if (text === undefined || typeof first !== "string" || !/^\s*[[{]/u.test(first)) return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
