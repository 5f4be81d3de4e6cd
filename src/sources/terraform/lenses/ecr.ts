import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const REPOSITORIES = ["aws_ecr_repository", "awscc_ecr_repository"];

export const ecrLenses: readonly Lens[] = [
  {
    type: "aws_ecr_repository",
    canonical: "AWS::ECR::Repository",
    identifiers: ["id", "arn", "name", "repository_url"],
    properties: {
      EmptyOnDelete: { attribute: "force_delete", unset: false },
      EncryptionConfiguration: {
        block: "encryption_configuration",
        properties: {
          EncryptionType: { attribute: "encryption_type", unset: "AES256" },
          KmsKey: "kms_key",
        },
      },
      ImageScanningConfiguration: {
        block: "image_scanning_configuration",
        properties: { ScanOnPush: "scan_on_push" },
      },
      ImageTagMutability: { attribute: "image_tag_mutability", unset: "MUTABLE" },
      RepositoryName: "name",
      RepositoryUri: { attribute: "repository_url", computed: true },
      Tags: TAGS,
    },
  },
  {
    type: "aws_ecr_repository_policy",
    canonical: "AWS::ECR::Repository",
    fold: { into: REPOSITORIES, by: "repository" },
    properties: { RepositoryPolicyText: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_ecr_lifecycle_policy",
    canonical: "AWS::ECR::Repository",
    fold: { into: REPOSITORIES, by: "repository" },
    // CloudFormation takes the text of this one as it is
    properties: { LifecyclePolicy: { object: { LifecyclePolicyText: "policy" } } },
  },
  {
    type: "aws_ecr_registry_policy",
    canonical: "AWS::ECR::RegistryPolicy",
    identifiers: [],
    properties: { PolicyText: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_ecr_registry_scanning_configuration",
    canonical: "AWS::ECR::RegistryScanningConfiguration",
    identifiers: [],
    properties: {
      Rules: {
        blocks: "rule",
        properties: {
          RepositoryFilters: {
            blocks: "repository_filter",
            properties: { Filter: "filter", FilterType: "filter_type" },
          },
          ScanFrequency: "scan_frequency",
        },
      },
      ScanType: "scan_type",
    },
  },
  {
    type: "aws_ecr_replication_configuration",
    canonical: "AWS::ECR::ReplicationConfiguration",
    identifiers: [],
    properties: {
      ReplicationConfiguration: {
        block: "replication_configuration",
        properties: {
          Rules: {
            blocks: "rule",
            properties: {
              Destinations: {
                blocks: "destination",
                properties: { Region: "region", RegistryId: "registry_id" },
              },
              RepositoryFilters: {
                blocks: "repository_filter",
                properties: { Filter: "filter", FilterType: "filter_type" },
              },
            },
          },
        },
      },
    },
  },
];
