import type { BodyShape } from "../../languages/hcl/evaluator/body-shape.ts";
import { toModelValue } from "../../languages/hcl/values/to-model.ts";
import { isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** The attributes with what the provider takes where nothing is set, as a plan shows it. */
export function withDefaults(attributes: ValueMap, shape: BodyShape): ValueMap {
  const filled: Record<string, Value> = { ...attributes };
  for (const [name, { fallback }] of shape.attributes) {
    if (fallback !== undefined && !Object.hasOwn(attributes, name)) filled[name] = toModelValue(fallback);
  }
  for (const [name, { body }] of shape.blocks) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (isValueMap(value)) filled[name] = withDefaults(value, body);
    else if (isValueList(value)) {
      filled[name] = value.map((item) => (isValueMap(item) ? withDefaults(item, body) : item));
    }
  }
  return filled;
}
