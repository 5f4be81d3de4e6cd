import type { Location } from "../../model/location.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** Where an attribute is written; where the resource is, when nothing tells. */
export function locationOf(resource: TerraformResource, attribute?: string): Pick<Resource, "location"> {
  const location = placeOf(resource, attribute);
  return location === undefined ? {} : { location };
}

function placeOf(resource: TerraformResource, attribute: string | undefined): Location | undefined {
  return (attribute === undefined ? undefined : resource.locate?.(attribute)) ?? resource.location;
}

/** Where what an attribute holds was written: behind its name, when it only names it. */
export function originOfAttribute(resource: TerraformResource, path: string): Origin {
  const { address } = resource;
  const own = placeOf(resource, path);
  const behind = resource.locateBehind?.(path);
  const location = behind ?? own;
  const named = path === "" ? { address } : { address, attribute: path };
  if (location === undefined) return named;
  return behind === undefined || own === undefined
    ? { ...named, location }
    : { ...named, location, namedAt: own };
}
