import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { attributeAt } from "./apply-feeds.ts";
import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { Fold } from "./lens.ts";
import { lensOf } from "./lens-index.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/** To which resources a satellite belongs. */
export interface Parents {
  readonly ids: readonly string[];
  /** False when any of the ids may be the parent, or none. */
  readonly certain: boolean;
  /** The literal name of a parent that the input does not declare, or whose own name is not known. */
  readonly elsewhere?: string;
  /** The types of which any resource may be the parent: nothing tells which. */
  readonly anyOf?: readonly string[];
}

/** Finds the parent of each satellite: by reference, by literal name, else every resource that it may belong to. */
export function findParents(
  parents: readonly TerraformResource[],
  satellites: readonly Satellite[],
): ReadonlyMap<string, Parents> {
  const found = new Map<string, Parents>();
  if (satellites.length === 0) return found;
  const index = indexParents(parents, new Set(satellites.flatMap(({ fold }) => fold.into)));
  const bySatellite = new Map<string, Satellite>(satellites.map((piece) => [piece.resource.id, piece]));
  for (const resource of parents) {
    const { supersedes } = lensOf(resource.type) ?? {};
    if (supersedes !== undefined) bySatellite.set(resource.id, { resource, fold: supersedes });
  }
  for (const { resource, fold } of satellites) {
    found.set(resource.id, parentsOf(resource, fold, index, bySatellite, 0));
  }
  return found;
}

interface ParentIndex {
  readonly byId: ReadonlyMap<string, TerraformResource>;
  /** By type and identifying text. */
  readonly byName: ReadonlyMap<string, readonly TerraformResource[]>;
  /** By type: those whose name somebody set, but that is not known. */
  readonly nameless: ReadonlyMap<string, readonly TerraformResource[]>;
}

interface Satellite {
  readonly resource: TerraformResource;
  readonly fold: Fold;
}

/** With those that stay resources of their own, as the policy of a bucket does. */
type Satellites = ReadonlyMap<string, Satellite>;

function parentsOf(
  resource: TerraformResource,
  fold: Fold,
  index: ParentIndex,
  satellites: Satellites,
  depth: number,
): Parents {
  const value = attributeAt(resource.attributes, fold.by);
  const references = referencesOf(value);
  const ids = references.flatMap(({ target }) => throughSatellite(target, fold, index, satellites, depth));
  if (ids.length > 0) {
    return { ids, certain: ids.length === 1 && references.length === 1 && !(value instanceof Unknown) };
  }
  const text = plain(value);
  if (typeof text === "string") return named(text, resource, fold, index);
  return value === undefined ? { ids: [], certain: false } : { ids: [], certain: false, anyOf: fold.into };
}

/** `bucket = aws_s3_bucket_versioning.x.bucket` names the bucket of that satellite. */
function throughSatellite(
  target: string,
  fold: Fold,
  index: ParentIndex,
  satellites: Satellites,
  depth: number,
): readonly string[] {
  const parent = index.byId.get(target);
  if (parent !== undefined) return fold.into.includes(parent.type) ? [parent.id] : [];
  const satellite = satellites.get(target);
  if (satellite === undefined || depth > 5) return [];
  return parentsOf(satellite.resource, satellite.fold, index, satellites, depth + 1).ids;
}

/** Of several resources with one name, in several accounts, the one of the same deployment is meant; else nothing tells. */
function named(text: string, { placement }: TerraformResource, fold: Fold, index: ParentIndex): Parents {
  const all = fold.into.flatMap((type) => index.byName.get(`${type} ${text}`) ?? []);
  const own = placement?.deployment;
  const isNear = (parent: TerraformResource): boolean =>
    own !== undefined && parent.placement?.deployment === own;
  const near = all.filter(isNear);
  const found = near.length === 1 ? near : all;
  if (found.length > 0) return { ids: found.map(({ id }) => id), certain: found.length === 1 };
  const nameless = fold.into.flatMap((type) => index.nameless.get(type) ?? []);
  const may = own === undefined ? nameless : nameless.filter(isNear);
  return { ids: may.map(({ id }) => id), certain: false, elsewhere: text };
}

function indexParents(resources: readonly TerraformResource[], types: ReadonlySet<string>): ParentIndex {
  const byId = new Map<string, TerraformResource>();
  const byName = new Map<string, TerraformResource[]>();
  const nameless = new Map<string, TerraformResource[]>();
  for (const resource of resources) {
    if (!types.has(resource.type)) continue;
    byId.set(resource.id, resource);
    const names = namesOf(resource);
    for (const text of new Set(names.filter((name) => typeof name === "string"))) {
      listed(byName, `${resource.type} ${text}`).push(resource);
    }
    if (names.some(isOpen)) listed(nameless, resource.type).push(resource);
  }
  return { byId, byName, nameless };
}

function listed(lists: Map<string, TerraformResource[]>, key: string): TerraformResource[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: TerraformResource[] = [];
  lists.set(key, list);
  return list;
}

function namesOf({ type, attributes }: TerraformResource): readonly (Value | undefined)[] {
  const names = lensOf(type)?.identifiers ?? DEFAULT_IDENTIFIERS;
  return names.map((name) => plain(attributeAt(attributes, name)));
}

/** A name that the provider makes up is no name that anybody has written elsewhere. */
function isOpen(name: Value | undefined): boolean {
  return name instanceof Unknown && !(name instanceof Unset);
}
