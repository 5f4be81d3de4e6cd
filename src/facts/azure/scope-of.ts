import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { byAzureId } from "./by-azure-id.ts";

/** What an extension resource extends: a resource of the graph, and what of it (`/blobServices/default`, mostly nothing). */
export interface Scope {
  readonly target: Resource;
  /** In lower case, because Azure does not care. */
  readonly below: string;
  /** False where the input only tells that it has something to do with the target. */
  readonly certain: boolean;
}

/** The scopes that a resource may have; `Unknown` when any resource may be it. */
export function scopesOf(graph: ResourceGraph, extension: Resource): readonly Scope[] | Unknown {
  const value = propertyAt(extension, "/scope");
  const written = value instanceof UnknownText ? ofPieces(graph, value) : undefined;
  if (written !== undefined) return [written];
  const references = referencesOf(value);
  if (references.length > 0) {
    const certain = references.length === 1 && !(value instanceof Unknown);
    return references.flatMap(({ target }) => {
      const named = graph.get(target);
      return named === undefined ? [] : [{ target: named, below: "", certain }];
    });
  }
  const text = plain(value);
  if (typeof text === "string") return byText(graph, text);
  return text instanceof Unknown ? text : [];
}

/** `"${azurerm_storage_account.lake.id}/blobServices/default"`: a reference, and then text. */
function ofPieces(graph: ResourceGraph, { pieces }: UnknownText): Scope | undefined {
  const [first, ...rest] = pieces;
  const named = first instanceof Reference ? graph.get(first.target) : onlyCandidate(graph, first);
  if (named === undefined || !rest.every((piece) => typeof piece === "string")) return undefined;
  return { target: named, below: rest.join("").toLowerCase(), certain: true };
}

function onlyCandidate(graph: ResourceGraph, piece: Value | undefined): Resource | undefined {
  const [only, ...more] = referencesOf(piece);
  return only === undefined || more.length > 0 ? undefined : graph.get(only.target);
}

/** A scope that is written out: the resource whose id it begins with. */
function byText(graph: ResourceGraph, text: string): readonly Scope[] {
  const found = byAzureId(graph, text);
  return found === undefined ? [] : [{ target: found.resource, below: found.below, certain: true }];
}
