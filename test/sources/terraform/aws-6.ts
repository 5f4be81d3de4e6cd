import type { Level } from "./provider-schema.ts";

/**
 * What version 6 of hashicorp/aws has and version 5, which the extract is of, does not: from the provider's own upgrade
 * guide and documentation.
 */
export const AWS_6: Readonly<Record<string, Level>> = {
  aws_batch_compute_environment: { attributes: { name: { type: "string", optional: true, computed: true } } },
  aws_cloudformation_stack_set_instance: {
    attributes: { stack_set_instance_region: { type: "string", optional: true, computed: true } },
  },
  aws_quicksight_ip_restriction: {
    attributes: {
      aws_account_id: { type: "string", optional: true, computed: true },
      enabled: { type: "bool", required: true },
      ip_restriction_rule_map: { type: ["map", "string"], optional: true },
      vpc_endpoint_id_restriction_rule_map: { type: ["map", "string"], optional: true },
      vpc_id_restriction_rule_map: { type: ["map", "string"], optional: true },
    },
  },
  aws_quicksight_key_registration: {
    attributes: { aws_account_id: { type: "string", optional: true, computed: true } },
    blocks: {
      key_registration: {
        nesting: "set",
        attributes: {
          default_key: { type: "bool", optional: true },
          key_arn: { type: "string", required: true },
        },
      },
    },
  },
};
