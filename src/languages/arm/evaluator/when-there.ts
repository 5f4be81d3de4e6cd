import { Read } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { joinAlternatives } from "../values/join.ts";
import { readAt } from "./access.ts";
import type { RegisteredResource } from "./instance.ts";

/** A resource, or null when its condition is false; of a module what `reference` gives. */
export function whenThere(found: ArmValue): ArmValue {
  const resource = found instanceof Read ? (found.resource as RegisteredResource | undefined) : undefined;
  if (resource === undefined) return found;
  const { isThere } = resource;
  if (isThere === false) return null;
  const read = resource.isDeployment ? readAt(resource.id, resource, ["properties"]) : found;
  return isThere === true ? read : joinAlternatives(isThere, read, null);
}
