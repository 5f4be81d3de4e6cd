import type { Link } from "./link.ts";

const API = ["AWS::ApiGateway::RestApi"];
const FUNCTION = ["AWS::Lambda::Function"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const LOG_GROUP = ["AWS::Logs::LogGroup"];
const QUEUE = ["AWS::SQS::Queue"];
const TOPIC = ["AWS::SNS::Topic"];

export const integrationLinks: readonly Link[] = [
  { type: "AWS::ApiGateway::Stage", at: "/RestApiId", to: API },
  { type: "AWS::ApiGatewayV2::Stage", at: "/ApiId", to: ["AWS::ApiGatewayV2::Api"] },
  { type: "AWS::DataSync::Task", at: "/CloudWatchLogGroupArn", to: LOG_GROUP },
  { type: "AWS::Lambda::EventInvokeConfig", at: "/FunctionName", to: FUNCTION },
  { type: "AWS::Lambda::Function", at: "/CodeSigningConfigArn", to: ["AWS::Lambda::CodeSigningConfig"] },
  { type: "AWS::Lambda::Function", at: "/LoggingConfig/LogGroup", to: LOG_GROUP },
  { type: "AWS::SNS::Topic", at: "/KmsMasterKeyId", to: KEY },
  { type: "AWS::SNS::TopicPolicy", at: "/Topics/*", to: TOPIC },
  { type: "AWS::SQS::Queue", at: "/KmsMasterKeyId", to: KEY },
  { type: "AWS::SQS::QueuePolicy", at: "/Queues/*", to: QUEUE },
  { type: "AWS::SSM::Parameter", at: "/Terraform/key_id", to: KEY },
  { type: "AWS::StepFunctions::StateMachine", at: "/EncryptionConfiguration/KmsKeyId", to: KEY },
  { type: "AWS::StepFunctions::StateMachine", at: "/RoleArn", to: ["AWS::IAM::Role"] },
];
