import type { Template } from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";

/** A type with what the one that it names says. */
export function resolveType(template: Template, type: TypeSchema): TypeSchema {
  let resolved = type;
  const seen = new Set<string>();
  while (resolved.ref !== undefined && !seen.has(resolved.ref.toLowerCase())) {
    seen.add(resolved.ref.toLowerCase());
    const named = template.types.get(resolved.ref.toLowerCase());
    if (named === undefined) break;
    const { nullable, secure } = resolved;
    resolved = { ...named, nullable: nullable ?? named.nullable, secure: secure ?? named.secure };
  }
  return resolved;
}
