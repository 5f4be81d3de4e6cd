import type { ValueMap } from "../../model/value.ts";
import { Unset } from "../terraform/unset.ts";

/**
 * A resource without tags has `tags_all` known only after apply, whatever the provider does. Where the provider adds no
 * tags of its own, they are those of the resource: none.
 */
export function settleTags(attributes: ValueMap, providerAddsNone: boolean): ValueMap {
  if (!providerAddsNone || !(attributes["tags_all"] instanceof Unset)) return attributes;
  return { ...attributes, tags_all: attributes["tags"] ?? {} };
}
