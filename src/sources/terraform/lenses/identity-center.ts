import type { Feeds, Fold, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const SET: Fold = {
  into: ["aws_ssoadmin_permission_set", "awscc_sso_permission_set"],
  by: "permission_set_arn",
};

const POLICY_REFERENCE: Feeds = { Name: "name", Path: { attribute: "path", unset: "/" } };

export const identityCenterLenses: readonly Lens[] = [
  {
    type: "aws_ssoadmin_permission_set",
    canonical: "AWS::SSO::PermissionSet",
    properties: {
      Description: "description",
      InstanceArn: "instance_arn",
      Name: "name",
      RelayStateType: "relay_state",
      SessionDuration: { attribute: "session_duration", unset: "PT1H" },
      Tags: TAGS,
    },
  },
  {
    type: "aws_ssoadmin_permission_set_inline_policy",
    canonical: "AWS::SSO::PermissionSet",
    fold: SET,
    properties: { InlinePolicy: { attribute: "inline_policy", as: "json" } },
  },
  {
    type: "aws_ssoadmin_managed_policy_attachment",
    canonical: "AWS::SSO::PermissionSet",
    fold: SET,
    properties: { ManagedPolicies: { attribute: "managed_policy_arn", as: "list" } },
  },
  {
    type: "aws_ssoadmin_customer_managed_policy_attachment",
    canonical: "AWS::SSO::PermissionSet",
    fold: SET,
    properties: {
      CustomerManagedPolicyReferences: {
        blocks: "customer_managed_policy_reference",
        properties: POLICY_REFERENCE,
      },
    },
  },
  {
    type: "aws_ssoadmin_permissions_boundary_attachment",
    canonical: "AWS::SSO::PermissionSet",
    fold: SET,
    properties: {
      PermissionsBoundary: {
        block: "permissions_boundary",
        properties: {
          CustomerManagedPolicyReference: {
            block: "customer_managed_policy_reference",
            properties: POLICY_REFERENCE,
          },
          ManagedPolicyArn: "managed_policy_arn",
        },
      },
    },
  },
  {
    type: "aws_ssoadmin_account_assignment",
    canonical: "AWS::SSO::Assignment",
    identifiers: ["id"],
    properties: {
      InstanceArn: "instance_arn",
      PermissionSetArn: "permission_set_arn",
      PrincipalId: "principal_id",
      PrincipalType: "principal_type",
      TargetId: "target_id",
      TargetType: { attribute: "target_type", unset: "AWS_ACCOUNT" },
    },
  },
];
