import type { HclValue } from "../../../languages/hcl/values/hcl-value.ts";
import { toModelValue } from "../../../languages/hcl/values/to-model.ts";
import {
  SOMETHING_ELSE,
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  UnknownText,
  emptyMap,
  isValueList,
  isValueMap,
  put,
} from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";

/** Whether an id is that of a resource: only resources are in the graph, data sources and modules are not. */
export type IsResource = (id: string) => boolean;

/**
 * An evaluated value as an attribute of a resource. What is null is not set, so it is left out of objects and `undefined`
 * as a whole. References lead to resources alone.
 */
export function toAttribute(value: HclValue, isResource: IsResource): Value | undefined {
  return clean(toModelValue(value), isResource);
}

function clean(value: Value, isResource: IsResource): Value | undefined {
  if (value === null) return undefined;
  if (typeof value !== "object") return value;
  if (value instanceof Sensitive) {
    const inner = clean(value.value, isResource);
    return inner === undefined || inner instanceof Unknown ? inner : new Sensitive(inner, value.markedBy);
  }
  if (value instanceof Reference) return cleanReference(value, isResource);
  if (value instanceof Unknown) return cleanUnknown(value, isResource);
  if (isValueList(value)) return value.map((item) => clean(item, isResource) ?? null);
  if (!isValueMap(value)) return value;
  const map = emptyMap();
  for (const [key, held] of Object.entries(value)) {
    const cleaned = clean(held, isResource);
    if (cleaned !== undefined) put(map, key, cleaned);
  }
  return map;
}

function cleanReference(reference: Reference, isResource: IsResource): Value | undefined {
  const { target, attribute, value } = reference;
  const inner = value === undefined ? undefined : clean(value, isResource);
  if (isResource(target)) {
    return value !== undefined && inner === undefined ? undefined : new Reference(target, attribute, inner);
  }
  return value === undefined ? new Unknown(`known after apply: ${target}`) : inner;
}

function cleanUnknown(unknown: Unknown, isResource: IsResource): Value {
  const candidates = unknown.candidates.filter(
    ({ target }) => target === SOMETHING_ELSE.target || isResource(target),
  );
  if (unknown instanceof UnknownDocument) {
    return new UnknownDocument(unknown.reason, candidates, cleanDocument(unknown.document, isResource));
  }
  if (candidates.length === unknown.candidates.length) return unknown;
  if (!(unknown instanceof UnknownText)) {
    // a list may hold what a data source tells beside the resources, so they are not all of it
    const isOpen = candidates.every(({ target }) => target === SOMETHING_ELSE.target);
    return new Unknown(unknown.reason, isOpen ? [] : unknown.candidates);
  }
  const pieces = unknown.pieces.map((piece) => clean(piece, isResource) ?? "");
  return new UnknownText(unknown.reason, candidates, pieces);
}

/** In a document null is a value like any other. */
function cleanDocument(value: Value, isResource: IsResource): Value {
  return clean(value, isResource) ?? null;
}
