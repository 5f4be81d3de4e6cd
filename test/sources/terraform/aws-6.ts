import type { Level } from "./provider-schema.ts";

/**
 * What version 6 of hashicorp/aws has and version 5, which the extract is of, does not: from the provider's own upgrade
 * guide.
 */
export const AWS_6: Readonly<Record<string, Level>> = {
  aws_batch_compute_environment: { attributes: { name: { type: "string", optional: true, computed: true } } },
};
