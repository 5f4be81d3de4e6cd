import { parsePointer, valueAt } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import {
  Reference,
  Unknown,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { azapiResource, originOfAzapi, readAzapiBody } from "./azapi-resource.ts";
import { loosenProperties } from "./loosen-properties.ts";
import type { TerraformResource } from "./terraform-resource.ts";

const TYPE = "azapi_update_resource";
/** What identifies a resource: no update changes it. */
const IDENTITY = new Set(["name", "location", "parent", "scope", "apiVersion"]);

interface Update {
  readonly resource: TerraformResource;
  /** What the update says that it updates; nothing when that is not known. */
  readonly type: string | undefined;
  readonly body: ValueMap | Unknown;
}

/**
 * The resources after each `azapi_update_resource` has put its body over what is there: objects part by part, a list in
 * the place of another. What only may be updated is unknown where the body speaks. An update of a child that the input
 * does not declare is that child, of which the rest is not known; one of a resource elsewhere stays by itself.
 */
export function applyAzapiUpdates(
  built: readonly Resource[],
  unread: readonly TerraformResource[],
): readonly Resource[] {
  const updates = unread.filter(({ type }) => type === TYPE);
  if (updates.length === 0) return built;
  const resources = new Map(built.map((resource) => [resource.id, resource]));
  for (const resource of updates) {
    const read = readAzapiBody(resource);
    const untold = new Unknown(`which type ${resource.address} updates is not known before apply`);
    applyUpdate(resources, { resource, ...(read ?? { type: undefined, body: untold }) });
  }
  return [...resources.values()];
}

function applyUpdate(resources: Map<string, Resource>, update: Update): void {
  const id = update.resource.attributes["resource_id"];
  const own = resources.get(update.resource.id);
  const named = [...resources.values()].filter((resource) => isNamed(resource, id));
  const targets = named.filter(({ type }) => update.type === undefined || type === update.type);
  const isCertain =
    targets.length === 1 && !(id instanceof Unknown) && update.resource.uncertain === undefined;
  // a name in an id that is written out may be that of a resource of which the id is known after apply
  const meant = targets.length > 0 ? targets : ofType(resources, update);
  const [parent] = named;
  if (meant.length === 0) {
    const child = parent === undefined || own === undefined ? undefined : childOf(parent, own, update, id);
    if (child !== undefined) resources.set(child.id, child);
    return;
  }
  for (const target of meant) {
    resources.set(target.id, isCertain ? updated(target, update) : perhapsUpdated(target, update));
  }
  resources.delete(update.resource.id);
}

function isNamed(resource: Resource, id: Value | undefined): boolean {
  const references = id instanceof UnknownText ? id.pieces : referencesOf(id);
  if (
    references.some(
      (piece) =>
        piece instanceof Reference &&
        (piece.target === resource.id || resource.absorbed?.includes(piece.target) === true),
    )
  ) {
    return true;
  }
  const text = plain(id);
  return (
    typeof text === "string" &&
    resource.identifiers.some((identifier) => identifier.toLowerCase() === text.toLowerCase())
  );
}

/** Those that an update may mean which names none: of its type, and of its name as far as both are known. */
function ofType(resources: ReadonlyMap<string, Resource>, { resource, type }: Update): readonly Resource[] {
  const id = endOf(resource.attributes["resource_id"]);
  const name = id === undefined ? plain(resource.attributes["name"]) : id.at(-1);
  // `…/storageAccounts/lake/blobServices/default`: of a child the name of its parent as well
  const parentName = id?.at(-3);
  return [...resources.values()].filter((other) => {
    if (other.type !== type || other.id === resource.id || !mayBe(other.name, name)) return false;
    if (parentName === undefined || type.split("/").length < 3) return true;
    const [parent, ...more] = referencesOf(other.properties["parent"]);
    return parent === undefined || more.length > 0 || mayBe(resources.get(parent.target)?.name, parentName);
  });
}

/** The segments at the end of an id that are known. */
function endOf(id: Value | undefined): readonly string[] | undefined {
  const text = plain(id);
  if (typeof text === "string") return text.split("/");
  if (!(text instanceof UnknownText)) return undefined;
  const known: string[] = [];
  for (const piece of text.pieces.toReversed()) {
    if (typeof piece !== "string") break;
    known.unshift(piece);
  }
  // what stands before the first slash may be the end of something longer
  const [, ...segments] = known.join("").split("/");
  return segments.length === 0 ? undefined : segments;
}

function mayBe(own: string | undefined, name: unknown): boolean {
  return own === undefined || typeof name !== "string" || own.toLowerCase() === name.toLowerCase();
}

function updated(target: Resource, { resource, body }: Update): Resource {
  const changed = body instanceof Unknown ? hideBody(target.properties, body) : put(target.properties, body);
  return {
    ...target,
    properties: changed,
    absorbed: [...(target.absorbed ?? []), resource.id],
    ...(body instanceof Unknown ? { missing: () => body } : {}),
    origin: (pointer) => {
      const isOurs = body instanceof Unknown || valueAt(body, parsePointer(pointer)) !== undefined;
      const before = target.origin?.(pointer);
      return isOurs || before === undefined ? originOfAzapi(resource, pointer) : before;
    },
  };
}

function perhapsUpdated(target: Resource, { resource, body }: Update): Resource {
  const unknown = new Unknown(
    `${resource.address} may change it: which resource it updates is not known before apply`,
  );
  const properties: Record<string, Value> = { ...target.properties };
  if (body instanceof Unknown) {
    return { ...target, properties: hideBody(properties, unknown), missing: () => unknown };
  }
  loosenProperties(properties, body, unknown);
  return {
    ...target,
    properties,
    missing: (pointer) =>
      valueAt(body, parsePointer(pointer)) === undefined ? target.missing?.(pointer) : unknown,
  };
}

/** A body that nobody knows may change everything but what the resource is. */
function hideBody(properties: ValueMap, unknown: Unknown): ValueMap {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, IDENTITY.has(key) ? value : unknown]),
  );
}

function put(own: ValueMap, body: ValueMap): Record<string, Value> {
  const merged: Record<string, Value> = { ...own };
  for (const [key, value] of Object.entries(body)) {
    const before = merged[key];
    merged[key] = before === undefined ? value : putValue(before, value);
  }
  return merged;
}

/** azapi merges lists of one length item by item, and takes the new one otherwise. */
function putValue(own: Value, body: Value): Value {
  if (isValueMap(own) && isValueMap(body)) return put(own, body);
  if (isValueList(own) && isValueList(body) && own.length === body.length) {
    return body.map((item, index) => putValue(own[index] ?? null, item));
  }
  return body;
}

/** An update of `${parent.id}/blobServices/default`. */
function childOf(
  parent: Resource,
  own: Resource,
  { resource, type }: Update,
  id: Value | undefined,
): Resource | undefined {
  const isBelow =
    type?.startsWith(`${parent.type}/`) === true && !type.slice(parent.type.length + 1).includes("/");
  if (!(id instanceof UnknownText) || !isBelow) return undefined;
  const { properties: _own, type: _type, missing: _missing, origin: _origin, ...common } = own;
  const attributes = { ...resource.attributes, parent_id: new Reference(parent.id, "id") };
  const child = azapiResource({ ...resource, attributes }, common);
  const rest = new Unknown(`${resource.address} tells only a part of it`);
  return child === undefined ? undefined : { ...child, missing: () => rest };
}
