import { Reference, Sensitive, Unknown, emptyMap, isValueList, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { readText, shapeOfPart, spellProperty } from "../azure/arm-shapes.ts";
import type { ArmShape } from "../azure/arm-shapes.ts";

/**
 * A body of ARM as Azure publishes its names and words: Azure takes them in any case, and rules know one. What is a secret
 * by its type is marked, and null leaves a property out.
 */
export function spellBody(value: Value, shape: ArmShape | undefined): Value | undefined {
  if (value === null) return undefined;
  if (value instanceof Sensitive) {
    const inner = spellBody(value.value, shape === 1 ? 0 : shape);
    return inner === undefined ? undefined : new Sensitive(inner, value.markedBy);
  }
  if (shape === 1) return new Sensitive(value, "type");
  if (typeof value === "string") return readText(shape, value);
  if (typeof value !== "object" || value instanceof Unknown || value instanceof Reference) return value;
  if (isValueList(value)) return value.map((item) => spellBody(item, shapeOfPart(shape, "*")) ?? null);
  const spelled = emptyMap();
  for (const [key, part] of Object.entries(value)) {
    const name = spellProperty(shape, key);
    const written = spellBody(part, shapeOfPart(shape, name));
    if (written !== undefined) put(spelled, name, written);
  }
  return spelled;
}
