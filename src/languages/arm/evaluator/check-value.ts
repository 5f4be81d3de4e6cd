import type { Expression } from "../expression.ts";
import type { Template } from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";
import { ArmObject, Open, Secure, bare, isArray, isKnown } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { equals } from "../values/equals.ts";
import { print } from "../values/print.ts";
import { resolveType } from "./resolve-type.ts";

/** Types in types; ARM's own are never so deep. */
const DEEPEST = 20;
/** Of a value that a message shows. */
const MOST_SHOWN = 80;

export interface CheckedType {
  readonly template: Template;
  readonly evaluate: (expression: Expression) => ArmValue;
}

/**
 * Why Azure refuses a value for a type, in words that go on after the name of the parameter; nothing when it does not, and
 * when that is not known. https://learn.microsoft.com/azure/azure-resource-manager/templates/parameters
 */
export function checkValue(
  value: ArmValue,
  type: TypeSchema,
  of: CheckedType,
  depth = 0,
): string | undefined {
  const resolved = resolveType(of.template, type);
  const inner = bare(value);
  if (inner === null || inner instanceof Open || depth > DEEPEST) return undefined;
  const isSecret = value instanceof Secure || resolved.secure === true;
  const shown = isSecret ? "a value that must not be shown" : clip(print(inner));
  if (!isOfType(inner, resolved.type)) {
    return `takes ${/^[aio]/u.test(resolved.type) ? "an" : "a"} ${resolved.type}, and gets ${shown}`;
  }
  return (
    checkAllowed(inner, resolved, of, shown) ??
    checkBounds(inner, resolved, isSecret) ??
    checkParts(inner, resolved, of, depth)
  );
}

/** Numbers and bools are taken in texts as well, as command lines give them. */
function isOfType(value: Exclude<ArmValue, Secure | Open | null>, type: TypeSchema["type"]): boolean {
  switch (type) {
    case "any":
      return true;
    case "string":
      return typeof value === "string";
    case "int":
      return typeof value === "number" || (typeof value === "string" && /^-?\d+$/u.test(value));
    case "bool":
      return typeof value === "boolean" || (typeof value === "string" && /^(?:true|false)$/iu.test(value));
    case "array":
      return isArray(value);
    case "object":
      return value instanceof ArmObject;
  }
}

/** Of an array each item may be one of those that are allowed. Texts are compared without their case. */
function checkAllowed(
  value: ArmValue,
  { allowed }: TypeSchema,
  of: CheckedType,
  shown: string,
): string | undefined {
  const words = allowed === undefined ? null : bare(of.evaluate(allowed));
  if (!isArray(words) || !isKnown(words)) return undefined;
  const isAllowed = (one: ArmValue): boolean => words.some((word) => mayEqual(word, one));
  if (isAllowed(value) || (isArray(value) && value.every(isAllowed))) return undefined;
  return `takes one of ${clip(words.map(print).join(", "))}, and gets ${shown}`;
}

function mayEqual(word: ArmValue, value: ArmValue): boolean {
  const [one, other] = [bare(word), bare(value)];
  if (typeof one === "string" && typeof other === "string") return one.toLowerCase() === other.toLowerCase();
  return equals(one, other) !== false || print(one) === print(other);
}

function checkBounds(value: ArmValue, type: TypeSchema, isSecret: boolean): string | undefined {
  const { minLength, maxLength, minValue, maxValue } = type;
  if (typeof value === "number") return checkRange(value, [minValue, maxValue], "", isSecret);
  if (typeof value !== "string" && !isArray(value)) return undefined;
  const what = typeof value === "string" ? " characters" : " items";
  return checkRange(value.length, [minLength, maxLength], what, isSecret);
}

function checkRange(
  number: number,
  [least, most]: readonly [number | undefined, number | undefined],
  what: string,
  isSecret: boolean,
): string | undefined {
  if (least !== undefined && number < least) {
    return `takes at least ${String(least)}${what}, and gets ${isSecret ? "less" : String(number)}`;
  }
  if (most === undefined || number <= most) return undefined;
  return `takes at most ${String(most)}${what}, and gets ${isSecret ? "more" : String(number)}`;
}

function checkParts(value: ArmValue, type: TypeSchema, of: CheckedType, depth: number): string | undefined {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      const part = type.prefixItems?.[index] ?? type.items;
      const problem = part === undefined ? undefined : checkValue(item, part, of, depth + 1);
      if (problem !== undefined) return `[${String(index)}]${glue(problem)}`;
    }
  }
  if (!(value instanceof ArmObject)) return undefined;
  for (const [name, part] of type.properties ?? []) {
    const member = value.member(name);
    const problem = member === undefined ? undefined : checkValue(member.value, part, of, depth + 1);
    if (problem !== undefined) return `.${name}${glue(problem)}`;
  }
  return undefined;
}

/** A problem of a part begins with the part. */
export function glue(problem: string): string {
  return /^[.[]/u.test(problem) ? problem : ` ${problem}`;
}

function clip(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
