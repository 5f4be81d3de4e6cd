import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Reference } from "../../model/value.ts";

/** What declares a namespace: Kubernetes calls it so, and OpenShift a project. */
export const NAMESPACES: readonly string[] = ["core/Namespace", "project.openshift.io/Project"];

/** Stands for the namespace of objects that name none: the one that they are applied to. No namespace has brackets. */
export const CURRENT = "(current)";

/** The name of the namespace that a resource is in; a reference to one whose name is not known, or why it is not known. */
export function namespaceOf(resource: Resource): string | Reference | Unknown {
  const value = propertyAt(resource, "/metadata/namespace");
  const known = plain(value);
  if (typeof known === "string") return known === "" ? CURRENT : known;
  if (known === undefined || known === null) return CURRENT;
  const [reference, ...others] = referencesOf(value);
  if (reference !== undefined && others.length === 0 && !(value instanceof Unknown)) return reference;
  return known instanceof Unknown ? known : new Unknown("its namespace is no text");
}
