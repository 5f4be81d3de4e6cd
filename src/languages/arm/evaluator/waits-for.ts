import type { ArmValue } from "../values/arm-value.ts";
import { readsOf } from "../values/open-call.ts";
import type { ResourceInstance } from "./resource-instance.ts";

/** The ids of what a resource is deployed after: what it says, and what it reads. */
export function waitsFor(resource: ResourceInstance): readonly ArmValue[] {
  const { declaration, parent, parts } = resource;
  const named = declaration.dependsOn.flatMap((key) => parts.template.instanceOf(key, parts.index)?.id ?? []);
  const written = (declaration.dependsOnIds ?? []).map((expression) => {
    const value = resource.valueOf(expression);
    return parts.template.find(value)?.id ?? value;
  });
  const read = readsOf([resource.body]).map(({ id }) => id);
  return [...named, ...written, ...read, ...(parent === undefined ? [] : [parent.id])];
}
