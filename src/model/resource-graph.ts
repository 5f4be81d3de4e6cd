import type { Resource } from "./resource.ts";

/** Which types the input lists completely: a resource of such a type that is not there does not exist. */
export type ClosedTypes = "all" | ReadonlySet<string>;

/** The resources of one scan with the look-ups that evaluation needs. Built once, never changed. */
export class ResourceGraph {
  readonly resources: readonly Resource[];
  readonly closed: ClosedTypes;
  /** Where in the list a resource stands, by its id and the ids of those that it absorbed. */
  readonly #places = new Map<string, number>();
  /** The same of the resources that this graph has from another one. */
  readonly #placesBefore: ReadonlyMap<string, number>;
  readonly #byType = new Map<string, Resource[]>();

  /**
   * Throws when two resources share an id: a source that lets that happen would hide one of them. The list may begin with
   * the resources of a graph `before`, changed in anything but their ids: where they stand is then known already.
   */
  constructor(resources: readonly Resource[], closed: ClosedTypes = new Set(), before?: ResourceGraph) {
    this.resources = resources;
    this.closed = closed;
    const known = before === undefined || before.#placesBefore.size > 0 ? undefined : before;
    this.#placesBefore = known === undefined ? NOWHERE : known.#places;
    this.#placeAll(known?.resources ?? []);
    resources.forEach((resource) => {
      const sameType = this.#byType.get(resource.type);
      if (sameType === undefined) this.#byType.set(resource.type, [resource]);
      else sameType.push(resource);
    });
  }

  /** Those that are not placed `before`. */
  #placeAll(before: readonly Resource[]): void {
    const isMoved = before.some(({ id }, at) => id !== this.resources[at]?.id);
    if (isMoved) throw new Error("the graph before has other resources");
    // by number: an iterator costs an object a step
    for (let at = before.length; at < this.resources.length; at += 1) {
      this.resources[at]?.absorbed?.forEach((id) => this.#places.set(id, at));
    }
    for (let at = before.length; at < this.resources.length; at += 1) {
      this.#place(this.resources[at]?.id ?? "", at);
    }
  }

  #place(id: string, at: number): void {
    const known = this.#places.size;
    this.#places.set(id, at);
    if (this.#places.size === known || this.#placesBefore.has(id)) {
      throw new Error(`two resources have the id ${id}`);
    }
  }

  /** The resource with the id, or the one that absorbed it. */
  get(id: string): Resource | undefined {
    const at = this.#placesBefore.get(id) ?? this.#places.get(id);
    return at === undefined ? undefined : this.resources[at];
  }

  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** Each type that a resource has, by the first of them. */
  types(): Iterable<string> {
    return this.#byType.keys();
  }

  isClosed(type: string): boolean {
    return this.closed === "all" || this.closed.has(type);
  }
}

const NOWHERE: ReadonlyMap<string, number> = new Map();
