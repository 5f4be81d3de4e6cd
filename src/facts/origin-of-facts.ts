import { parsePointer } from "../model/pointer.ts";
import type { Origin, Resource } from "../model/resource.ts";
import { isValueList, plain } from "../model/value.ts";
import type { Value, ValueMap } from "../model/value.ts";
import { FACTS } from "./catalogue.ts";
import { originOfItem } from "./written-at.ts";

const READ_FROM: ReadonlyMap<string, ReadonlyMap<string, string>> = byType();

/**
 * Says of a fact where that was written what it is read off: of an item the statement or rule behind it, where the fact
 * remembers it, else the one property that the fact is read off. `facts` is filled while the facts are computed.
 */
export function originOfFacts(
  { type, address, origin }: Resource,
  facts: ValueMap,
): (pointer: string) => Origin {
  const properties = READ_FROM.get(type);
  const own = origin ?? (() => ({ address }));
  return (pointer) => {
    const [root, name = "", index] = parsePointer(pointer);
    if (root !== "Facts") return own(pointer);
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return originOfItem(itemOf(fact, index)) ?? originOfItem(fact) ?? own(properties?.get(name) ?? pointer);
  };
}

function itemOf(fact: Value | undefined, index: string | undefined): Value | undefined {
  const list = plain(fact);
  return isValueList(list) && index !== undefined ? list[Number(index)] : undefined;
}

function byType(): Map<string, Map<string, string>> {
  const types = new Map<string, Map<string, string>>();
  for (const { name, readFrom = {} } of FACTS) {
    for (const [type, pointer] of Object.entries(readFrom)) {
      const properties = types.get(type) ?? new Map<string, string>();
      types.set(type, properties.set(name, pointer));
    }
  }
  return types;
}
