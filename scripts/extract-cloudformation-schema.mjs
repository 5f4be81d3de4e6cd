// Writes fixtures/schemas/cloudformation.json: the properties of the CloudFormation types that the
// canonical vocabulary uses, taken from the database in @aws-cdk/aws-service-spec.
//
//   node scripts/extract-cloudformation-schema.mjs
//
// A property is {"t": "string|number|integer|boolean|date-time|json|recursive", "enum"?, "required"?},
// {"t": "object", "properties"}, {"t": "array"|"map", "items"} or {"t": "union", "of"}.
// "identifier" is the key in Cloud Control; "ref", where it differs, is what Ref returns.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

const TYPES = [
  "AccessAnalyzer::Analyzer",
  "ApiGateway::*",
  "AmazonMQ::Broker",
  "ApiGatewayV2::Api",
  "ApiGatewayV2::Route",
  "ApiGatewayV2::Stage",
  "AppSync::GraphQLApi",
  "ApplicationAutoScaling::ScalableTarget",
  "Athena::*",
  "AutoScaling::AutoScalingGroup",
  "AutoScaling::LaunchConfiguration",
  "Backup::*",
  "Batch::*",
  "CertificateManager::Certificate",
  "CloudFormation::CustomResource",
  "CloudFormation::Stack",
  "CloudTrail::*",
  "CloudWatch::Alarm",
  "CloudWatch::CompositeAlarm",
  "CodeBuild::*",
  "CodeCommit::Repository",
  "CodePipeline::Pipeline",
  "Cognito::UserPool",
  "Cognito::UserPoolClient",
  "Config::*",
  "DMS::Endpoint",
  "DMS::ReplicationInstance",
  "DirectoryService::MicrosoftAD",
  "DirectoryService::SimpleAD",
  "DataSync::*",
  "DocDB::DBCluster",
  "DynamoDB::*",
  "EC2::EBSEncryptionByDefault",
  "EC2::EIP",
  "EC2::EIPAssociation",
  "EC2::EgressOnlyInternetGateway",
  "EC2::FlowLog",
  "EC2::Instance",
  "EC2::InternetGateway",
  "EC2::LaunchTemplate",
  "EC2::NatGateway",
  "EC2::NetworkAcl",
  "EC2::NetworkAclEntry",
  "EC2::NetworkInterface",
  "EC2::PrefixList",
  "EC2::Route",
  "EC2::RouteTable",
  "EC2::SecurityGroup",
  "EC2::SecurityGroupEgress",
  "EC2::SecurityGroupIngress",
  "EC2::SnapshotBlockPublicAccess",
  "EC2::Subnet",
  "EC2::SubnetNetworkAclAssociation",
  "EC2::SubnetRouteTableAssociation",
  "EC2::TransitGateway*",
  "EC2::VPC",
  "EC2::VPCBlockPublicAccessExclusion",
  "EC2::VPCBlockPublicAccessOptions",
  "EC2::VPCEndpoint",
  "EC2::VPCGatewayAttachment",
  "EC2::VPNGatewayRoutePropagation",
  "EC2::Volume",
  "EC2::VolumeAttachment",
  "ECR::*",
  "ECS::Cluster",
  "ECS::Service",
  "ECS::TaskDefinition",
  "EFS::*",
  "EMR::Cluster",
  "EMR::SecurityConfiguration",
  "ElastiCache::CacheCluster",
  "ElastiCache::ReplicationGroup",
  "ElastiCache::ServerlessCache",
  "ElasticBeanstalk::Environment",
  "ElasticLoadBalancing::LoadBalancer",
  "ElasticLoadBalancingV2::*",
  "Elasticsearch::Domain",
  "Events::*",
  "FSx::FileSystem",
  "Glue::*",
  "GuardDuty::*",
  "HealthLake::*",
  "IAM::*",
  "Inspector2::*",
  "KMS::*",
  "Kinesis::*",
  "KinesisFirehose::DeliveryStream",
  "LakeFormation::*",
  "Lambda::*",
  "Logs::*",
  "Macie::Session",
  "HealthImaging::*",
  "Neptune::DBCluster",
  "NetworkFirewall::*",
  "Omics::*",
  "OpenSearchServerless::*",
  "OpenSearchService::Domain",
  "Organizations::*",
  "Pipes::Pipe",
  "QuickSight::DataSet",
  "QuickSight::DataSource",
  "QuickSight::VPCConnection",
  "RAM::*",
  "RDS::*",
  "Redshift::*",
  "RedshiftServerless::*",
  "Route53Resolver::Firewall*",
  "S3::*",
  "S3Express::*",
  "S3Tables::*",
  "SNS::*",
  "SQS::*",
  "SSO::Assignment",
  "SSO::PermissionSet",
  "SSM::*",
  "SageMaker::Domain",
  "SageMaker::Endpoint",
  "SageMaker::EndpointConfig",
  "SageMaker::Model",
  "SageMaker::ModelPackage",
  "SageMaker::ModelPackageGroup",
  "SageMaker::NotebookInstance",
  "SageMaker::NotebookInstanceLifecycleConfig",
  "SageMaker::Pipeline",
  "SageMaker::UserProfile",
  "Scheduler::*",
  "SecretsManager::*",
  "SecurityHub::*",
  "Signer::*",
  "StepFunctions::*",
  "Transfer::*",
  "VpcLattice::*",
  "WAFRegional::WebACLAssociation",
  "WAFv2::IPSet",
  "WAFv2::LoggingConfiguration",
  "WAFv2::WebACL",
  "WAFv2::WebACLAssociation",
  "XRay::ResourcePolicy",
];

/** Properties that no rule reads and whose shape is endless. */
const LEFT_OUT = { "AWS::WAFv2::WebACL": ["Rules"] };

/** The service specification has a type of its own for the tag of the oldest resources. */
const TAG = {
  t: "object",
  properties: { Key: { t: "string", required: true }, Value: { t: "string", required: true } },
};

const database = loadAwsServiceSpecSync();
const resources = [...database.all("resource")].sort((a, b) =>
  a.cloudFormationType < b.cloudFormationType ? -1 : 1,
);
const wanted = new RegExp(`^AWS::(?:${TYPES.map((type) => type.replace("*", ".*")).join("|")})$`);

const extract = {
  source: { package: "@aws-cdk/aws-service-spec", version: packageVersion() },
  types: Object.fromEntries(
    resources
      .filter(({ cloudFormationType }) => wanted.test(cloudFormationType))
      .map((resource) => [resource.cloudFormationType, describeResource(withoutProperties(resource))]),
  ),
  typeNames: resources.map(({ cloudFormationType }) => cloudFormationType),
};
writeFileSync(
  resolve(import.meta.dirname, "../fixtures/schemas/cloudformation.json"),
  formatExtract(extract),
);

function packageVersion() {
  const manifest = createRequire(import.meta.url).resolve("@aws-cdk/aws-service-spec/package.json");
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

function withoutProperties(resource) {
  const left = LEFT_OUT[resource.cloudFormationType] ?? [];
  const kept = Object.entries(resource.properties).filter(([name]) => !left.includes(name));
  return { ...resource, properties: Object.fromEntries(kept) };
}

function describeResource({ properties, attributes, primaryIdentifier, cfnRefIdentifier }) {
  return {
    properties: describeProperties(properties, []),
    attributes: attributePaths(attributes),
    ...(primaryIdentifier && { identifier: primaryIdentifier }),
    ...(cfnRefIdentifier && { ref: cfnRefIdentifier }),
  };
}

/** What Fn::GetAtt returns; an attribute that is an object is followed by the paths of its members. */
function attributePaths(attributes) {
  const paths = Object.entries(attributes).flatMap(([name, { type }]) => [
    name,
    ...memberNames(type).map((member) => `${name}.${member}`),
  ]);
  return [...new Set(paths)].sort();
}

function memberNames(type) {
  if (type.type !== "ref") return [];
  return Object.keys(database.get("typeDefinition", type.reference.$ref).properties);
}

function describeProperties(properties, parents) {
  const names = Object.keys(properties).sort();
  return Object.fromEntries(
    names.map((name) => {
      const { type, required } = properties[name];
      return [name, { ...describeType(type, parents), ...(required && { required }) }];
    }),
  );
}

/** `parents` are the definitions that are being written: one that returns is recursive. */
function describeType(type, parents) {
  switch (type.type) {
    case "ref":
      return describeDefinition(type.reference.$ref, parents);
    case "tag":
      return TAG;
    case "array":
    case "map":
      return { t: type.type, items: describeType(type.element, parents) };
    case "union":
      return { t: "union", of: type.types.map((member) => describeType(member, parents)) };
    default:
      return { t: type.type, ...(type.allowedValues && { enum: type.allowedValues }) };
  }
}

function describeDefinition(id, parents) {
  if (parents.includes(id)) return { t: "recursive" };
  const { properties } = database.get("typeDefinition", id);
  return { t: "object", properties: describeProperties(properties, [...parents, id]) };
}

/** One type a line: small, and a diff still shows which type changed. */
function formatExtract({ source, types, typeNames }) {
  const lines = Object.entries(types).map(
    ([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`,
  );
  return [
    "{",
    `"source": ${JSON.stringify(source)},`,
    `"types": {\n${lines.join(",\n")}\n},`,
    `"typeNames": [\n${typeNames.map((name) => JSON.stringify(name)).join(",\n")}\n]`,
    "}\n",
  ].join("\n");
}
