import {
  Sensitive,
  Unknown,
  emptyMap,
  isSensitive,
  isValueList,
  isValueMap,
  plain,
  put,
} from "../../model/value.ts";
import type { Reference, Value } from "../../model/value.ts";

/** A value without wrappers, and known. */
export type Known = Exclude<Value, Unknown | Reference | Sensitive>;

/** What follows from a value: unknown when it is unknown, sensitive when it is sensitive. */
export function mapKnown(value: Value, change: (known: Known) => Value): Value {
  const known = plain(value) ?? new Unknown("not known");
  const changed = known instanceof Unknown ? new Unknown(known.reason) : change(known);
  return isSensitive(value) ? conceal(changed) : changed;
}

/** What follows from a sensitive value. The reasons of what is not known could quote it, and say no more than that. */
export function conceal(value: Value): Value {
  const concealed = withoutReasons(value);
  return concealed instanceof Sensitive || concealed instanceof Unknown
    ? concealed
    : new Sensitive(concealed);
}

function withoutReasons(value: Value): Value {
  if (value instanceof Unknown) {
    return new Unknown("it depends on a sensitive value in a way that is not known");
  }
  if (value instanceof Sensitive) return new Sensitive(withoutReasons(value.value));
  if (isValueList(value)) return value.map(withoutReasons);
  if (!isValueMap(value)) return value;
  const map = emptyMap();
  for (const [key, part] of Object.entries(value)) put(map, key, withoutReasons(part));
  return map;
}
