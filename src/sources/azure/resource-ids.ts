import { keyOfId } from "../../languages/arm/evaluator/shared.ts";
import { Open } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { isOpaque, print } from "../../languages/arm/values/print.ts";

/** A resource that an id leads to, and what of it the id goes on to name: `/subnets/compute`, mostly nothing. */
export interface FoundId {
  /** `Resource.id` of those that have it: several when nobody knows which of them is deployed. */
  readonly targets: readonly string[];
  readonly rest: string;
  /** How much of the written form of the id belongs to the resource. */
  readonly length: number;
}

/** The resources of a scan by their ids of Azure, known or not: equal expressions are equal ids. */
export class ResourceIds {
  readonly #byId = new Map<string, string[]>();
  readonly #neighbour: (id: string) => string | undefined;

  /** `neighbour` gives what a deployment beside this one makes, for an id that leads to nothing of its own. */
  constructor(neighbour: (id: string) => string | undefined = () => undefined) {
    this.#neighbour = neighbour;
  }

  add(id: ArmValue, resourceId: string): void {
    const key = keyOfId(id);
    if (isOpaque(key)) return;
    const same = this.#byId.get(key);
    if (same === undefined) this.#byId.set(key, [resourceId]);
    else same.push(resourceId);
  }

  /** The resources that have exactly this id. */
  get(id: ArmValue): readonly string[] {
    const own = this.#byId.get(keyOfId(id));
    if (own !== undefined) return own;
    const written = writtenId(id);
    return (written === undefined ? undefined : this.#ofNeighbour(written)) ?? [];
  }

  /** The resource whose id is this one, or the longest beginning of it. */
  find(id: ArmValue): FoundId | undefined {
    const written = writtenId(id);
    if (written === undefined) return undefined;
    const lower = written.toLowerCase();
    for (let end = lower.length; end > 0; end = lower.lastIndexOf("/", end - 1)) {
      const found = this.#byId.get(`'${lower.slice(0, end)}'`) ?? this.#ofNeighbour(written.slice(0, end));
      if (found !== undefined) return { targets: found, rest: written.slice(end), length: end };
    }
    return undefined;
  }

  #ofNeighbour(written: string): readonly string[] | undefined {
    const neighbour = this.#neighbour(written);
    return neighbour === undefined ? undefined : [neighbour];
  }
}

/** The text of an id, what is not known of it in its written form; nothing for what is no text that begins as an id does. */
export function writtenId(id: ArmValue): string | undefined {
  if (typeof id !== "string" && !(id instanceof Open)) return undefined;
  const text = print(id);
  return text.startsWith("'/") && text.endsWith("'") ? text.slice(1, -1) : undefined;
}
