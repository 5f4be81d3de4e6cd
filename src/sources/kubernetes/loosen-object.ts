import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { parsePointer } from "../../model/pointer.ts";
import { Unknown, emptyMap, isValueList, isValueMap, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Edit, Target } from "./kustomize-edits.ts";

/** What an object is, whatever is laid over it. */
const IDENTITY = new Set(["apiVersion", "kind", "metadata"]);

/** How many parts may be looked at in one folder: aliases ask for the same ones again and again, and strangers nest them. */
export interface Budget {
  left: number;
}

interface Loosening {
  readonly reason: string;
  readonly budget: Budget;
}

/** An object of which what a kustomization changes is not known: what is written here is not what is applied. */
export function loosenObject(
  object: ValueMap,
  kind: string,
  edits: readonly Edit[],
  { reason, budget }: Loosening,
): ValueMap {
  const unknown = new Unknown(reason);
  let loose = object;
  for (const edit of edits) {
    budget.left -= 1;
    if (budget.left < 0) return nothingKnown(object, unknown);
    if ("target" in edit && !isMeant(edit.target, kind, nameOf(object))) continue;
    loose = loosened(loose, edit, { unknown, budget });
  }
  return loose;
}

function loosened(object: ValueMap, edit: Edit, merging: Merging): ValueMap {
  const { unknown } = merging;
  switch (edit.kind) {
    case "image":
      return asObject(withoutImage(object, edit.name, unknown), object, unknown);
    case "keys":
      return withoutPlaces(
        object,
        edit.keys.map((key) => ["metadata", edit.of, key]),
        unknown,
      );
    case "places":
      return withoutPlaces(object, edit.pointers.map(parsePointer), unknown);
    case "merge":
      return mergedObject(object, edit.patch, merging);
    case "anything":
      return nothingKnown(object, unknown);
  }
}

function withoutPlaces(object: ValueMap, places: readonly (readonly string[])[], unknown: Unknown): ValueMap {
  let loose = object;
  for (const place of places) loose = asObject(setAt(loose, place, unknown), loose, unknown);
  return loose;
}

/** What stays an object; of one that something else takes the place of nothing is known. */
function asObject(value: Value, before: ValueMap, unknown: Unknown): ValueMap {
  return isValueMap(value) ? value : nothingKnown(before, unknown);
}

/** Nothing but what the object is and how it is called. */
function nothingKnown(object: ValueMap, unknown: Unknown): ValueMap {
  const map = emptyMap();
  for (const key of [...Object.keys(object), "spec"]) {
    put(map, key, IDENTITY.has(key) ? (object[key] ?? unknown) : unknown);
  }
  const { metadata } = object;
  put(map, "metadata", { ...(isValueMap(metadata) ? metadata : {}), labels: unknown, annotations: unknown });
  return map;
}

function nameOf({ metadata }: ValueMap): string | undefined {
  const name = isValueMap(metadata) ? metadata["name"] : undefined;
  return typeof name === "string" ? name : undefined;
}

/** A target may be a pattern, and may name an object as another kustomization calls it: with more before or behind. */
function isMeant(target: Target, kind: string, name: string | undefined): boolean {
  const isPattern = (text: string): boolean => !/^[A-Za-z0-9.-]+$/u.test(text);
  if (target.kind !== undefined && !isPattern(target.kind) && target.kind !== kind) return false;
  if (target.name === undefined || name === undefined || isPattern(target.name)) return true;
  return target.name.includes(name) || name.includes(target.name);
}

/** Containers whose image has the name, wherever they stand. */
function withoutImage(value: Value, name: string, unknown: Unknown): Value {
  if (isValueList(value)) return value.map((item) => withoutImage(item, name, unknown));
  if (!isValueMap(value)) return value;
  const map = emptyMap();
  for (const [key, part] of Object.entries(value)) {
    const isImage =
      key === "image" && (part instanceof Unknown || (typeof part === "string" && imageName(part) === name));
    put(map, key, isImage ? unknown : withoutImage(part, name, unknown));
  }
  return map;
}

function imageName(image: string): string {
  const [named = ""] = image.split("@");
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}

/** What is not known at a place; a list of which an item comes or goes is not known as a whole. */
function setAt(value: Value | undefined, [token, ...rest]: readonly string[], unknown: Unknown): Value {
  if (token === undefined || value instanceof Unknown) return unknown;
  if (isValueList(value)) {
    const at = Number(token);
    if (rest.length === 0 || !Number.isInteger(at) || at >= value.length) return unknown;
    return value.map((item, index) => (index === at ? setAt(item, rest, unknown) : item));
  }
  if (value !== undefined && !isValueMap(value)) return unknown;
  const map = copyOf(value ?? {});
  put(map, token, setAt(value?.[token], rest, unknown));
  return map;
}

const DEEPEST = 100;

interface Merging {
  readonly unknown: Unknown;
  readonly budget: Budget;
}

/** What a patch is laid over; of one that it takes the place of nothing is known. */
function mergedObject(object: ValueMap, patch: TemplateNode, merging: Merging): ValueMap {
  if (patch.kind !== "map" || patch.entries.has("$patch")) return nothingKnown(object, merging.unknown);
  const map = copyOf(object);
  for (const [key, { value: part }] of patch.entries) {
    if (key === "metadata") put(map, key, mergedMetadata(map[key], part, merging));
    else if (!IDENTITY.has(key)) put(map, key, merged(map[key], part, merging, 1));
  }
  return map;
}

/** Maps are merged, and lists whose items have names; of everything else what the patch says takes the place. */
function merged(value: Value | undefined, patch: TemplateNode, merging: Merging, depth: number): Value {
  merging.budget.left -= 1;
  if (merging.budget.left < 0 || depth > DEEPEST) return merging.unknown;
  if (patch.kind === "list") return mergedList(value, patch.items, merging, depth);
  if (patch.kind !== "map" || value instanceof Unknown || patch.entries.has("$patch")) return merging.unknown;
  const map = copyOf(isValueMap(value) ? value : {});
  for (const [key, { value: part }] of patch.entries) {
    put(map, key, merged(map[key], part, merging, depth + 1));
  }
  return map;
}

function copyOf(map: ValueMap): Record<string, Value> {
  const copy = emptyMap();
  for (const [key, part] of Object.entries(map)) put(copy, key, part);
  return copy;
}

/** The patch says by its name and namespace which object it means. */
function mergedMetadata(metadata: Value | undefined, patch: TemplateNode, merging: Merging): Value {
  const before = isValueMap(metadata) ? metadata : {};
  const after = merged(metadata ?? {}, patch, merging, 1);
  if (!isValueMap(after)) return before;
  const named = ["name", "namespace"].flatMap((key) =>
    before[key] === undefined ? [] : [[key, before[key]] as const],
  );
  const { name: _, namespace: __, ...rest } = after;
  return { ...rest, ...Object.fromEntries(named) };
}

function mergedList(
  value: Value | undefined,
  items: readonly TemplateNode[],
  merging: Merging,
  depth: number,
): Value {
  const byName = new Map(items.map((item) => [scalarText(memberOf(item, "name")), item]));
  if (!isValueList(value) || byName.has(undefined)) return merging.unknown;
  const known = value.map((item) => (isValueMap(item) ? item["name"] : undefined));
  const loose = value.map((item, index) => {
    const name = known[index];
    const patch = typeof name === "string" ? byName.get(name) : undefined;
    // one whose name is not known may be the one that is meant
    if (patch === undefined) return name instanceof Unknown ? merging.unknown : item;
    const part = merged(item, patch, merging, depth + 1);
    return isValueMap(part) ? { ...part, name: name ?? merging.unknown } : part;
  });
  const there = new Set(known);
  const isNew = [...byName.keys()].some((name) => !there.has(name));
  return isNew ? [...loose, merging.unknown] : loose;
}
