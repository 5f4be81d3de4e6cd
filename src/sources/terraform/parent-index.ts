import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { attributeAt } from "./attribute-path.ts";
import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { ReadResource, Satellite } from "./read-resource.ts";
import type { ByType } from "./read-resources.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/** The resources of one type by what names them. */
interface Names {
  readonly byText: ReadonlyMap<string, readonly TerraformResource[]>;
  /** Those whose name somebody set, but that is not known. */
  readonly nameless: readonly TerraformResource[];
}

const NONE: readonly TerraformResource[] = [];

/**
 * The resources that satellites may belong to. Each look-up is made when somebody asks for it first: where satellites name
 * their parents by reference, nobody asks for names.
 */
export class ParentIndex {
  readonly #all: ByType;
  readonly #satellites: readonly Satellite[];
  /** By type, of the types that the satellites belong to. */
  readonly #ofType = new Map<string, readonly ReadResource[]>();
  readonly #names = new Map<string, Names>();
  #byId: ReadonlyMap<string, TerraformResource> | undefined;
  #satelliteById: ReadonlyMap<string, Satellite> | undefined;

  constructor(resources: ByType, satellites: readonly Satellite[]) {
    this.#all = resources;
    this.#satellites = satellites;
    for (const fold of new Set(satellites.map(({ fold: own }) => own))) {
      for (const type of fold.into) this.#ofType.set(type, resources.get(type)?.reads ?? []);
    }
  }

  byId(id: string): TerraformResource | undefined {
    this.#byId ??= this.#indexIds();
    return this.#byId.get(id);
  }

  /** The satellite with the id, or the resource that has the word on an attribute of another one. */
  satellite(id: string): Satellite | undefined {
    this.#satelliteById ??= this.#indexSatellites();
    return this.#satelliteById.get(id);
  }

  named(type: string, text: string): readonly TerraformResource[] {
    return this.#namesOf(type).byText.get(text) ?? NONE;
  }

  nameless(type: string): readonly TerraformResource[] {
    return this.#namesOf(type).nameless;
  }

  #indexIds(): ReadonlyMap<string, TerraformResource> {
    const found = new Map<string, TerraformResource>();
    for (const reads of this.#ofType.values()) {
      for (const { resource } of reads) found.set(resource.id, resource);
    }
    return found;
  }

  /** With those that stay resources of their own, as the policy of a bucket does. */
  #indexSatellites(): ReadonlyMap<string, Satellite> {
    const found = new Map<string, Satellite>();
    for (const satellite of this.#satellites) found.set(satellite.resource.id, satellite);
    for (const { lens, reads } of this.#all.values()) {
      if (lens?.supersedes === undefined) continue;
      for (const { resource } of reads) found.set(resource.id, { resource, fold: lens.supersedes });
    }
    return found;
  }

  #namesOf(type: string): Names {
    const known = this.#names.get(type);
    if (known !== undefined) return known;
    const names = indexNames(this.#ofType.get(type) ?? []);
    this.#names.set(type, names);
    return names;
  }
}

function indexNames(resources: readonly ReadResource[]): Names {
  const byText = new Map<string, TerraformResource[]>();
  const nameless: TerraformResource[] = [];
  for (const read of resources) {
    const { resource } = read;
    const names = namesOf(read);
    for (const text of new Set(names.filter((name) => typeof name === "string"))) {
      const others = byText.get(text);
      if (others === undefined) byText.set(text, [resource]);
      else others.push(resource);
    }
    if (names.some(isOpen)) nameless.push(resource);
  }
  return { byText, nameless };
}

function namesOf({ resource: { attributes }, lens }: ReadResource): readonly (Value | undefined)[] {
  const names = lens?.identifiers ?? DEFAULT_IDENTIFIERS;
  return names.map((name) => plain(attributeAt(attributes, name)));
}

/** A name that the provider makes up is no name that anybody has written elsewhere. */
function isOpen(name: Value | undefined): boolean {
  return name instanceof Unknown && !(name instanceof Unset);
}
