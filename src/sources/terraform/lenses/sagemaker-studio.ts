import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const SPACE_SETTINGS: Feeds = { ExecutionRole: "execution_role", SecurityGroups: "security_groups" };

const USER_SETTINGS: Feeds = {
  ...SPACE_SETTINGS,
  AutoMountHomeEFS: "auto_mount_home_efs",
  DefaultLandingUri: "default_landing_uri",
  SharingSettings: {
    block: "sharing_settings",
    properties: {
      NotebookOutputOption: "notebook_output_option",
      S3KmsKeyId: "s3_kms_key_id",
      S3OutputPath: "s3_output_path",
    },
  },
  StudioWebPortal: "studio_web_portal",
};

/** Where people work: notebooks, Studio domains and their users. */
export const studioLenses: readonly Lens[] = [
  {
    type: "aws_sagemaker_notebook_instance",
    canonical: "AWS::SageMaker::NotebookInstance",
    properties: {
      AcceleratorTypes: "accelerator_types",
      AdditionalCodeRepositories: "additional_code_repositories",
      DefaultCodeRepository: "default_code_repository",
      DirectInternetAccess: "direct_internet_access",
      InstanceMetadataServiceConfiguration: {
        block: "instance_metadata_service_configuration",
        properties: { MinimumInstanceMetadataServiceVersion: "minimum_instance_metadata_service_version" },
      },
      InstanceType: "instance_type",
      KmsKeyId: "kms_key_id",
      LifecycleConfigName: "lifecycle_config_name",
      NotebookInstanceArn: { attribute: "arn", computed: true },
      NotebookInstanceName: "name",
      // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
      PlatformIdentifier: { attribute: "platform_identifier", unset: "notebook-al2023-v1" },
      RoleArn: "role_arn",
      RootAccess: "root_access",
      SecurityGroupIds: "security_groups",
      SubnetId: "subnet_id",
      Tags: TAGS,
      VolumeSizeInGB: "volume_size",
    },
  },
  {
    type: "aws_sagemaker_notebook_instance_lifecycle_configuration",
    canonical: "AWS::SageMaker::NotebookInstanceLifecycleConfig",
    properties: {
      NotebookInstanceLifecycleConfigArn: { attribute: "arn", computed: true },
      NotebookInstanceLifecycleConfigName: "name",
      OnCreate: { object: { Content: "on_create" }, inList: true },
      OnStart: { object: { Content: "on_start" }, inList: true },
      Tags: TAGS,
    },
  },
  {
    type: "aws_sagemaker_domain",
    canonical: "AWS::SageMaker::Domain",
    identifiers: ["id", "arn"],
    name: "domain_name",
    properties: {
      AppNetworkAccessType: "app_network_access_type",
      AppSecurityGroupManagement: "app_security_group_management",
      AuthMode: "auth_mode",
      DefaultSpaceSettings: { block: "default_space_settings", properties: SPACE_SETTINGS },
      DefaultUserSettings: { block: "default_user_settings", properties: USER_SETTINGS },
      DomainArn: { attribute: "arn", computed: true },
      DomainName: "domain_name",
      DomainSettings: {
        block: "domain_settings",
        properties: {
          DockerSettings: {
            block: "docker_settings",
            properties: {
              EnableDockerAccess: "enable_docker_access",
              VpcOnlyTrustedAccounts: "vpc_only_trusted_accounts",
            },
          },
          ExecutionRoleIdentityConfig: "execution_role_identity_config",
          SecurityGroupIds: "security_group_ids",
        },
      },
      HomeEfsFileSystemId: { attribute: "home_efs_file_system_id", computed: true },
      KmsKeyId: "kms_key_id",
      SubnetIds: "subnet_ids",
      TagPropagation: "tag_propagation",
      Tags: TAGS,
      VpcId: "vpc_id",
    },
  },
  {
    type: "aws_sagemaker_user_profile",
    canonical: "AWS::SageMaker::UserProfile",
    identifiers: ["id", "arn"],
    name: "user_profile_name",
    properties: {
      DomainId: "domain_id",
      SingleSignOnUserIdentifier: "single_sign_on_user_identifier",
      SingleSignOnUserValue: "single_sign_on_user_value",
      Tags: TAGS,
      UserProfileArn: { attribute: "arn", computed: true },
      UserProfileName: "user_profile_name",
      UserSettings: { block: "user_settings", properties: USER_SETTINGS },
    },
  },
];
