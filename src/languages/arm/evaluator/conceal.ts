import type { Template } from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";
import { ArmObject, Secure, bare, isArray, knownText } from "../values/arm-value.ts";
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
  const { properties, additionalProperties, discriminator } = type;
  if (discriminator !== undefined) return concealVariants(object, discriminator, template);
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
function concealVariants(
  object: ArmObject,
  { property, variants }: NonNullable<TypeSchema["discriminator"]>,
  template: Template,
): ArmObject {
  const told = variants.get(knownText(object.get(property)));
  let found = object;
  for (const variant of told === undefined ? variants.values() : [told]) {
    found = concealMembers(found, resolveType(template, variant), template);
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
