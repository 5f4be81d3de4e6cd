import type { Marks } from "./marks.ts";

/** One instance of a resource or data source, as both forms of a state have it in common. */
export interface StateInstance {
  /** Whole: `module.clinic["north"].aws_s3_bucket.reports[0]`. */
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** `aws.west`, with the address of the module before it when the module has its own: `module.a:aws`. */
  readonly provider: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly marks: Marks;
  /** Its creation failed half-way, or somebody marked it: Terraform replaces it. */
  readonly tainted: boolean;
  /** The key of an object that another one has taken the place of, and that is not destroyed yet. */
  readonly deposed: string | undefined;
  /** Where it stands in a raw state: the numbers of the resource and of the instance. */
  readonly position?: readonly [resource: number, instance: number];
}
