import { Reference, Sensitive, Unknown, UnknownChoice, emptyMap, isValueList, put } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/**
 * A fact with what is not known of it and no more. The choices of a property are not those of what is computed from it:
 * whether something is on is none of "Enabled" and "Disabled".
 */
export function withoutChoices(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Reference) return value;
  if (value instanceof Unknown) return value instanceof UnknownChoice ? new Unknown(value.reason) : value;
  if (value instanceof Sensitive) {
    const bare = withoutChoices(value.value);
    return bare === value.value ? value : new Sensitive(bare, value.markedBy);
  }
  if (isValueList(value)) return listWithout(value);
  let changed: Record<string, Value> | undefined;
  for (const key of Object.keys(value)) {
    const part = value[key];
    if (typeof part !== "object" || part === null) continue;
    const bare = withoutChoices(part);
    if (bare === part) continue;
    changed ??= Object.assign(emptyMap(), value);
    put(changed, key, bare);
  }
  return changed ?? value;
}

function listWithout(list: readonly Value[]): readonly Value[] {
  let changed: Value[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const part = list[at];
    if (typeof part !== "object" || part === null) continue;
    const bare = withoutChoices(part);
    if (bare === part) continue;
    changed ??= [...list];
    changed[at] = bare;
  }
  return changed ?? list;
}
