import { EvaluationError } from "../values/evaluation-error.ts";
import type { Elements, Entries, HclValue } from "../values/hcl-value.ts";
import { number, text } from "../values/make-value.ts";
import { describeType, isPrimitive } from "../values/type.ts";

export interface Item {
  readonly key: HclValue;
  readonly value: HclValue;
}

/**
 * What `for` and dynamic blocks iterate over: the elements with their numbers, those of a set with themselves as keys,
 * the entries in the order of their keys. `undefined` when the collection is unknown.
 * Throws `EvaluationError` for what is no collection.
 */
export function collectionItems(collection: HclValue): readonly Item[] | undefined {
  const { data, type } = collection;
  if (data === null) {
    throw new EvaluationError("A null value cannot be used as the collection in a 'for' expression.");
  }
  if (isPrimitive(type)) throw new EvaluationError(`Cannot iterate over a ${describeType(type)} value.`);
  if (!collection.isKnown) return undefined;
  if (Array.isArray(data)) {
    const isSet = type.kind === "set";
    return (data as Elements).map((value, index) => ({ key: isSet ? value : number(index), value }));
  }
  return [...(data as Entries)].map(([key, value]) => ({ key: text(key), value }));
}
