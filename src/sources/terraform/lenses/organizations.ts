import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** Accounts and units are named by their id or ARN; two of them may share a name. */
const BY_ID = ["id", "arn"];

export const organizationsLenses: readonly Lens[] = [
  {
    type: "aws_organizations_organization",
    canonical: "AWS::Organizations::Organization",
    identifiers: BY_ID,
    properties: {
      FeatureSet: { attribute: "feature_set", unset: "ALL" },
      Id: { attribute: "id", computed: true },
      ManagementAccountId: { attribute: "master_account_id", computed: true },
    },
  },
  {
    type: "aws_organizations_account",
    canonical: "AWS::Organizations::Account",
    identifiers: BY_ID,
    properties: {
      AccountId: { attribute: "id", computed: true },
      AccountName: "name",
      Email: "email",
      // left out, the account is created below the root
      ParentIds: { attribute: "parent_id", as: "list" },
      RoleName: { attribute: "role_name", unset: "OrganizationAccountAccessRole" },
      Tags: TAGS,
      Terraform: {
        object: {
          close_on_deletion: "close_on_deletion",
          // https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
          iam_user_access_to_billing: { attribute: "iam_user_access_to_billing", unset: "ALLOW" },
        },
      },
    },
  },
  {
    type: "aws_organizations_organizational_unit",
    canonical: "AWS::Organizations::OrganizationalUnit",
    identifiers: BY_ID,
    properties: { Id: { attribute: "id", computed: true }, Name: "name", ParentId: "parent_id", Tags: TAGS },
  },
  {
    type: "aws_organizations_policy",
    canonical: "AWS::Organizations::Policy",
    identifiers: BY_ID,
    properties: {
      Content: { attribute: "content", as: "json" },
      Description: "description",
      Name: "name",
      Tags: TAGS,
      Type: { attribute: "type", unset: "SERVICE_CONTROL_POLICY" },
    },
  },
  {
    type: "aws_organizations_policy_attachment",
    canonical: "AWS::Organizations::Policy",
    fold: { into: ["aws_organizations_policy", "awscc_organizations_policy"], by: "policy_id" },
    properties: { TargetIds: { attribute: "target_id", as: "list" } },
  },
  {
    type: "aws_organizations_resource_policy",
    canonical: "AWS::Organizations::ResourcePolicy",
    identifiers: BY_ID,
    properties: { Content: { attribute: "content", as: "json" }, Tags: TAGS },
  },
];
