import { Reference } from "../../../model/value.ts";
import { ANY, HclUnknown, HclValue, UNMARKED } from "../values/hcl-value.ts";
import { object, tuple } from "../values/make-value.ts";
import type { Expansion, InstanceKey } from "./expansion.ts";
import { unknownAmong } from "./unknown-among.ts";

/** The value that stands for a resource or module as a whole: its attributes are read when they are asked for. */
export function wholeValue(id: string): HclValue {
  const data = new HclUnknown("it is known as a whole only after apply", [], { notNull: true });
  return new HclValue(ANY, data, { ...UNMARKED, reference: new Reference(id) });
}

/** What a name with `count` or `for_each` stands for: a list or an object of instances. */
export function wholesValue(
  expansion: Expansion,
  ids: ReadonlyMap<InstanceKey | undefined, string>,
): HclValue {
  const values = [...ids].map(([key, id]) => [key, wholeValue(id)] as const);
  const all = values.map(([, value]) => value);
  switch (expansion.kind) {
    case "single":
      return all[0] ?? unknownAmong(ANY, [], "it is not evaluated");
    case "count":
      return tuple(all);
    case "for_each":
      return object(values.map(([key, value]) => [String(key), value] as const));
    case "open":
      return unknownAmong(ANY, all, expansion.reason, { notNull: true });
  }
}
