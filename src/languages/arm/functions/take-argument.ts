import { ArmError } from "../values/arm-error.ts";
import { ArmObject, bare, isArray } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";

// Each takes a known argument as the type that a function wants. They throw an ArmError for another type.

export function takeText(value: ArmValue | undefined, name: string): string {
  const inner = value === undefined ? undefined : bare(value);
  if (typeof inner === "string") return inner;
  throw new ArmError(`${name} takes a string, and gets ${kindOf(inner)}`);
}

/** Text functions of ARM take null for an empty text. */
export function takeTextOrNull(value: ArmValue | undefined, name: string): string {
  return value === null || value === undefined ? "" : takeText(value, name);
}

export function takeInteger(value: ArmValue | undefined, name: string): number {
  const inner = value === undefined ? undefined : bare(value);
  if (typeof inner === "number" && Number.isInteger(inner)) return inner;
  throw new ArmError(`${name} takes an int, and gets ${kindOf(inner)}`);
}

export function takeNumber(value: ArmValue | undefined, name: string): number {
  const inner = value === undefined ? undefined : bare(value);
  if (typeof inner === "number") return inner;
  throw new ArmError(`${name} takes a number, and gets ${kindOf(inner)}`);
}

export function takeArray(value: ArmValue | undefined, name: string): readonly ArmValue[] {
  const inner = value === undefined ? null : bare(value);
  if (isArray(inner)) return inner;
  throw new ArmError(`${name} takes an array, and gets ${kindOf(inner)}`);
}

export function takeObject(value: ArmValue | undefined, name: string): ArmObject {
  const inner = value === undefined ? null : bare(value);
  if (inner instanceof ArmObject) return inner;
  throw new ArmError(`${name} takes an object, and gets ${kindOf(inner)}`);
}

export function kindOf(value: ArmValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isArray(value)) return "an array";
  if (value instanceof ArmObject) return "an object";
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
      return Number.isInteger(value) ? "an int" : "a float";
    case "boolean":
      return "a bool";
    default:
      return "what is not known";
  }
}
