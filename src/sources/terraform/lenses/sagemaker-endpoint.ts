import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const VARIANT: Feeds = {
  AcceleratorType: "accelerator_type",
  ContainerStartupHealthCheckTimeoutInSeconds: "container_startup_health_check_timeout_in_seconds",
  EnableSSMAccess: "enable_ssm_access",
  InferenceAmiVersion: "inference_ami_version",
  InitialInstanceCount: "initial_instance_count",
  InitialVariantWeight: "initial_variant_weight",
  InstanceType: "instance_type",
  ModelDataDownloadTimeoutInSeconds: "model_data_download_timeout_in_seconds",
  ModelName: "model_name",
  ServerlessConfig: {
    block: "serverless_config",
    properties: {
      MaxConcurrency: "max_concurrency",
      MemorySizeInMB: "memory_size_in_mb",
      ProvisionedConcurrency: "provisioned_concurrency",
    },
  },
  VariantName: "variant_name",
  VolumeSizeInGB: "volume_size_in_gb",
};

/** Where models answer: endpoints and their configurations. */
export const endpointLenses: readonly Lens[] = [
  {
    type: "aws_sagemaker_endpoint_configuration",
    canonical: "AWS::SageMaker::EndpointConfig",
    properties: {
      AsyncInferenceConfig: {
        block: "async_inference_config",
        properties: {
          OutputConfig: {
            block: "output_config",
            properties: {
              KmsKeyId: "kms_key_id",
              NotificationConfig: {
                block: "notification_config",
                properties: {
                  ErrorTopic: "error_topic",
                  IncludeInferenceResponseIn: "include_inference_response_in",
                  SuccessTopic: "success_topic",
                },
              },
              S3FailurePath: "s3_failure_path",
              S3OutputPath: "s3_output_path",
            },
          },
        },
      },
      DataCaptureConfig: {
        block: "data_capture_config",
        properties: {
          CaptureOptions: { blocks: "capture_options", properties: { CaptureMode: "capture_mode" } },
          DestinationS3Uri: "destination_s3_uri",
          EnableCapture: "enable_capture",
          InitialSamplingPercentage: "initial_sampling_percentage",
          KmsKeyId: "kms_key_id",
        },
      },
      EndpointConfigArn: { attribute: "arn", computed: true },
      EndpointConfigName: "name",
      KmsKeyId: "kms_key_arn",
      ProductionVariants: { blocks: "production_variants", properties: VARIANT },
      ShadowProductionVariants: { blocks: "shadow_production_variants", properties: VARIANT },
      Tags: TAGS,
    },
  },
  {
    type: "aws_sagemaker_endpoint",
    canonical: "AWS::SageMaker::Endpoint",
    properties: {
      EndpointArn: { attribute: "arn", computed: true },
      EndpointConfigName: "endpoint_config_name",
      EndpointName: "name",
      Tags: TAGS,
    },
  },
];
