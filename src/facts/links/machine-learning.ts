import type { Link } from "./link.ts";

const BUCKET = ["AWS::S3::Bucket"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const PACKAGE = ["AWS::SageMaker::ModelPackage"];
const ROLE = ["AWS::IAM::Role"];
const SECURITY_GROUP = ["AWS::EC2::SecurityGroup"];
const SUBNET = ["AWS::EC2::Subnet"];

const DEFINITION = "/PipelineDefinition/PipelineDefinitionBody";

export const machineLearningLinks: readonly Link[] = [
  { type: "AWS::SageMaker::Model", at: "/PrimaryContainer/ModelPackageName", to: PACKAGE },
  { type: "AWS::SageMaker::Model", at: "/Containers/*/ModelPackageName", to: PACKAGE },
  { type: "AWS::SageMaker::Model", at: "/ExecutionRoleArn", to: ROLE },
  { type: "AWS::SageMaker::Model", at: "/VpcConfig/Subnets/*", to: SUBNET },
  { type: "AWS::SageMaker::Model", at: "/VpcConfig/SecurityGroupIds/*", to: SECURITY_GROUP },
  {
    type: "AWS::SageMaker::ModelPackage",
    at: "/ModelPackageGroupName",
    to: ["AWS::SageMaker::ModelPackageGroup"],
  },
  { type: "AWS::SageMaker::Pipeline", at: "/RoleArn", to: ROLE },
  {
    type: "AWS::SageMaker::Pipeline",
    at: "/PipelineDefinition/PipelineDefinitionS3Location/Bucket",
    to: BUCKET,
  },
  { type: "AWS::SageMaker::Pipeline", at: `${DEFINITION}/**/VolumeKmsKeyId`, to: KEY },
  { type: "AWS::SageMaker::Pipeline", at: `${DEFINITION}/**/KmsKeyId`, to: KEY },
  { type: "AWS::SageMaker::NotebookInstance", at: "/KmsKeyId", to: KEY },
  { type: "AWS::SageMaker::NotebookInstance", at: "/RoleArn", to: ROLE },
  { type: "AWS::SageMaker::NotebookInstance", at: "/SubnetId", to: SUBNET },
  { type: "AWS::SageMaker::NotebookInstance", at: "/SecurityGroupIds/*", to: SECURITY_GROUP },
  { type: "AWS::SageMaker::Domain", at: "/KmsKeyId", to: KEY },
  { type: "AWS::SageMaker::Domain", at: "/VpcId", to: ["AWS::EC2::VPC"] },
  { type: "AWS::SageMaker::Domain", at: "/SubnetIds/*", to: SUBNET },
  { type: "AWS::SageMaker::Domain", at: "/DefaultUserSettings/ExecutionRole", to: ROLE },
  { type: "AWS::SageMaker::Domain", at: "/DefaultUserSettings/SecurityGroups/*", to: SECURITY_GROUP },
  { type: "AWS::SageMaker::UserProfile", at: "/DomainId", to: ["AWS::SageMaker::Domain"] },
  { type: "AWS::SageMaker::Endpoint", at: "/EndpointConfigName", to: ["AWS::SageMaker::EndpointConfig"] },
  { type: "AWS::SageMaker::EndpointConfig", at: "/KmsKeyId", to: KEY },
  {
    type: "AWS::SageMaker::EndpointConfig",
    at: "/ProductionVariants/*/ModelName",
    to: ["AWS::SageMaker::Model"],
  },
];
