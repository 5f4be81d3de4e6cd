import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, put } from "../model/value.ts";
import type { Value } from "../model/value.ts";

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
