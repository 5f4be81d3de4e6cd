/** What a statement lets somebody do that is too much on everything, and what may narrow it besides its resources. */
export interface Power {
  readonly name: string;
  readonly actions: readonly string[];
  /** Condition keys, in lower case, that leave less than everything. */
  readonly narrowing: RegExp;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const POWERS: readonly Power[] = [
  {
    name: "data",
    actions: [
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:PutObject",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:PartiQLSelect",
      "dynamodb:PartiQLInsert",
      "dynamodb:PartiQLUpdate",
      "dynamodb:PartiQLDelete",
      "healthlake:ReadResource",
      "healthlake:SearchWithGet",
      "healthlake:SearchWithPost",
      "healthlake:CreateResource",
      "healthlake:UpdateResource",
      "healthlake:DeleteResource",
      "medical-imaging:GetImageFrame",
      "omics:GetReadSet",
      "secretsmanager:GetSecretValue",
    ],
    narrowing:
      /^(?:aws:(?:resourcetag\/.*|calledvia(?:first|last)?)|s3:(?:existingobjecttag\/.*|dataaccesspointarn|accesspointtag\/.*|prefix)|dynamodb:leadingkeys|secretsmanager:(?:resourcetag\/.*|secretid))$/,
  },
  {
    name: "permissions",
    actions: [
      "iam:AttachRolePolicy",
      "iam:PutRolePolicy",
      "iam:AttachUserPolicy",
      "iam:PutUserPolicy",
      "iam:AttachGroupPolicy",
      "iam:PutGroupPolicy",
      "iam:CreatePolicyVersion",
      "iam:SetDefaultPolicyVersion",
    ],
    narrowing: /^(?:iam:(?:permissionsboundary|policyarn|resourcetag\/.*)|aws:resourcetag\/.*)$/,
  },
  {
    name: "roles",
    actions: ["sts:AssumeRole"],
    narrowing: /^(?:iam:resourcetag|aws:resourcetag)\/.*$/,
  },
  {
    name: "sharing",
    actions: [
      "lambda:AddPermission",
      "s3:PutBucketPolicy",
      "s3:PutBucketAcl",
      "s3:PutBucketPublicAccessBlock",
      "kms:PutKeyPolicy",
      "kms:CreateGrant",
      "dynamodb:PutResourcePolicy",
      "ecr:SetRepositoryPolicy",
      "omics:PutS3AccessPolicy",
      "secretsmanager:PutResourcePolicy",
    ],
    narrowing:
      /^(?:aws:resourcetag\/.*|lambda:(?:principal|functionurlauthtype)|kms:(?:grantisforawsresource|viaservice|grantee(?:service)?principal|resourcealiases|requestalias|encryptioncontext:.*)|secretsmanager:resourcetag\/.*)$/,
  },
];
