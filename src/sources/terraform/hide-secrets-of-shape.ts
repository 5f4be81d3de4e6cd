import { Sensitive, emptyMap, isValueList, isValueMap, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { shapeNamed, shapeOfPart } from "../azure/arm-shapes.ts";
import type { ArmShape } from "../azure/arm-shapes.ts";
import { isWritten } from "./marked-secrets.ts";

/**
 * The properties of a type of Azure with what its shape knows as a secret hidden: azurerm marks passwords, and not what people
 * write into settings of an application, environments and commands.
 */
export function hideSecretsOfShape(type: string, properties: Record<string, Value>): Record<string, Value> {
  const shape = type.startsWith("Microsoft.") ? shapeNamed(type) : undefined;
  return shape === undefined ? properties : hideIn(properties, shape);
}

function hideIn(map: { readonly [key: string]: Value }, shape: ArmShape): Record<string, Value> {
  const hidden = emptyMap();
  for (const [key, value] of Object.entries(map)) put(hidden, key, hide(value, shapeOfPart(shape, key)));
  return hidden;
}

function hide(value: Value, shape: ArmShape | undefined): Value {
  if (shape === 1) return isWritten(value) ? new Sensitive(value, "type") : value;
  if (shape === undefined || typeof shape !== "object") return value;
  if (isValueList(value)) {
    const item = shapeOfPart(shape, "*");
    return item === undefined ? value : value.map((part) => hide(part, item));
  }
  return isValueMap(value) ? hideIn(value, shape) : value;
}
