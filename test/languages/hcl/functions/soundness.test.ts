import { describe, expect, it } from "vitest";
import { callFunction } from "../../../../src/languages/hcl/functions/call-function.ts";
import { EvaluationError } from "../../../../src/languages/hcl/values/evaluation-error.ts";
import { HclNumber } from "../../../../src/languages/hcl/values/hcl-number.ts";
import { ANY, HclUnknown, HclValue } from "../../../../src/languages/hcl/values/hcl-value.ts";
import type { Elements, Entries, Type } from "../../../../src/languages/hcl/values/hcl-value.ts";
import { unknown } from "../../../../src/languages/hcl/values/make-value.ts";
import { mapChildren } from "../../../../src/languages/hcl/values/marks.ts";
import { parseJson } from "../../../../src/languages/hcl/values/parse-json.ts";
import { isCollection, isPrimitive } from "../../../../src/languages/hcl/values/type.ts";
import { mayFail } from "../../../../src/languages/hcl/values/unknown-from.ts";
import { cases, context, readValue } from "./terraform-cases.ts";
import type { CallData } from "./terraform-cases.ts";

/** They look at marks or at whether a value is known, which is no matter of the value. */
const NOT_OF_VALUES = new Set(["templatefile", "templatestring", "issensitive"]);
/** A number that has no JSON; it is the only one. */
const INFINITE = "jsonencode(log(0, 2))";
const calls = cases.flatMap(({ call, expression, unknown: open }) =>
  call === undefined || expression === INFINITE || open !== undefined || NOT_OF_VALUES.has(call[0])
    ? []
    : [{ call, expression }],
);

describe("a function of something unknown says nothing that its real value contradicts", () => {
  it.each(calls)("$expression", ({ call: [name, ...data] }) => {
    const args = data.map(readValue);
    const real = attempt(name, args);
    const contradictions: string[] = [];
    for (const masked of maskEach(args)) {
      const found = attempt(name, masked);
      if (agrees(found, real)) continue;
      contradictions.push(`${name}(${masked.map(show).join(", ")}) is ${show(found)} and ${show(real)}`);
    }
    expect(contradictions).toEqual([]);
  });
});

function attempt(name: CallData[0], args: readonly HclValue[]): HclValue | "error" {
  try {
    return callFunction(name, args, context);
  } catch (error) {
    if (error instanceof EvaluationError) return "error";
    throw error;
  }
}

/** The arguments with one value after the other unknown, of its type and of none; and with all of them. */
function* maskEach(args: readonly HclValue[]): Generator<readonly HclValue[]> {
  for (const [index, arg] of args.entries()) {
    for (const masked of maskInside(arg)) yield args.with(index, masked);
  }
  yield args.map((arg) => hide(arg, arg.type));
}

function* maskInside(value: HclValue): Generator<HclValue> {
  yield hide(value, value.type);
  yield hide(value, ANY);
  // an element of another type would give a list another type
  const children = [...childrenWithKeys(value)].slice(0, 5);
  for (const [key, child] of children) {
    for (const masked of maskInside(child)) {
      if (isCollection(value.type) && masked.type !== child.type) continue;
      const data = mapChildren(value, (held) => (held === child ? masked : held));
      yield new HclValue(typeWith(value, key, masked.type), data, value.marks);
    }
  }
}

function hide(value: HclValue, type: Type): HclValue {
  return new HclValue(type, unknown(type, "hidden").data, value.marks);
}

function* childrenWithKeys({ data }: HclValue): Generator<readonly [string, HclValue]> {
  if (Array.isArray(data)) yield* (data as Elements).map((held, index) => [String(index), held] as const);
  else if (data instanceof Map) yield* data as Entries;
}

function typeWith({ type, data }: HclValue, key: string, part: Type): Type {
  if (type.kind === "object") {
    return { kind: "object", attributes: new Map([...type.attributes, [key, part]]) };
  }
  if (type.kind !== "tuple") return type;
  const changed = (data as Elements)[Number(key)];
  return {
    kind: "tuple",
    elements: type.elements.map((held, index) => ((data as Elements)[index] === changed ? part : held)),
  };
}

/** Every completion of the found value may be the real one. */
function agrees(found: HclValue | "error", real: HclValue | "error"): boolean {
  if (found === "error") return real === "error";
  // what is known cannot say that it may fail: Terraform looks at types first, and stops at those that do not fit
  if (real === "error") return found.isKnown || mayFail(found);
  if (found.unknown === undefined) {
    return found.isNull || real.isNull ? found.isNull && real.isNull : sameParts(found, real);
  }
  if (!typeAllows(found.type, real.type)) return false;
  if (found.unknown.notNull && real.isNull) return false;
  return textAllows(found, real);
}

function sameParts(found: HclValue, real: HclValue): boolean {
  if (!real.isKnown) return true;
  // beside an element whose type is not known, 1 may be "1" and a tuple a list
  if (!Array.isArray(found.data) && !(found.data instanceof Map)) {
    return scalarText(found) === scalarText(real);
  }
  // which of the elements of a set fall together is not known
  if (real.type.kind === "set") return true;
  const [inFound, inReal] = [[...childrenWithKeys(found)], [...childrenWithKeys(real)]];
  return (
    inFound.length === inReal.length &&
    inFound.every(([key, held], index) => key === inReal[index]?.[0] && agrees(held, inReal[index][1]))
  );
}

function typeAllows(found: Type, real: Type): boolean {
  if (found.kind === "any" || real.kind === "any") return true;
  if (isPrimitive(found) && real.kind === "string") return true;
  if (found.kind !== real.kind) return false;
  return isCollection(found) && isCollection(real) ? typeAllows(found.element, real.element) : true;
}

function textAllows(found: HclValue, real: HclValue): boolean {
  const { text, document } = found.unknown ?? {};
  if (typeof real.data !== "string") return true;
  if (document !== undefined && !agrees(asDecoded(document), parseJson(real.data))) return false;
  let at = 0;
  for (const piece of text ?? []) {
    if (typeof piece !== "string") continue;
    at = real.data.indexOf(piece, at);
    if (at === -1) return false;
    at += piece.length;
  }
  return true;
}

/** Lists come back from JSON as tuples; only their parts are compared. */
function asDecoded(value: HclValue): HclValue {
  return callFunction("jsondecode", [callFunction("jsonencode", [value], context)], context);
}

/** Enough to see what went wrong. */
function show(value: HclValue | "error"): string {
  if (value === "error") return "an error";
  const { data } = value;
  if (data instanceof HclUnknown) return data.mayFail ? "unknown, or an error" : "unknown";
  if (Array.isArray(data)) return `[${(data as Elements).map(show).join(", ")}]`;
  if (data instanceof Map) {
    return `{${[...(data as Entries)].map(([key, held]) => `${key} = ${show(held)}`).join(", ")}}`;
  }
  return scalarText(value);
}

function scalarText({ data }: HclValue): string {
  if (data instanceof HclNumber) return data.toString();
  return typeof data === "string" || typeof data === "boolean" ? String(data) : "null";
}
