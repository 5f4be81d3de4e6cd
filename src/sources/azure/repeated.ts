import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { keyOfId } from "../../languages/arm/evaluator/shared.ts";
import { equals } from "../../languages/arm/values/equals.ts";
import { isOpaque } from "../../languages/arm/values/print.ts";

/**
 * Resources that are deployed more than once, as a module is that runs again to show that it changes nothing: one with the
 * same id and the same body is the same resource.
 */
export class Repeated {
  readonly #byId = new Map<string, ResourceInstance[]>();

  /** Whether a resource like this one was asked for before. */
  has(resource: ResourceInstance): boolean {
    const key = keyOfId(resource.id);
    // what a deployment deploys is looked at resource by resource
    if (isOpaque(key) || resource.isDeployment || resource.uncertain !== undefined) return false;
    const before = this.#byId.get(key) ?? [];
    if (before.some((one) => isSame(one, resource))) return true;
    this.#byId.set(key, [...before, resource]);
    return false;
  }
}

function isSame(one: ResourceInstance, other: ResourceInstance): boolean {
  return (
    equals(one.apiVersion ?? null, other.apiVersion ?? null) === true && equals(one.body, other.body) === true
  );
}
