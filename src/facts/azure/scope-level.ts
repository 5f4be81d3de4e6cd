import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** How much of Azure an assignment is for. */
export type ScopeLevel = "tenant" | "management-group" | "subscription" | "resource-group" | "resource";

const BY_TYPE: Readonly<Record<string, ScopeLevel>> = {
  "Microsoft.Management/managementGroups": "management-group",
  "Microsoft.Resources/resourceGroups": "resource-group",
  "Microsoft.Subscription/aliases": "subscription",
};

const BY_TEXT: readonly (readonly [RegExp, ScopeLevel])[] = [
  [/^\/?$/u, "tenant"],
  [/^\/?providers\/microsoft\.management\/managementgroups\/[^/]+$/iu, "management-group"],
  [/^\/subscriptions\/[^/]+$/iu, "subscription"],
  [/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/iu, "resource-group"],
  [/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/./iu, "resource"],
];

/** The level of an extension resource, by what it extends. */
export function scopeLevel(graph: ResourceGraph, extension: Resource): ScopeLevel | Unknown {
  const value = propertyAt(extension, "/scope");
  const text = textOf(value);
  const known = text === undefined ? undefined : BY_TEXT.find(([pattern]) => pattern.test(text))?.[1];
  if (known !== undefined) return known;
  const levels = new Set(referencesOf(value).map(({ target }) => levelOfTarget(graph, target)));
  const [only, ...more] = levels;
  if (only !== undefined && more.length === 0) return only;
  const unsettled = plain(value);
  return unsettled instanceof Unknown
    ? unsettled
    : new Unknown(`the input does not say what ${extension.address} is for`);
}

/** Text whose unknown pieces stand for names: the id of a subscription, say. */
function textOf(value: Value | undefined): string | undefined {
  const known = value instanceof UnknownText ? value : plain(value);
  if (typeof known === "string") return known;
  if (!(known instanceof UnknownText) || typeof known.pieces[0] !== "string") return undefined;
  return known.pieces.map((piece) => textOfPiece(piece)).join("");
}

function textOfPiece(piece: Value): string {
  const text = plain(piece);
  return typeof text === "string" ? text : "?";
}

function levelOfTarget(graph: ResourceGraph, target: string): ScopeLevel | Unknown {
  const resource = graph.get(target);
  if (resource === undefined) return new Unknown(`${target} is not declared in this input`);
  return BY_TYPE[resource.type] ?? "resource";
}
