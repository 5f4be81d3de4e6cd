import { Reference, Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { attributeAt } from "./attribute-path.ts";
import type { Fold } from "./lens.ts";
import { ParentIndex } from "./parent-index.ts";
import type { Satellite } from "./read-resource.ts";
import type { ByType } from "./read-resources.ts";
import type { TerraformResource } from "./terraform-resource.ts";

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

/**
 * Finds the parent of each satellite, in their order: by reference, by literal name, else every resource that it may
 * belong to. Of all satellites, or of those that are wanted.
 */
export function findParents(
  parents: ByType,
  satellites: readonly Satellite[],
  wanted = satellites,
): readonly Parents[] {
  const index = new ParentIndex(parents, satellites);
  return wanted.map(({ resource, fold }) => parentsOf(resource, fold, index, 0));
}

function parentsOf(resource: TerraformResource, fold: Fold, index: ParentIndex, depth: number): Parents {
  const value = attributeAt(resource.attributes, fold.by);
  // most name their parent by one reference, of which no list is made
  const ids =
    value instanceof Reference
      ? throughSatellite(value.target, fold, index, depth)
      : throughSatellites(referencesOf(value), fold, index, depth);
  if (ids.length > 0) return { ids, certain: ids.length === 1 && isOneReference(value) };
  const text = plain(value);
  if (typeof text === "string") return named(text, resource, fold, index);
  return value === undefined ? { ids: [], certain: false } : { ids: [], certain: false, anyOf: fold.into };
}

function throughSatellites(
  references: readonly Reference[],
  fold: Fold,
  index: ParentIndex,
  depth: number,
): readonly string[] {
  return references.flatMap(({ target }) => throughSatellite(target, fold, index, depth));
}

function isOneReference(value: Value | undefined): boolean {
  return value instanceof Reference || (!(value instanceof Unknown) && referencesOf(value).length === 1);
}

/** `bucket = aws_s3_bucket_versioning.x.bucket` names the bucket of that satellite. */
function throughSatellite(target: string, fold: Fold, index: ParentIndex, depth: number): readonly string[] {
  const parent = index.byId(target);
  if (parent !== undefined) return fold.into.includes(parent.type) ? [parent.id] : [];
  const satellite = index.satellite(target);
  if (satellite === undefined || depth > 5) return [];
  return parentsOf(satellite.resource, satellite.fold, index, depth + 1).ids;
}

/** Of several resources with one name, in several accounts, the one of the same deployment is meant; else nothing tells. */
function named(text: string, { placement }: TerraformResource, fold: Fold, index: ParentIndex): Parents {
  const all = fold.into.flatMap((type) => index.named(type, text));
  const own = placement?.deployment;
  const isNear = (parent: TerraformResource): boolean =>
    own !== undefined && parent.placement?.deployment === own;
  const near = all.filter(isNear);
  const found = near.length === 1 ? near : all;
  if (found.length > 0) return { ids: found.map(({ id }) => id), certain: found.length === 1 };
  const nameless = fold.into.flatMap((type) => index.nameless(type));
  const may = own === undefined ? nameless : nameless.filter(isNear);
  return { ids: may.map(({ id }) => id), certain: false, elsewhere: text };
}
