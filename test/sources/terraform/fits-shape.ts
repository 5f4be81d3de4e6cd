import { Unknown, isValueList, isValueMap } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import type { Conversion } from "../../../src/sources/terraform/lens.ts";
import { definedShape } from "../../arm-types.ts";
import type { Shape } from "./canonical-schema.ts";
import { itemShape } from "./canonical-schema.ts";
import type { AttributeType } from "./provider-schema.ts";

type Complain = (text: string) => void;

const SCALARS: Readonly<Record<string, readonly string[]>> = {
  string: ["string", "date-time"],
  number: ["number", "integer"],
  bool: ["boolean"],
};

/** Says when values of an attribute, converted, are not what the property takes. */
export function fitsValue(
  type: AttributeType,
  as: Conversion | undefined,
  shape: Shape,
  complain: Complain,
): void {
  const converted = convertedType(type, as, shape);
  if (typeof as === "object" && "values" in as) {
    for (const value of Object.values(as.values)) fitsConstant(value, shape, complain);
  }
  if (converted !== undefined && !fits(converted, shape)) {
    complain(
      `is ${JSON.stringify(converted)}${as === undefined ? "" : ` after ${JSON.stringify(as)}`}, and the property takes ${describe(shape)}`,
    );
  }
}

function convertedBy(type: AttributeType, as: Extract<Conversion, object>): AttributeType | undefined {
  if (!("each" in as)) return undefined;
  if (typeof type === "string") return type;
  let objects = type[1] as AttributeType;
  for (const name of as.each.split(".").reverse()) objects = ["object", { [name]: objects }];
  return [type[0], objects];
}

/** What a conversion makes of a type; `undefined` when it can be anything. */
function convertedType(
  type: AttributeType,
  as: Conversion | undefined,
  shape: Shape,
): AttributeType | undefined {
  if (as === undefined) return type;
  if (typeof as === "object") return convertedBy(type, as);
  switch (as) {
    case "json":
      return undefined;
    case "tags":
      return itemShape(shape)?.properties?.["Key"] === undefined ? type : undefined;
    case "dimensions":
      return itemShape(shape)?.properties?.["Name"] === undefined ? type : undefined;
    case "variables":
      return itemShape(shape) === undefined ? type : undefined;
    case "inverted":
      return type;
    case "number":
      return "number";
    case "boolean":
      return "bool";
    case "list":
      return typeof type === "string" ? ["list", type] : type;
    case "commas":
    case "key-name":
    case "key-vault":
    case "key-version":
      return "string";
    case "seconds":
      return "number";
    case "first":
      return typeof type === "string" ? type : (type[1] as AttributeType);
  }
}

function fits(type: AttributeType, named: Shape): boolean {
  const shape = definedShape(named);
  if (shape.t === "json" || shape.t === "recursive") return true;
  if (shape.t === "union") return (shape.of ?? []).some((member) => fits(type, member));
  if (typeof type === "string") return type === "dynamic" || (SCALARS[type] ?? []).includes(shape.t);
  const [kind, inner] = type;
  if (kind === "map") return shape.t === "map";
  if (kind === "object") {
    const members = Object.entries(inner as Readonly<Record<string, AttributeType>>);
    return members.every(([name, member]) => {
      const property = shape.properties?.[name];
      return property !== undefined && fits(member, property);
    });
  }
  return (
    (kind === "list" || kind === "set") &&
    shape.t === "array" &&
    shape.items !== undefined &&
    fits(inner as AttributeType, shape.items)
  );
}

/** Says when a value is not what the property takes. */
export function fitsConstant(value: Value, shape: Shape, complain: Complain): void {
  // what is not known is of no shape yet
  if (value instanceof Unknown) return;
  if (!admits(value, shape)) {
    complain(`${JSON.stringify(value)} does not fit: the property takes ${describe(shape)}`);
  }
}

function admits(value: Value, named: Shape): boolean {
  const shape = definedShape(named);
  switch (shape.t) {
    case "json":
    case "recursive":
      return true;
    case "union":
      return (shape.of ?? []).some((member) => admits(value, member));
    case "array":
      return (
        isValueList(value) && value.every((item) => shape.items !== undefined && admits(item, shape.items))
      );
    case "map":
      return isValueMap(value);
    case "object":
      return (
        isValueMap(value) &&
        Object.entries(value).every(
          ([key, part]) => shape.properties?.[key] !== undefined && admits(part, shape.properties[key]),
        )
      );
    default:
      return (
        (SCALARS[typeof value === "boolean" ? "bool" : typeof value] ?? []).includes(shape.t) &&
        (shape.open === true || (shape.enum?.includes(value) ?? true))
      );
  }
}

function describe({ t, enum: allowed, items }: Shape): string {
  if (allowed !== undefined) return `one of ${JSON.stringify(allowed)}`;
  return t === "array" && items !== undefined ? `a list of ${describe(items)}` : t;
}
