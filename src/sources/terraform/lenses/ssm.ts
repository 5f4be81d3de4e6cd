import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const ssmLenses: readonly Lens[] = [
  {
    type: "aws_ssm_parameter",
    canonical: "AWS::SSM::Parameter",
    properties: {
      AllowedPattern: "allowed_pattern",
      DataType: "data_type",
      Description: "description",
      Name: "name",
      Tags: TAGS,
      // CloudFormation makes no parameters that are encrypted, so it has no name for their key
      Terraform: { object: { key_id: { attribute: "key_id" } } },
      Tier: "tier",
      Type: "type",
      Value: { first: ["value", "insecure_value", "value_wo"] },
    },
  },
  {
    type: "aws_ssm_document",
    canonical: "AWS::SSM::Document",
    properties: {
      Content: "content",
      DocumentFormat: { attribute: "document_format", unset: "JSON" },
      DocumentType: "document_type",
      Name: "name",
      Tags: TAGS,
      TargetType: "target_type",
      // CloudFormation does not share documents
      Terraform: { object: { permissions: "permissions" } },
      VersionName: "version_name",
    },
  },
];
