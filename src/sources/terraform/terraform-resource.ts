import type { Location } from "../../model/location.ts";
import type { ModuleCall } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import type { Unknown, ValueMap } from "../../model/value.ts";

/** A resource instance as Terraform has it, before any lens: what plan, state and HCL have in common. */
export interface TerraformResource {
  /** Unique in the scan. */
  readonly id: string;
  /** Whole: `module.a["x"].aws_s3_bucket.b[0]`. */
  readonly address: string;
  /** `aws_s3_bucket` */
  readonly type: string;
  /** Attributes and blocks. What is null in Terraform is not there; what the provider decides is `Unset`. */
  readonly attributes: ValueMap;
  /**
   * True for an attribute that nobody sets and that holds what the provider has read: other resources may be shown in it.
   * Left out where the input does not tell what is set.
   */
  readonly isReadBack?: (attribute: string) => boolean;
  readonly placement?: Placement;
  readonly location?: Location;
  /** Where an attribute is written, by its path: `rule[0].default_retention[0].mode`; what is around it when it is not. */
  readonly locate?: (attribute: string) => Location;
  /** Where the inside of an attribute is written whose value is only named here; nothing for one that is written here. */
  readonly locateBehind?: (attribute: string) => Location | undefined;
  /** The module calls that lead to it, from the root module inwards. */
  readonly calls?: readonly ModuleCall[];
  /** Why nobody knows whether the instance is there, or how often. */
  readonly uncertain?: Unknown;
}
