import type { RolePattern } from "../model/settings.ts";

const NONE: RolePattern = {
  types: [],
  words: [],
  tags: [],
  exceptTags: [],
  addresses: [],
  exceptAddresses: [],
  byDefault: false,
};

/** An account, and what is in it: either may be named after what it is for. */
const AZURE_STORAGE = [
  "Microsoft.Storage/storageAccounts",
  "Microsoft.Storage/storageAccounts/blobServices/containers",
];

/** What marks a resource as having a role, unless genoscan.yaml says otherwise. `genoscan explain` shows it. */
export const DEFAULT_ROLES = {
  // buckets and containers that hold reports, and functions that make them
  report: {
    ...NONE,
    types: ["AWS::S3::Bucket", "AWS::Lambda::Function", ...AZURE_STORAGE],
    words: ["report"],
  },
  ledger: {
    ...NONE,
    types: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    words: ["consent", "ledger"],
  },
  intake: {
    ...NONE,
    types: ["AWS::S3::Bucket", ...AZURE_STORAGE],
    words: ["intake", "landing", "upload", "ingest"],
  },
  log: { ...NONE, types: ["AWS::S3::Bucket", ...AZURE_STORAGE], words: ["log", "audit", "flowlog"] },
  // keys whose name says that they sign: an HMAC key of that name is a mistake
  signing: { ...NONE, types: ["AWS::KMS::Key"], words: ["digest", "sign", "signing", "signature", "signer"] },
  // the definitions of HealthOmics workflows
  definition: { ...NONE, types: ["AWS::S3::Bucket"], words: ["definition"] },
  // interfaces to the systems of a hospital
  fhir: { ...NONE, types: ["AWS::ApiGateway::RestApi"], words: ["fhir", "epic", "ehr", "hl7"] },
  // parameters whose name says that they hold a secret
  secret: {
    ...NONE,
    types: ["AWS::SSM::Parameter"],
    words: ["password", "passwd", "secret", "token", "credential", "apikey"],
  },
  // identities for emergencies, and the policies that are theirs
  "break-glass": {
    ...NONE,
    types: [
      "AWS::IAM::Group",
      "AWS::IAM::GroupPolicy",
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::Policy",
      "AWS::IAM::Role",
      "AWS::IAM::RolePolicy",
      "AWS::IAM::User",
      "AWS::IAM::UserPolicy",
      "AWS::SSO::PermissionSet",
    ],
    words: ["breakglass", "glass", "emergency"],
  },
  clinic: {
    ...NONE,
    types: [
      "AWS::Organizations::Account",
      "AWS::Organizations::OrganizationalUnit",
      "Microsoft.Management/managementGroups",
      "Microsoft.Resources/resourceGroups",
      "Microsoft.Subscription/aliases",
    ],
    words: ["clinic"],
  },
  // compute of a genomics site works on PHI unless somebody says that it does not
  "phi-compute": {
    ...NONE,
    types: [
      "AWS::Batch::ComputeEnvironment",
      "AWS::Batch::JobDefinition",
      "AWS::EC2::Instance",
      "AWS::EC2::LaunchTemplate",
      "AWS::ECS::Service",
      "AWS::Lambda::Function",
      "AWS::Omics::Configuration",
      "AWS::SageMaker::Domain",
      "AWS::SageMaker::Model",
      "AWS::SageMaker::NotebookInstance",
      "AWS::SageMaker::Pipeline",
      "Microsoft.Batch/batchAccounts",
      "Microsoft.Batch/batchAccounts/pools",
      "Microsoft.Compute/virtualMachineScaleSets",
      "Microsoft.Compute/virtualMachines",
      "Microsoft.ContainerService/managedClusters",
      "Microsoft.MachineLearningServices/workspaces/computes",
      "Microsoft.RedHatOpenShift/openShiftClusters",
      "Microsoft.Synapse/workspaces",
      "Microsoft.Synapse/workspaces/bigDataPools",
      "Microsoft.Synapse/workspaces/sqlPools",
      "apps.openshift.io/DeploymentConfig",
      "apps/DaemonSet",
      "apps/Deployment",
      "apps/ReplicaSet",
      "apps/StatefulSet",
      "batch/CronJob",
      "batch/Job",
      "core/Pod",
      "core/ReplicationController",
    ],
    exceptTags: ["phi=false", "dataClass=public", "data-class=public"],
    byDefault: true,
  },
} satisfies Record<string, RolePattern>;

export const ROLE_WITHOUT_DEFAULTS = NONE;
