import type { Template } from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";
import { ArmObject, Secure, bare, isArray } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { resolveType } from "./resolve-type.ts";

/** A value of a type, with what the type says must not be shown marked so, at every depth. */
export function conceal(value: ArmValue, type: TypeSchema, template: Template): ArmValue {
  if (value instanceof Secure || value === null) return value;
  const resolved = resolveType(template, type);
  if (resolved.secure === true) return new Secure(value);
  const inner = bare(value);
  if (inner instanceof ArmObject) return concealMembers(inner, resolved, template);
  return isArray(inner) ? concealItems(inner, resolved, template) : value;
}

function concealMembers(object: ArmObject, type: TypeSchema, template: Template): ArmObject {
  const { properties, additionalProperties } = type;
  if (type.discriminator !== undefined) return concealVariant(object, type.discriminator, template);
  if (properties === undefined && typeof additionalProperties !== "object") return object;
  const byName = new Map([...(properties ?? [])].map(([name, property]) => [name.toLowerCase(), property]));
  const rest = typeof additionalProperties === "object" ? additionalProperties : undefined;
  const members = new Map<string, ArmMember>();
  let isChanged = false;
  for (const [key, member] of object.members) {
    const property = byName.get(key.toLowerCase()) ?? rest;
    const value = property === undefined ? member.value : conceal(member.value, property, template);
    isChanged ||= value !== member.value;
    members.set(key, value === member.value ? member : { ...member, value });
  }
  return isChanged ? new ArmObject(members, object.rest) : object;
}

/** Of a variant that is not known any may hold. */
function concealVariant(
  object: ArmObject,
  { property, variants }: NonNullable<TypeSchema["discriminator"]>,
  template: Template,
): ArmObject {
  const told = bare(object.get(property) ?? null);
  const variant = typeof told === "string" ? variants.get(told) : undefined;
  let found = object;
  for (const one of variant === undefined ? variants.values() : [variant]) {
    found = concealMembers(found, resolveType(template, one), template);
  }
  return found;
}

function concealItems(
  items: readonly ArmValue[],
  { items: every, prefixItems = [] }: TypeSchema,
  template: Template,
): readonly ArmValue[] {
  if (every === undefined && prefixItems.length === 0) return items;
  const concealed = items.map((item, index) => {
    const type = prefixItems[index] ?? every;
    return type === undefined ? item : conceal(item, type, template);
  });
  return concealed.every((item, index) => item === items[index]) ? items : concealed;
}
