import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import type { Written } from "../../languages/arm/expression.ts";
import { ArmObject, bare, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { Location } from "../../model/location.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin } from "../../model/resource.ts";

/** Where a property was written, wherever its value comes from; the resource itself for one that is not there. */
export function originIn(resource: ResourceInstance): (pointer: string) => Origin {
  const { address, declaration } = resource;
  return (pointer) => {
    const tokens = parsePointer(pointer);
    const [first] = tokens;
    if (first === "Facts" || first === undefined) return { address, location: locate(declaration) };
    if (first === "name") return { address, attribute: first, location: locate(declaration.name) };
    if (first === "parent" || first === "scope" || first === "apiVersion") {
      return { address, attribute: first, location: locate(declaration) };
    }
    return {
      address,
      attribute: attributeOf(tokens),
      location: locate(deepest(resource.body, tokens) ?? declaration),
    };
  };
}

export function locate({ source, start }: Written): Location {
  return source.locate(start);
}

/** The deepest part of the path that was written. */
function deepest(body: ArmValue, tokens: readonly string[]): Written | undefined {
  let value = bare(body);
  let written: Written | undefined;
  for (const token of tokens) {
    if (value instanceof ArmObject) {
      const member = value.member(token);
      if (member === undefined) return written;
      written = member.written ?? written;
      value = bare(member.value);
    } else if (isArray(value)) {
      const item = value[Number(token)];
      if (item === undefined) return written;
      value = bare(item);
      written = firstWritten(value) ?? written;
    } else return written;
  }
  return written;
}

/** An item of an array is where its first member is. */
function firstWritten(value: ArmValue): Written | undefined {
  if (!(value instanceof ArmObject)) return undefined;
  for (const { written } of value.members.values()) return written;
  return undefined;
}

/** `properties.networkAcls.ipRules[0].value`, as people write a path. */
function attributeOf(tokens: readonly string[]): string {
  return tokens
    .map((token, index) => (/^\d+$/u.test(token) ? `[${token}]` : index === 0 ? token : `.${token}`))
    .join("");
}
