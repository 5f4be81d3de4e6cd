import type { Fold, Lens } from "./lens.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** A written resource with the lens that reads it. */
export interface ReadResource {
  readonly resource: TerraformResource;
  readonly lens: Lens | undefined;
}

/** A resource that is a setting of another one, which an attribute names. */
export interface Satellite {
  readonly resource: TerraformResource;
  readonly fold: Fold;
}
