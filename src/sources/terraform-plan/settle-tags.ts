import type { ValueMap } from "../../model/value.ts";
import { Unset } from "../terraform/unset.ts";
import type { Instance } from "./declarations.ts";
import type { Placements } from "./placements.ts";

/**
 * A resource without tags has `tags_all` known only after apply, whatever the provider does. Where the provider adds no
 * tags of its own, they are those of the resource: none.
 */
export function settleTags(attributes: ValueMap, instance: Instance, placements: Placements): ValueMap {
  if (!(attributes["tags_all"] instanceof Unset) || !placements.addsNoTags(instance)) return attributes;
  return { ...attributes, tags_all: attributes["tags"] ?? {} };
}
