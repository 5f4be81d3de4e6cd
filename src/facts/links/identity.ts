import type { Link } from "./link.ts";

const TABLE = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const ROLE = ["AWS::IAM::Role"];
const USER = ["AWS::IAM::User"];
const GROUP = ["AWS::IAM::Group"];
const POLICY = ["AWS::IAM::ManagedPolicy"];
const UNIT = ["AWS::Organizations::OrganizationalUnit"];
const PARENT = [...UNIT, "AWS::Organizations::Organization"];
const LAKE_SETTINGS = "AWS::LakeFormation::DataLakeSettings";
const LAKE_ADMINS = "/Admins/*/DataLakePrincipalIdentifier";

export const identityLinks: readonly Link[] = [
  { type: "AWS::IAM::Role", at: "/ManagedPolicyArns/*", to: POLICY },
  { type: "AWS::IAM::Role", at: "/PermissionsBoundary", to: POLICY },
  { type: "AWS::IAM::User", at: "/ManagedPolicyArns/*", to: POLICY },
  { type: "AWS::IAM::User", at: "/PermissionsBoundary", to: POLICY },
  { type: "AWS::IAM::User", at: "/Groups/*", to: GROUP },
  { type: "AWS::IAM::Group", at: "/ManagedPolicyArns/*", to: POLICY },
  { type: "AWS::IAM::RolePolicy", at: "/RoleName", to: ROLE },
  { type: "AWS::IAM::UserPolicy", at: "/UserName", to: USER },
  { type: "AWS::IAM::GroupPolicy", at: "/GroupName", to: GROUP },
  { type: "AWS::IAM::UserToGroupAddition", at: "/GroupName", to: GROUP },
  { type: "AWS::IAM::UserToGroupAddition", at: "/Users/*", to: USER },
  { type: "AWS::IAM::InstanceProfile", at: "/Roles/*", to: ROLE },
  { type: "AWS::IAM::AccessKey", at: "/UserName", to: USER },
  ...["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"].flatMap((type) => [
    { type, at: "/Roles/*", to: ROLE },
    { type, at: "/Users/*", to: USER },
    { type, at: "/Groups/*", to: GROUP },
  ]),
  { type: "AWS::Organizations::Account", at: "/ParentIds/*", to: PARENT },
  { type: "AWS::Organizations::OrganizationalUnit", at: "/ParentId", to: PARENT },
  {
    type: "AWS::Organizations::Policy",
    at: "/TargetIds/*",
    to: [...PARENT, "AWS::Organizations::Account"],
  },
  { type: "AWS::ECR::Repository", at: "/EncryptionConfiguration/KmsKey", to: KEY },
  { type: "Genoscan::TableReplica", at: "/Table", to: TABLE },
  { type: LAKE_SETTINGS, at: LAKE_ADMINS, to: ROLE, like: "arn:*:iam::*:role/*" },
  // the root user of an account is a user
  ...["arn:*:iam::*:user/*", "arn:*:iam::*:root"].map((like) => ({
    type: LAKE_SETTINGS,
    at: LAKE_ADMINS,
    to: USER,
    like,
  })),
  { type: "AWS::LakeFormation::Resource", at: "/RoleArn", to: ROLE },
  { type: "AWS::LakeFormation::Resource", at: "/ResourceArn", to: ["AWS::S3::Bucket"] },
];
