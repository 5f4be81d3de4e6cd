import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const ROLES = ["aws_iam_role", "awscc_iam_role"];
const USERS = ["aws_iam_user", "awscc_iam_user"];
const GROUPS = ["aws_iam_group", "awscc_iam_group"];
const POLICIES = ["aws_iam_policy", "awscc_iam_managed_policy"];
const ATTACHED = { ManagedPolicyArns: { attribute: "policy_arn", as: "list" } } as const;

export const iamLenses: readonly Lens[] = [
  {
    type: "aws_iam_role",
    canonical: "AWS::IAM::Role",
    properties: {
      AssumeRolePolicyDocument: { attribute: "assume_role_policy", as: "json" },
      Description: "description",
      ManagedPolicyArns: "managed_policy_arns",
      MaxSessionDuration: { attribute: "max_session_duration", unset: 3600 },
      Path: { attribute: "path", unset: "/" },
      PermissionsBoundary: "permissions_boundary",
      Policies: {
        blocks: "inline_policy",
        properties: { PolicyDocument: { attribute: "policy", as: "json" }, PolicyName: "name" },
      },
      RoleName: { attribute: "name", computed: true },
      Tags: TAGS,
    },
  },
  {
    type: "aws_iam_role_policy_attachment",
    canonical: "AWS::IAM::Role",
    fold: { into: ROLES, by: "role" },
    supersedes: { into: ROLES, by: "role", attribute: "managed_policy_arns", item: { by: "policy_arn" } },
    properties: ATTACHED,
  },
  {
    type: "aws_iam_role_policy_attachments_exclusive",
    canonical: "AWS::IAM::Role",
    fold: { into: ROLES, by: "role_name" },
    properties: { ManagedPolicyArns: "policy_arns" },
  },
  {
    type: "aws_iam_role_policy",
    canonical: "AWS::IAM::RolePolicy",
    identifiers: ["id"],
    supersedes: { into: ROLES, by: "role", attribute: "inline_policy", item: { by: "name", part: "name" } },
    properties: {
      PolicyDocument: { attribute: "policy", as: "json" },
      PolicyName: { attribute: "name", computed: true },
      RoleName: "role",
    },
  },
  {
    type: "aws_iam_policy",
    canonical: "AWS::IAM::ManagedPolicy",
    properties: {
      Description: "description",
      ManagedPolicyName: { attribute: "name", computed: true },
      Path: { attribute: "path", unset: "/" },
      PolicyDocument: { attribute: "policy", as: "json" },
    },
  },
  {
    type: "aws_iam_policy_attachment",
    canonical: "AWS::IAM::ManagedPolicy",
    fold: { into: POLICIES, by: "policy_arn" },
    properties: { Groups: "groups", Roles: "roles", Users: "users" },
  },
  {
    type: "aws_iam_user",
    canonical: "AWS::IAM::User",
    properties: {
      // in Terraform every inline policy of a user or group is a resource of its own
      Policies: { constant: [] },
      Path: { attribute: "path", unset: "/" },
      PermissionsBoundary: "permissions_boundary",
      Tags: TAGS,
      UserName: "name",
    },
  },
  {
    type: "aws_iam_user_policy_attachment",
    canonical: "AWS::IAM::User",
    fold: { into: USERS, by: "user" },
    properties: ATTACHED,
  },
  {
    type: "aws_iam_user_policy_attachments_exclusive",
    canonical: "AWS::IAM::User",
    fold: { into: USERS, by: "user_name" },
    properties: { ManagedPolicyArns: "policy_arns" },
  },
  {
    type: "aws_iam_user_group_membership",
    canonical: "AWS::IAM::User",
    fold: { into: USERS, by: "user" },
    properties: { Groups: "groups" },
  },
  {
    type: "aws_iam_user_policy",
    canonical: "AWS::IAM::UserPolicy",
    identifiers: ["id"],
    properties: {
      PolicyDocument: { attribute: "policy", as: "json" },
      PolicyName: { attribute: "name", computed: true },
      UserName: "user",
    },
  },
  {
    type: "aws_iam_group",
    canonical: "AWS::IAM::Group",
    properties: { GroupName: "name", Path: { attribute: "path", unset: "/" }, Policies: { constant: [] } },
  },
  {
    type: "aws_iam_group_policy_attachment",
    canonical: "AWS::IAM::Group",
    fold: { into: GROUPS, by: "group" },
    properties: ATTACHED,
  },
  {
    type: "aws_iam_group_policy_attachments_exclusive",
    canonical: "AWS::IAM::Group",
    fold: { into: GROUPS, by: "group_name" },
    properties: { ManagedPolicyArns: "policy_arns" },
  },
  {
    type: "aws_iam_group_policy",
    canonical: "AWS::IAM::GroupPolicy",
    identifiers: ["id"],
    properties: {
      GroupName: "group",
      PolicyDocument: { attribute: "policy", as: "json" },
      PolicyName: { attribute: "name", computed: true },
    },
  },
  {
    type: "aws_iam_group_membership",
    canonical: "AWS::IAM::UserToGroupAddition",
    identifiers: ["id"],
    properties: { GroupName: "group", Users: "users" },
  },
  {
    type: "aws_iam_instance_profile",
    canonical: "AWS::IAM::InstanceProfile",
    properties: {
      InstanceProfileName: { attribute: "name", computed: true },
      Path: { attribute: "path", unset: "/" },
      Roles: { attribute: "role", as: "list" },
    },
  },
  {
    type: "aws_iam_openid_connect_provider",
    canonical: "AWS::IAM::OIDCProvider",
    identifiers: ["id", "arn"],
    properties: {
      ClientIdList: "client_id_list",
      Tags: TAGS,
      ThumbprintList: "thumbprint_list",
      Url: "url",
    },
  },
  {
    type: "aws_iam_saml_provider",
    canonical: "AWS::IAM::SAMLProvider",
    properties: { Name: "name", SamlMetadataDocument: "saml_metadata_document", Tags: TAGS },
  },
  {
    type: "aws_iam_access_key",
    canonical: "AWS::IAM::AccessKey",
    identifiers: ["id"],
    properties: { Status: { attribute: "status", unset: "Active" }, UserName: "user" },
  },
];
