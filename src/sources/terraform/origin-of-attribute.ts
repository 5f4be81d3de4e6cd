import type { Origin, Resource } from "../../model/resource.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** Where an attribute is written; where the resource is, when nothing tells. */
export function locationOf(resource: TerraformResource, attribute?: string): Pick<Resource, "location"> {
  const location = (attribute === undefined ? undefined : resource.locate?.(attribute)) ?? resource.location;
  return location === undefined ? {} : { location };
}

/** Where what an attribute holds was written: behind its name, when it only names it. */
export function originOfAttribute(resource: TerraformResource, path: string): Origin {
  const attribute = path === "" ? {} : { attribute: path };
  const own = locationOf(resource, path);
  const behind = resource.locateBehind?.(path);
  if (behind === undefined) return { address: resource.address, ...attribute, ...own };
  const namedAt = own.location === undefined ? {} : { namedAt: own.location };
  return { address: resource.address, ...attribute, location: behind, ...namedAt };
}
