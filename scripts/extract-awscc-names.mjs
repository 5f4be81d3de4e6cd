// Writes the name table of Terraform's awscc provider: which canonical type a type is, and which
// property each attribute feeds. Derived from fixtures/schemas/cloudformation.json by the naming
// rule of the provider (internal/naming and internal/provider/generators/shared/codegen in
// hashicorp/terraform-provider-awscc).
//
//   node scripts/extract-awscc-names.mjs OUTPUT
//
// An attribute is "Property" (a scalar, a list or map of scalars), ["Property", "json"] (a string
// that holds JSON), ["Property", "computed"] (set by the service alone), ["Property", {…}] (an
// object, or a list of objects, with these attributes) or ["Property", {"*": {…}}] (a map of such
// objects, whose keys are the user's).
// "identifier" names the properties whose values the attribute `id` joins with "|".

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Types of the extract that the provider, as of 1.96.0, does not have. */
const NOT_IN_PROVIDER = new Set([
  "AWS::AmazonMQ::Broker",
  "AWS::CloudFormation::CustomResource",
  "AWS::CodeBuild::Project",
  "AWS::CodeBuild::ReportGroup",
  "AWS::CodeBuild::SourceCredential",
  "AWS::CodeCommit::Repository",
  "AWS::Cognito::UserPool",
  "AWS::Config::ConfigurationRecorder",
  "AWS::Config::DeliveryChannel",
  "AWS::Config::OrganizationConfigRule",
  "AWS::DMS::ReplicationInstance",
  "AWS::DirectoryService::MicrosoftAD",
  "AWS::DocDB::DBCluster",
  "AWS::EC2::NetworkAclEntry",
  "AWS::EMR::Cluster",
  "AWS::ElasticLoadBalancingV2::ListenerCertificate",
  "AWS::Elasticsearch::Domain",
  "AWS::FSx::FileSystem",
  "AWS::Glue::Classifier",
  "AWS::Glue::Connection",
  "AWS::Glue::ConnectionType",
  "AWS::Glue::CustomEntityType",
  "AWS::Glue::DataQualityRuleset",
  "AWS::Glue::DevEndpoint",
  "AWS::Glue::MLTransform",
  "AWS::Glue::Partition",
  "AWS::Glue::SecurityConfiguration",
  "AWS::Glue::Session",
  "AWS::Glue::Table",
  "AWS::Glue::TableOptimizer",
  "AWS::Glue::UsageProfile",
  "AWS::GuardDuty::CustomDetectionRuleAssociation",
  "AWS::IAM::AccessKey",
  "AWS::IAM::Policy",
  "AWS::IAM::UserToGroupAddition",
  "AWS::Kinesis::Channel",
  "AWS::LakeFormation::DataLakeSettings",
  "AWS::LakeFormation::Permissions",
  "AWS::LakeFormation::Resource",
  "AWS::Lambda::ResourcePolicy",
  "AWS::Logs::StorageTierPolicy",
  "AWS::Logs::Transformer",
  "AWS::NetworkFirewall::ContainerAssociation",
  "AWS::Omics::RunCache",
  "AWS::OpenSearchServerless::Index",
  "AWS::RDS::ClusterSnapshot",
  "AWS::RDS::DBSecurityGroup",
  "AWS::RDS::DBSecurityGroupIngress",
  "AWS::RDS::DBSnapshot",
  "AWS::Redshift::ClusterSecurityGroup",
  "AWS::Redshift::ClusterSecurityGroupIngress",
  "AWS::Redshift::QEV2IdcApplication",
  "AWS::Redshift::Snapshot",
  "AWS::Redshift::SnapshotCopyGrant",
  "AWS::Redshift::UsageLimit",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::SSM::CloudConnector",
  "AWS::SageMaker::EndpointConfig",
  "AWS::SageMaker::NotebookInstance",
  "AWS::SageMaker::NotebookInstanceLifecycleConfig",
  "AWS::SecurityHub::AutomationRule",
  "AWS::Transfer::HostKey",
  "AWS::Transfer::User",
  "AWS::VpcLattice::DomainVerification",
  "AWS::VpcLattice::TargetGroup",
  "AWS::WAFRegional::WebACLAssociation",
]);

/**
 * Properties that are a string of JSON in awscc although the extract gives them another shape: the
 * service specification describes an object that has no properties in the schema that the provider
 * is made from, or a document that CloudFormation too takes as text.
 */
const JSON_TEXT = {
  "AWS::LakeFormation::PrincipalPermissions": [["Resource", "Catalog"]],
  "AWS::SageMaker::Pipeline": [["PipelineDefinition", "PipelineDefinitionBody"]],
  "AWS::StepFunctions::StateMachine": [["DefinitionString"]],
};

/** Words that the provider treats as one, whatever their capitals say. */
const WORDS = {
  CloudFormation: "Cloudformation",
  CloudFront: "Cloudfront",
  CloudWatch: "Cloudwatch",
  CNAMEs: "Cnames",
  FSx: "Fsx",
  OTel: "Otel",
};

const output = process.argv[2];
if (output === undefined) {
  console.error("usage: node scripts/extract-awscc-names.mjs OUTPUT");
  process.exit(2);
}

const extract = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../fixtures/schemas/cloudformation.json"), "utf8"),
);
const table = Object.entries(extract.types)
  .filter(([type]) => !NOT_IN_PROVIDER.has(type))
  .map(([type, shape]) => [terraformType(type), describeType(type, shape)])
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(output, formatTable(table));

function terraformType(type) {
  const [, service, resource] = type.split("::");
  return `awscc_${service.toLowerCase()}_${snakeCase(resource)}`;
}

function describeType(type, { properties, attributes, identifier }) {
  const names = describeProperties(properties);
  for (const path of JSON_TEXT[type] ?? []) asJson(names, path);
  for (const attribute of attributes) addReadOnly(names, attribute.split("."));
  return {
    type,
    ...(identifier && { identifier }),
    properties: Object.fromEntries(
      Object.entries(names).map(([name, target]) => [topLevelName(type, name), target]),
    ),
  };
}

/** `id` and `provider` mean something to Terraform itself, so a property of that name moves. */
function topLevelName(type, name) {
  if (name === "id") return `${snakeCase(type.split("::")[2])}_id`;
  if (name === "provider") return "provider_name";
  return name;
}

function describeProperties(properties) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [snakeCase(name), describeProperty(name, shape)]),
  );
}

function describeProperty(name, shape) {
  const nested = nestedOf(shape);
  return nested === undefined ? name : [name, nested];
}

function nestedOf(shape) {
  switch (shape.t) {
    case "json":
      return "json";
    case "union":
      // where CloudFormation takes JSON or something else, the provider takes a string of JSON
      return shape.of.some(({ t }) => t === "json") ? "json" : undefined;
    case "object":
      return describeProperties(shape.properties);
    case "array":
      return nestedOf(shape.items);
    case "map": {
      const nested = nestedOf(shape.items);
      return typeof nested === "object" ? { "*": nested } : nested;
    }
    default:
      return undefined;
  }
}

function asJson(names, [name, ...rest]) {
  const key = snakeCase(name);
  if (rest.length === 0) names[key] = [name, "json"];
  else asJson(names[key][1], rest);
}

/** CloudFormation lists what only GetAtt returns by dotted path; a parent that is not there is an object. */
function addReadOnly(names, [name, ...rest]) {
  const key = snakeCase(name);
  if (rest.length === 0) {
    names[key] ??= [name, "computed"];
    return;
  }
  if (typeof names[key]?.[1] !== "object") names[key] = [name, {}];
  addReadOnly(names[key][1], rest);
}

function snakeCase(name) {
  let words = name;
  for (const [word, joined] of Object.entries(WORDS)) words = words.replaceAll(word, joined);
  return words
    .replace(/([a-z])(?=[A-Z0-9])/g, "$1_") // Ipv6 is ipv_6, RoleArn is role_arn
    .replace(/([0-9])(?=[A-Za-z])/g, "$1_") // S3Bucket is s3_bucket
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_") // KMSKey is kms_key
    .replace(/[^A-Za-z0-9]/g, "_")
    .toLowerCase();
}

function formatTable(table) {
  const lines = table.map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
