import type { Origin, Resource } from "../model/resource.ts";
import { FACTS } from "./catalogue.ts";

const READ_FROM: ReadonlyMap<string, ReadonlyMap<string, string>> = byType();

/** Says of a fact that is read off one property where that property was written. */
export function originOfFacts({ type, origin }: Resource): ((pointer: string) => Origin) | undefined {
  const properties = READ_FROM.get(type);
  if (properties === undefined || origin === undefined) return origin;
  return (pointer) => {
    const [, root, name = ""] = pointer.split("/", 3);
    return origin(root === "Facts" ? (properties.get(name) ?? pointer) : pointer);
  };
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
