import { Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { findParents } from "./find-parents.ts";
import type { Parents } from "./find-parents.ts";
import type { Superseded } from "./lens.ts";
import type { ReadResource, Satellite } from "./read-resource.ts";
import { replaceSome } from "./read-resources.ts";
import type { ByType, ReadResources } from "./read-resources.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/**
 * The resources without the attributes on which another resource has the only word (see Superseded). Where it cannot be
 * told whether that resource is about this one, the attribute is unknown.
 */
export function supersedeAttributes(written: ReadResources, removed: ReadResources): ReadResources {
  const held = heldAttributes([written, removed], written.byType);
  // of attributes that nobody has it need not be found out whose they are
  if (held.size === 0) return written;
  const setters = [...settersIn(written.all), ...settersIn(removed.all)];
  const counting = setters.filter(({ fold }) => held.has(fold));
  const { types, changesOf } = groupChanges(counting, findParents(written.byType, setters, counting));
  return replaceSome(written, types, (read) => {
    const own = changesOf(read.resource);
    return own.length === 0 ? read : withChanges(read, own);
  });
}

interface Setter extends Satellite {
  readonly fold: Superseded;
}

function settersIn(read: readonly ReadResource[]): readonly Setter[] {
  const setters: Setter[] = [];
  read.forEach(({ resource, lens }) => {
    if (lens?.supersedes !== undefined) setters.push({ resource, fold: lens.supersedes });
  });
  return setters;
}

/** What the resources have the word on, as far as some resource has the attribute. */
function heldAttributes(setting: readonly ReadResources[], parents: ByType): ReadonlySet<Superseded> {
  const lenses = setting.flatMap(({ byType }) => [...byType.values()].map(({ lens }) => lens));
  const folds = lenses.flatMap((lens) => lens?.supersedes ?? []);
  return new Set(folds.filter((fold) => isHeld(fold, parents)));
}

function isHeld({ into, attribute }: Superseded, parents: ByType): boolean {
  return into.some((type) =>
    parents.get(type)?.reads.some(({ resource }) => Object.hasOwn(resource.attributes, attribute)),
  );
}

interface Change {
  readonly fold: Superseded;
  readonly setter: TerraformResource;
  readonly certain: boolean;
}

const NO_CHANGES: readonly Change[] = [];

/** What the setters change of a resource; and the types of the resources that they may change. */
interface Changes {
  readonly types: ReadonlySet<string>;
  readonly changesOf: (resource: TerraformResource) => readonly Change[];
}

function groupChanges(setters: readonly Setter[], parentsOf: readonly Parents[]): Changes {
  const types = new Set<string>();
  const changes = new Map<string, Change[]>();
  /** By type, and then by attribute. */
  const ofAny = new Map<string, Map<string, Change>>();
  setters.forEach(({ resource, fold }, at) => {
    const parents = parentsOf[at];
    fold.into.forEach((type) => types.add(type));
    parents?.anyOf?.forEach((type) => {
      const shared = ofAny.get(type) ?? new Map<string, Change>();
      ofAny.set(type, shared.set(fold.attribute, { fold, setter: resource, certain: false }));
    });
    if (parents === undefined) return;
    for (let parent = 0; parent < parents.ids.length; parent += 1) {
      const id = parents.ids[parent] ?? "";
      const change = { fold, setter: resource, certain: parents.certain };
      const own = changes.get(id);
      if (own === undefined) changes.set(id, [change]);
      else own.push(change);
    }
  });
  return {
    types,
    changesOf({ id, type }) {
      const shared = ofAny.get(type);
      const own = changes.get(id) ?? NO_CHANGES;
      return shared === undefined ? own : [...own, ...shared.values()];
    },
  };
}

function withChanges(read: ReadResource, changes: readonly Change[]): ReadResource {
  const { resource, lens } = read;
  // most resources have nothing in the attribute
  const isThere = changes.some(({ fold }) => Object.hasOwn(resource.attributes, fold.attribute));
  if (!isThere) return read;
  return { resource: { ...resource, attributes: changeAttributes(resource, changes) }, lens };
}

function changeAttributes(
  { attributes, isReadBack }: TerraformResource,
  changes: readonly Change[],
): ValueMap {
  const changed = emptyMap();
  for (const [name, value] of Object.entries(attributes)) {
    const own = changes.filter(({ fold }) => fold.attribute === name);
    const [first] = own;
    const certain = own.filter((change) => change.certain);
    if (certain.length > 0) {
      const isWritten = isReadBack?.(name) === false;
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
