import type { Diagnostic } from "../../model/diagnostic.ts";
import { awsccLens } from "./awscc-lens.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/**
 * The type whose lens reads the resource. People copy `aws_omics_*`, which no provider has; it is read as the
 * `awscc_omics_*` that they mean, and a diagnostic says so.
 */
export function realType(resource: TerraformResource, diagnostics: Diagnostic[]): string {
  if (!resource.type.startsWith("aws_omics_")) return resource.type;
  const real = `awscc_${resource.type.slice("aws_".length)}`;
  const named = awsccLens(real) === undefined ? "the awscc_omics_* types" : real;
  diagnostics.push({
    code: "terraform-no-such-type",
    level: "error",
    message: `${resource.address}: no provider has the type ${resource.type}; AWS HealthOmics is ${named} in Terraform`,
    ...(resource.location === undefined ? {} : { location: resource.location }),
  });
  return real;
}
