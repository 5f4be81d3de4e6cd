import { HclUnknown, HclValue } from "./hcl-value.ts";
import { mapChildren } from "./marks.ts";

/** The same unknown, which may turn out to be an error, or may not. A value that is known stays as it is. */
export function withFallibility(value: HclValue, isFallible: boolean): HclValue {
  const { data } = value;
  if (!(data instanceof HclUnknown) || data.mayFail === isFallible) return value;
  const { notNull, text, document, items, place } = data;
  const knowledge = {
    notNull,
    mayBeWritten: data.mayBeWritten,
    mayFail: isFallible,
    ...(text && { text }),
    ...(document && { document }),
    ...(items && { items }),
    ...(place && { place }),
  };
  return new HclValue(value.type, new HclUnknown(data.reason, data.candidates, knowledge), value.marks);
}

/** The value, in which every unknown of unknown type may turn out to be an error: it is about to be converted. */
export function withFallibleTypes(value: HclValue): HclValue {
  if (value.isWhollyKnown) return value;
  if (!value.isKnown) return value.type.kind === "any" ? withFallibility(value, true) : value;
  return new HclValue(value.type, mapChildren(value, withFallibleTypes), value.marks);
}
