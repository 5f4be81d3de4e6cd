import type { Type } from "../values/hcl-value.ts";
import { isCollection } from "../values/type.ts";
import { attribute } from "./body-shape.ts";
import type { BodyShape } from "./body-shape.ts";

/** The shape of the objects in a list or set of objects, for an attribute that people write as blocks. */
export function itemShape(type: Type): BodyShape | undefined {
  const element = isCollection(type) ? type.element : type;
  if (element.kind !== "object") return undefined;
  const attributes = [...element.attributes].map(([name, part]) => {
    return [name, attribute(part)] as const;
  });
  return { attributes: new Map(attributes), blocks: new Map() };
}
