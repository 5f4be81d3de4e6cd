import type { Feeds, Lens } from "../lens.ts";
import { endpointLenses } from "./sagemaker-endpoint.ts";
import { studioLenses } from "./sagemaker-studio.ts";
import { TAGS } from "./tags.ts";

const CONTAINER: Feeds = {
  ContainerHostname: "container_hostname",
  Environment: "environment",
  Image: "image",
  ImageConfig: {
    block: "image_config",
    properties: {
      RepositoryAccessMode: "repository_access_mode",
      RepositoryAuthConfig: {
        block: "repository_auth_config",
        properties: { RepositoryCredentialsProviderArn: "repository_credentials_provider_arn" },
      },
    },
  },
  InferenceSpecificationName: "inference_specification_name",
  Mode: "mode",
  ModelDataSource: {
    block: "model_data_source",
    properties: {
      S3DataSource: {
        block: "s3_data_source",
        properties: {
          CompressionType: "compression_type",
          ModelAccessConfig: { block: "model_access_config", properties: { AcceptEula: "accept_eula" } },
          S3DataType: "s3_data_type",
          S3Uri: "s3_uri",
        },
      },
    },
  },
  ModelDataUrl: "model_data_url",
  ModelPackageName: "model_package_name",
  MultiModelConfig: { block: "multi_model_config", properties: { ModelCacheSetting: "model_cache_setting" } },
};

export const machineLearningLenses: readonly Lens[] = [
  {
    type: "aws_sagemaker_model",
    canonical: "AWS::SageMaker::Model",
    properties: {
      Containers: { blocks: "container", properties: CONTAINER },
      EnableNetworkIsolation: "enable_network_isolation",
      ExecutionRoleArn: "execution_role_arn",
      InferenceExecutionConfig: { block: "inference_execution_config", properties: { Mode: "mode" } },
      ModelArn: { attribute: "arn", computed: true },
      ModelName: "name",
      PrimaryContainer: { block: "primary_container", properties: CONTAINER },
      Tags: TAGS,
      VpcConfig: {
        block: "vpc_config",
        properties: { SecurityGroupIds: "security_group_ids", Subnets: "subnets" },
      },
    },
  },
  {
    type: "aws_sagemaker_model_package_group",
    canonical: "AWS::SageMaker::ModelPackageGroup",
    identifiers: ["id", "arn", "model_package_group_name"],
    name: "model_package_group_name",
    properties: {
      ModelPackageGroupArn: { attribute: "arn", computed: true },
      ModelPackageGroupDescription: "model_package_group_description",
      ModelPackageGroupName: "model_package_group_name",
      Tags: TAGS,
    },
  },
  {
    type: "aws_sagemaker_model_package_group_policy",
    canonical: "AWS::SageMaker::ModelPackageGroup",
    fold: {
      into: ["aws_sagemaker_model_package_group", "awscc_sagemaker_model_package_group"],
      by: "model_package_group_name",
    },
    properties: { ModelPackageGroupPolicy: { attribute: "resource_policy", as: "json" } },
  },
  {
    type: "aws_sagemaker_pipeline",
    canonical: "AWS::SageMaker::Pipeline",
    identifiers: ["id", "arn", "pipeline_name"],
    name: "pipeline_name",
    properties: {
      ParallelismConfiguration: {
        block: "parallelism_configuration",
        properties: { MaxParallelExecutionSteps: "max_parallel_execution_steps" },
      },
      PipelineDefinition: {
        object: {
          PipelineDefinitionBody: { attribute: "pipeline_definition", as: "json" },
          PipelineDefinitionS3Location: {
            block: "pipeline_definition_s3_location",
            properties: { Bucket: "bucket", Key: "object_key", Version: "version_id" },
          },
        },
      },
      PipelineDescription: "pipeline_description",
      PipelineDisplayName: "pipeline_display_name",
      PipelineName: "pipeline_name",
      RoleArn: "role_arn",
      Tags: TAGS,
    },
  },
  ...studioLenses,
  ...endpointLenses,
];
