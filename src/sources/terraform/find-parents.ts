import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { attributeAt } from "./apply-feeds.ts";
import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { Fold } from "./lens.ts";
import { lensOf } from "./lens-index.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** To which resources a satellite belongs. */
export interface Parents {
  readonly ids: readonly string[];
  /** False when any of the ids may be the parent, or none. */
  readonly certain: boolean;
  /** The literal name of a parent that the input does not declare. */
  readonly elsewhere?: string;
}

/** Finds the parent of each satellite: by reference, by literal name, else every resource that it may belong to. */
export function findParents(
  parents: readonly TerraformResource[],
  satellites: readonly { readonly resource: TerraformResource; readonly fold: Fold }[],
): ReadonlyMap<string, Parents> {
  const found = new Map<string, Parents>();
  if (satellites.length === 0) return found;
  const index = indexParents(parents);
  const bySatellite = new Map(satellites.map((piece) => [piece.resource.id, piece]));
  for (const { resource, fold } of satellites) found.set(resource.id, parentsOf(resource, fold, index, bySatellite, 0));
  return found;
}

interface ParentIndex {
  readonly byId: ReadonlyMap<string, TerraformResource>;
  readonly byType: ReadonlyMap<string, readonly TerraformResource[]>;
  /** Type and identifying text. */
  readonly byName: ReadonlyMap<string, TerraformResource>;
}

type Satellites = ReadonlyMap<string, { readonly resource: TerraformResource; readonly fold: Fold }>;

function parentsOf(resource: TerraformResource, fold: Fold, index: ParentIndex, satellites: Satellites, depth: number): Parents {
  const value = attributeAt(resource.attributes, fold.by);
  const references = referencesOf(value);
  const ids = references.flatMap(({ target }) => throughSatellite(target, fold, index, satellites, depth));
  if (ids.length > 0) return { ids, certain: ids.length === 1 && references.length === 1 && !(value instanceof Unknown) };
  const text = plain(value);
  if (typeof text === "string") return named(text, fold, index);
  return { ids: anyOf(fold, index, value), certain: false };
}

/** `bucket = aws_s3_bucket_versioning.x.bucket` names the bucket of that satellite. */
function throughSatellite(target: string, fold: Fold, index: ParentIndex, satellites: Satellites, depth: number): readonly string[] {
  const parent = index.byId.get(target);
  if (parent !== undefined) return fold.into.includes(parent.type) ? [parent.id] : [];
  const satellite = satellites.get(target);
  if (satellite === undefined || depth > 5) return [];
  return parentsOf(satellite.resource, satellite.fold, index, satellites, depth + 1).ids;
}

function named(text: string, fold: Fold, index: ParentIndex): Parents {
  for (const type of fold.into) {
    const parent = index.byName.get(`${type} ${text}`);
    if (parent !== undefined) return { ids: [parent.id], certain: true };
  }
  return { ids: [], certain: true, elsewhere: text };
}

/** A parent that cannot be told may be any resource of the type. */
function anyOf(fold: Fold, index: ParentIndex, value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  return fold.into.flatMap((type) => index.byType.get(type) ?? []).map(({ id }) => id);
}

function indexParents(resources: readonly TerraformResource[]): ParentIndex {
  const byId = new Map<string, TerraformResource>();
  const byType = new Map<string, TerraformResource[]>();
  const byName = new Map<string, TerraformResource>();
  for (const resource of resources) {
    byId.set(resource.id, resource);
    const sameType = byType.get(resource.type);
    if (sameType === undefined) byType.set(resource.type, [resource]);
    else sameType.push(resource);
    for (const name of lensOf(resource.type)?.identifiers ?? DEFAULT_IDENTIFIERS) {
      const text = plain(attributeAt(resource.attributes, name));
      if (typeof text === "string") byName.set(`${resource.type} ${text}`, resource);
    }
  }
  return { byId, byType, byName };
}
