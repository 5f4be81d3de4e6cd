import type { Resource } from "./resource.ts";

/** Which types the input lists completely: a resource of such a type that is not there does not exist. */
export type ClosedTypes = "all" | ReadonlySet<string>;

/** The resources of one scan with the look-ups that evaluation needs. Built once, never changed. */
export class ResourceGraph {
  readonly resources: readonly Resource[];
  readonly closed: ClosedTypes;
  readonly #byId = new Map<string, Resource>();
  readonly #byType = new Map<string, Resource[]>();

  /** Throws when two resources share an id: a source that lets that happen would hide one of them. */
  constructor(resources: readonly Resource[], closed: ClosedTypes = new Set()) {
    this.resources = resources;
    this.closed = closed;
    resources.forEach((resource) => {
      resource.absorbed?.forEach((id) => this.#byId.set(id, resource));
    });
    resources.forEach((resource) => {
      const known = this.#byId.size;
      this.#byId.set(resource.id, resource);
      if (this.#byId.size === known) throw new Error(`two resources have the id ${resource.id}`);
      const sameType = this.#byType.get(resource.type);
      if (sameType === undefined) this.#byType.set(resource.type, [resource]);
      else sameType.push(resource);
    });
  }

  /** The resource with the id, or the one that absorbed it. */
  get(id: string): Resource | undefined {
    return this.#byId.get(id);
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
