import { Unknown, emptyMap } from "../../model/value.ts";
import type { ValueMap } from "../../model/value.ts";
import { findParents } from "./find-parents.ts";
import type { Superseded } from "./lens.ts";
import { lensOf } from "./lens-index.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/**
 * The resources without the attributes on which another resource has the only word (see Superseded). Where it cannot be
 * told whether that resource is about this one, the attribute is unknown.
 */
export function supersedeAttributes(
  written: readonly TerraformResource[],
  removed: readonly TerraformResource[],
): readonly TerraformResource[] {
  const setters = [...written, ...removed].flatMap((resource) => {
    const fold = lensOf(resource.type)?.supersedes;
    return fold === undefined ? [] : [{ resource, fold }];
  });
  if (setters.length === 0) return written;
  const parentsOf = findParents(written, setters);
  const changes = new Map<string, Change[]>();
  const ofAny = new Map<string, Change>();
  for (const { resource, fold } of setters) {
    const parents = parentsOf.get(resource.id);
    for (const type of parents?.anyOf ?? []) ofAny.set(type, { fold, setter: resource, certain: false });
    for (const id of parents?.ids ?? []) {
      const change = { fold, setter: resource, certain: parents?.certain === true };
      const own = changes.get(id);
      if (own === undefined) changes.set(id, [change]);
      else own.push(change);
    }
  }
  return written.map((resource) => {
    const shared = ofAny.get(resource.type);
    const own =
      shared === undefined ? changes.get(resource.id) : [...(changes.get(resource.id) ?? []), shared];
    return own === undefined
      ? resource
      : { ...resource, attributes: changeAttributes(resource.attributes, own) };
  });
}

interface Change {
  readonly fold: Superseded;
  readonly setter: TerraformResource;
  readonly certain: boolean;
}

function changeAttributes(attributes: ValueMap, changes: readonly Change[]): ValueMap {
  const changed = emptyMap();
  for (const [name, value] of Object.entries(attributes)) {
    const own = changes.filter(({ fold }) => fold.attribute === name);
    const [first] = own;
    if (own.some(({ certain }) => certain)) continue;
    changed[name] = first === undefined || value instanceof Unset ? value : maySet(first);
  }
  return changed;
}

function maySet({ setter, fold }: Change): Unknown {
  return new Unknown(`${setter.address} may set it: its ${fold.by} is not known before apply`);
}
