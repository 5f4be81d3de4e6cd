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

/** What marks a resource as having a role, unless genoscan.yaml says otherwise. `genoscan explain` shows it. */
export const DEFAULT_ROLES = {
  report: { ...NONE, types: ["AWS::S3::Bucket"], words: ["report"] },
  ledger: {
    ...NONE,
    types: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    words: ["consent", "ledger"],
  },
  intake: { ...NONE, types: ["AWS::S3::Bucket"], words: ["intake", "landing", "upload", "ingest"] },
  log: { ...NONE, types: ["AWS::S3::Bucket"], words: ["log", "audit"] },
  clinic: {
    ...NONE,
    types: ["AWS::Organizations::Account", "AWS::Organizations::OrganizationalUnit"],
    words: ["clinic"],
  },
  // compute of a genomics site works on PHI unless somebody says that it does not
  "phi-compute": {
    ...NONE,
    types: [
      "AWS::Batch::ComputeEnvironment",
      "AWS::EC2::Instance",
      "AWS::ECS::Service",
      "AWS::Lambda::Function",
      "AWS::Omics::Configuration",
      "AWS::SageMaker::Domain",
      "AWS::SageMaker::Model",
      "AWS::SageMaker::NotebookInstance",
      "AWS::SageMaker::Pipeline",
    ],
    exceptTags: ["phi=false", "dataClass=public", "data-class=public"],
    byDefault: true,
  },
} satisfies Record<string, RolePattern>;

export const ROLE_WITHOUT_DEFAULTS = NONE;
