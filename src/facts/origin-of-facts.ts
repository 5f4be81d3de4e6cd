import { parsePointer } from "../model/pointer.ts";
import type { Origin, Resource } from "../model/resource.ts";
import type { ValueMap } from "../model/value.ts";
import { FACTS } from "./catalogue.ts";
import { originOfFirst, originOfPart } from "./written-at.ts";

/** Every type of Azure, in `readFrom`. */
const AZURE = "Microsoft.*";

const READ_FROM: ReadonlyMap<string, ReadonlyMap<string, string>> = byType();

/**
 * Says of a fact where that was written what it is read off: of an item the statement or rule behind it, where the fact
 * remembers it, else the one property that the fact is read off. `facts` is filled while the facts are computed.
 */
export function originOfFacts(
  { type, address, origin: own = () => ({ address }) }: Resource,
  facts: ValueMap,
): (pointer: string) => Origin {
  return (pointer) => {
    if (!pointer.startsWith("/Facts")) return own(pointer);
    const parsed = parsePointer(pointer);
    if (parsed[0] !== "Facts") return own(pointer);
    const name = parsed[1] ?? "";
    const tokens = parsed.length > 1 ? parsed.slice(1) : [name];
    const found = originOfPart(facts, tokens);
    if (found !== undefined) return found;
    const from = readFrom(type, name);
    return from === undefined ? (originOfFirst(facts, tokens) ?? own(pointer)) : own(from);
  };
}

function readFrom(type: string, name: string): string | undefined {
  const ofAzure = type.startsWith("Microsoft.") ? READ_FROM.get(AZURE) : undefined;
  return READ_FROM.get(type)?.get(name) ?? ofAzure?.get(name);
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
