import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const signerLenses: readonly Lens[] = [
  {
    type: "aws_signer_signing_profile",
    canonical: "AWS::Signer::SigningProfile",
    identifiers: ["id", "arn", "name", "version_arn"],
    properties: {
      PlatformId: "platform_id",
      ProfileName: "name",
      SignatureValidityPeriod: {
        block: "signature_validity_period",
        properties: { Type: "type", Value: "value" },
      },
      Tags: TAGS,
    },
  },
  {
    type: "aws_lambda_code_signing_config",
    canonical: "AWS::Lambda::CodeSigningConfig",
    identifiers: ["id", "arn", "config_id"],
    properties: {
      AllowedPublishers: {
        block: "allowed_publishers",
        properties: { SigningProfileVersionArns: "signing_profile_version_arns" },
      },
      // Lambda warns unless it is told to refuse
      CodeSigningPolicies: {
        block: "policies",
        properties: { UntrustedArtifactOnDeployment: "untrusted_artifact_on_deployment" },
      },
      Description: "description",
      Tags: TAGS,
    },
  },
];
