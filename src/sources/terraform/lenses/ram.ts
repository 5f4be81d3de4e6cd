import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const SHARES = ["aws_ram_resource_share", "awscc_ram_resource_share"];

export const ramLenses: readonly Lens[] = [
  {
    type: "aws_ram_resource_share",
    canonical: "AWS::RAM::ResourceShare",
    identifiers: ["id", "arn"],
    properties: {
      // the provider sends false, CloudFormation takes true when it is left out
      AllowExternalPrincipals: { attribute: "allow_external_principals", unset: false },
      Name: "name",
      PermissionArns: "permission_arns",
      Tags: TAGS,
    },
  },
  {
    type: "aws_ram_principal_association",
    canonical: "AWS::RAM::ResourceShare",
    fold: { into: SHARES, by: "resource_share_arn" },
    properties: { Principals: { attribute: "principal", as: "list" } },
  },
  {
    type: "aws_ram_resource_association",
    canonical: "AWS::RAM::ResourceShare",
    fold: { into: SHARES, by: "resource_share_arn" },
    properties: { ResourceArns: { attribute: "resource_arn", as: "list" } },
  },
];
