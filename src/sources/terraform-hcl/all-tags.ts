import { Reference, Sensitive, Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** `tags_all` as a plan has it: the tags of the provider, and over them those of the resource. */
export function allTags(own: Value | undefined, added: ValueMap | Unknown): Value {
  if (own === undefined) return added;
  if (added instanceof Unknown) return added;
  if (Object.keys(added).length === 0) return own;
  const tags = own instanceof Sensitive || own instanceof Reference ? plain(own) : own;
  if (!isValueMap(tags)) return tags instanceof Unknown ? tags : own;
  const all = { ...added, ...tags };
  return own instanceof Sensitive ? new Sensitive(all) : all;
}
