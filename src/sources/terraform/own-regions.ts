import type { Location } from "../../model/location.ts";
import type { Resource } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { deploymentResource } from "./deployment.ts";

/** Their `region` is that of something else, since before version 6 of the provider. */
const OTHER_REGION: ReadonlySet<string> = new Set([
  "aws_cloudformation_stack_set_instance",
  "aws_config_aggregate_authorization",
  "aws_dx_hosted_connection",
  "aws_servicequotas_template",
  "aws_ssmincidents_replication_set",
]);

/** A resource for which a region is written. */
export interface Regional {
  readonly type: string;
  readonly address: string;
  readonly region: Value | undefined;
  readonly location?: Location | undefined;
}

/** Whether `region` of a type says where its resources lie. */
export function mayLieElsewhere(type: string): boolean {
  return type.startsWith("aws_") && !OTHER_REGION.has(type);
}

/** A region that resources name beside that of their provider configuration. */
interface OwnRegion {
  readonly placement: Placement;
  /** The first resource that names it. */
  readonly by: Regional;
}

/**
 * The regions that resources of AWS name for themselves, as version 6 of the provider lets them. Each is a place to which
 * the input deploys, like the region of a provider configuration.
 */
export class OwnRegions {
  readonly #regions = new Map<string, OwnRegion>();

  /** Where the resource lies. `key` names the provider configuration, which has the placement. */
  place(key: string, placement: Placement, resource: Regional): Placement {
    const { type, address } = resource;
    const region = plain(resource.region);
    if (!mayLieElsewhere(type) || region === placement.region) return placement;
    if (typeof region !== "string" && !(region instanceof Unknown)) return placement;
    const own = { ...placement, region };
    const name = typeof region === "string" ? `${key} in ${region}` : `${key} for ${address}`;
    if (!this.#regions.has(name)) this.#regions.set(name, { placement: own, by: resource });
    return own;
  }

  /** One resource for each of them. */
  deployments(idPrefix: string): readonly Resource[] {
    return [...this.#regions]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { placement, by }]) => ({
        ...deploymentResource(name, placement, idPrefix, by.location),
        // what is said of a deployment to an account, its deployment says
        type: "Genoscan::Region",
        origin: () => ({
          address: by.address,
          attribute: "region",
          ...(by.location !== undefined && { location: by.location }),
        }),
      }));
  }
}
