import { Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
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
    return own === undefined ? resource : { ...resource, attributes: changeAttributes(resource, own) };
  });
}

interface Change {
  readonly fold: Superseded;
  readonly setter: TerraformResource;
  readonly certain: boolean;
}

function changeAttributes({ attributes, readBack }: TerraformResource, changes: readonly Change[]): ValueMap {
  const changed = emptyMap();
  for (const [name, value] of Object.entries(attributes)) {
    const own = changes.filter(({ fold }) => fold.attribute === name);
    const [first] = own;
    const certain = own.filter((change) => change.certain);
    if (certain.length > 0) {
      const isWritten = readBack?.has(name) === false;
      const others = itemsOfOthers(value, certain, isWritten);
      if (others.length > 0) changed[name] = others;
    } else changed[name] = first === undefined || value instanceof Unset ? value : maySet(first);
  }
  return changed;
}

/**
 * The items that none of the resources has the word on. Those that the provider has read are unknown: made by other means,
 * or gone since.
 */
function itemsOfOthers(value: Value, setters: readonly Change[], isWritten: boolean): readonly Value[] {
  const items = plain(value);
  const [first] = setters;
  const item = first?.fold.item;
  if (first === undefined || item === undefined || !isValueList(items)) return [];
  const told = new Set<Value | undefined>(setters.map(({ setter }) => plain(setter.attributes[item.by])));
  const others = items.filter((one) => !told.has(textOf(one, item.part)));
  if (isWritten) return others;
  const reason = `${first.fold.attribute} names more than ${first.setter.type} sets: made by other means, or gone since it was read`;
  return others.map(() => new Unknown(reason));
}

function textOf(item: Value, part: string | undefined): Value | undefined {
  const known = plain(item);
  return part !== undefined && isValueMap(known) ? plain(known[part]) : known;
}

function maySet({ setter, fold }: Change): Unknown {
  return new Unknown(`${setter.address} may set it: its ${fold.by} is not known before apply`);
}
