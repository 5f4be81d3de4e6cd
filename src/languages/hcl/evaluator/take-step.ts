import type { Step } from "../ast.ts";
import { Reference } from "../../../model/value.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { ANY, HclUnknown, HclValue, NUMBER, STRING, UNMARKED, childrenOf } from "../values/hcl-value.ts";
import type { Elements, Entries, Type } from "../values/hcl-value.ts";
import { list, tuple } from "../values/make-value.ts";
import { withMarksOf } from "../values/marks.ts";
import { describeType, isCollection, isPrimitive, isSequence } from "../values/type.ts";
import { mayFail, unknownFrom } from "../values/unknown-from.ts";
import { unknownAmong } from "./unknown-among.ts";
import type { Evaluate, Scope } from "./scope.ts";

/**
 * Reads an attribute of what a value stands for as a whole: a resource, a module. Such a value is unknown and marked with
 * a reference without attribute. Throws `EvaluationError` when there is no such attribute.
 */
export type ReadAttribute = (whole: Reference, name: string) => HclValue;

/** How steps are taken: what evaluates the keys, and what reads resources and modules. */
export interface StepContext {
  readonly evaluate: Evaluate;
  readonly readAttribute: ReadAttribute;
}

/** The value at the end of steps. Throws `EvaluationError` where Terraform has an error. */
export function takeSteps(
  start: HclValue,
  steps: readonly Step[],
  scope: Scope,
  context: StepContext,
): HclValue {
  let value = start;
  for (const step of steps) {
    if (step.kind === "attribute-step") value = attributeOf(value, step.name, context.readAttribute);
    else if (step.kind === "index-step") {
      value = elementAt(value, context.evaluate(step.key, scope), context.readAttribute);
    } else value = splat(value, (item) => takeSteps(item, step.each, scope, context));
  }
  return value;
}

function attributeOf(value: HclValue, name: string, readAttribute: ReadAttribute): HclValue {
  const { data } = value;
  if (data === null) {
    throw new EvaluationError(`This value is null, so it does not have an attribute "${name}".`);
  }
  if (data instanceof HclUnknown) return withMarksOf(partOfUnknown(value, data, name, readAttribute), value);
  if (!(data instanceof Map)) {
    throw new EvaluationError(`A ${describeType(value.type)} does not have attributes.`);
  }
  const held = (data as Entries).get(name);
  if (held === undefined) throw new EvaluationError(missing(value.type, name));
  return withMarksOf(held, value);
}

function elementAt(value: HclValue, key: HclValue, readAttribute: ReadAttribute): HclValue {
  const { data, type } = value;
  if (data === null) throw new EvaluationError("This value is null, so it does not have any indices.");
  if (key.isNull) throw new EvaluationError("Can't use a null value as an indexing key.");
  if (isPrimitive(type) || type.kind === "set") {
    throw new EvaluationError(`A ${describeType(type)} does not have any indices.`);
  }
  if (!key.isKnown) return elementAtUnknown(value, key);
  if (data instanceof HclUnknown) {
    return withMarksOf(partOfUnknown(value, data, keyOf(key), readAttribute, isSequence(type)), value, key);
  }
  const held = Array.isArray(data) ? (data as Elements)[indexOf(key)] : (data as Entries).get(textOf(key));
  if (held === undefined) throw new EvaluationError(missing(type, keyOf(key)));
  return withMarksOf(held, value, key);
}

function missing(type: Type, key: string | number): string {
  if (type.kind === "object") return `This object does not have an attribute named ${JSON.stringify(key)}.`;
  const shown = typeof key === "number" ? String(key) : JSON.stringify(key);
  return `The given key ${shown} does not identify an element in this collection value.`;
}

function indexOf(key: HclValue): number {
  const { data } = convert(key, NUMBER);
  return data instanceof HclNumber ? (data.toSafeInteger() ?? -1) : -1;
}

function textOf(key: HclValue): string {
  const { data } = convert(key, STRING);
  return typeof data === "string" ? data : "";
}

function keyOf(key: HclValue): string | number {
  return key.data instanceof HclNumber ? indexOf(key) : textOf(key);
}

/** Any element may be meant. */
function elementAtUnknown(value: HclValue, key: HclValue): HclValue {
  const type = isCollection(value.type) ? value.type.element : ANY;
  const reason = key.unknown?.reason ?? "the key is not known";
  const elements = value.isKnown ? [...childrenOf(value.data)] : [value];
  return withMarksOf(unknownAmong(type, elements, reason), value, key);
}

/** A part of something unknown: of a resource it is read, of an attribute it is a longer path. */
function partOfUnknown(
  value: HclValue,
  unknown: HclUnknown,
  key: string | number,
  readAttribute: ReadAttribute,
  isElement = false,
): HclValue {
  const type = partType(value.type, key, isElement);
  const { reference } = value.marks;
  if (reference === undefined) return partOfCandidates(type, unknown, key, readAttribute);
  if (reference.attribute === undefined) return convert(readAttribute(reference, String(key)), type);
  const path =
    typeof key === "number" ? `[${String(key)}]` : isPlainName(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  const part = new Reference(reference.target, reference.attribute + path);
  const isSettled = value.type.kind === "object" && !unknown.mayFail;
  return new HclValue(type, new HclUnknown(unknown.reason, [], { mayFail: !isSettled }), {
    ...UNMARKED,
    reference: part,
  });
}

function isPlainName(key: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key);
}

function partOfCandidates(
  type: Type,
  unknown: HclUnknown,
  key: string | number,
  readAttribute: ReadAttribute,
): HclValue {
  const parts = unknown.candidates.map((candidate) => {
    if (candidate.attribute !== undefined) {
      return new HclValue(ANY, unknown, { ...UNMARKED, reference: candidate });
    }
    return attempt(() => readAttribute(candidate, String(key))) ?? new HclValue(ANY, unknown);
  });
  return unknownAmong(type, parts, unknown.reason, { mayBeWritten: unknown.mayBeWritten });
}

function attempt(read: () => HclValue): HclValue | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function partType(type: Type, key: string | number, isElement: boolean): Type {
  if (isCollection(type)) {
    if (type.kind === "map" || isElement) return type.element;
    throw new EvaluationError(`A ${describeType(type)} does not have attributes.`);
  }
  if (type.kind === "any") return ANY;
  if (type.kind === "tuple") {
    const part = typeof key === "number" ? type.elements[key] : undefined;
    if (part !== undefined) return part;
  } else if (type.kind === "object") {
    const part = type.attributes.get(String(key));
    if (part !== undefined) return part;
  }
  throw new EvaluationError(missing(type, key));
}

/** `value[*]…`: what is no list is a list of one, and null is an empty one. */
function splat(value: HclValue, each: (item: HclValue) => HclValue): HclValue {
  const { data, type } = value;
  if (data === null) return withMarksOf(tuple([]), value);
  if (data instanceof HclUnknown) return withMarksOf(splatUnknown(value, data, each), value);
  if (!isSequence(type) || !Array.isArray(data)) return withMarksOf(tuple([each(value)]), value);
  const items = (data as Elements).map(each);
  const first = items[0]?.type;
  const isList =
    type.kind !== "tuple" && first !== undefined && items.every((item) => item.type.kind === first.kind);
  return withMarksOf(isList && isPrimitive(first) ? list(first, items) : tuple(items), value);
}

function splatUnknown(value: HclValue, unknown: HclUnknown, each: (item: HclValue) => HclValue): HclValue {
  const { reference } = value.marks;
  const isWhole = reference !== undefined && reference.attribute === undefined;
  const isOne = isWhole || (unknown.notNull && value.type.kind !== "any");
  if (isOne && !isSequence(value.type)) return tuple([each(value)]);
  const candidates = reference === undefined ? unknown.candidates : [reference];
  const element = isCollection(value.type) ? value.type.element : ANY;
  const item = attempt(() =>
    each(
      new HclValue(
        element,
        new HclUnknown(unknown.reason, candidates, { mayFail: true, mayBeWritten: unknown.mayBeWritten }),
      ),
    ),
  );
  if (item === undefined) return unknownFrom(ANY, [value]);
  return unknownAmong(ANY, [item], unknown.reason, { notNull: true, mayFail: mayFail(item) });
}
