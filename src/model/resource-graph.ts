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
  constructor(
    resources: readonly Resource[],
    closed: ClosedTypes = new Set(),
    before: ResourceGraph | undefined = undefined,
  ) {
    this.resources = resources;
    this.closed = closed;
    const isSecond = before !== undefined && before.#placesBefore.size === 0;
    this.#placesBefore = isSecond ? before.#places : NOWHERE;
    const first = isSecond ? before.resources.length : 0;
    // by number: an iterator costs an object a step
    for (let at = first; at < resources.length; at += 1) {
      resources[at]?.absorbed?.forEach((id) => this.#places.set(id, at));
    }
    for (let at = 0; at < resources.length; at += 1) {
      const resource = resources[at];
      if (resource === undefined) continue;
      if (at >= first) this.#place(resource.id, at);
      else if (resource.id !== before?.resources[at]?.id) throw new Error(`${resource.id} stands elsewhere`);
      const sameType = this.#byType.get(resource.type);
      if (sameType === undefined) this.#byType.set(resource.type, [resource]);
      else sameType.push(resource);
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
