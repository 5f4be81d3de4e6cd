import { parsePointer, valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import {
  Unknown,
  UnknownPlace,
  UnknownText,
  emptyMap,
  plain,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { normalizePolicy } from "./normalize-policy.ts";
import { accountInArn } from "./normalize-principals.ts";
import { listOf, mapText, textOf } from "./policy-part.ts";
import { servicePrincipal } from "./service-principal.ts";

/** Where the types that can let others in keep the policy that says so. */
const POLICIES: Readonly<Record<string, string>> = {
  "AWS::Backup::BackupVault": "/AccessPolicy",
  "AWS::DynamoDB::Table": "/ResourcePolicy/PolicyDocument",
  "AWS::EC2::VPCEndpoint": "/PolicyDocument",
  "AWS::ECR::RegistryPolicy": "/PolicyText",
  "AWS::ECR::Repository": "/RepositoryPolicyText",
  "AWS::IAM::Role": "/AssumeRolePolicyDocument",
  "AWS::KMS::Key": "/KeyPolicy",
  "AWS::KMS::ReplicaKey": "/KeyPolicy",
  "AWS::Kinesis::ResourcePolicy": "/ResourcePolicy",
  "AWS::Lambda::ResourcePolicy": "/PolicyDocument",
  "AWS::Omics::SequenceStore": "/S3AccessPolicy",
  "AWS::S3::AccessPoint": "/Policy",
  "AWS::S3::BucketPolicy": "/PolicyDocument",
  "AWS::S3Tables::TableBucketPolicy": "/ResourcePolicy",
  "AWS::S3Tables::TablePolicy": "/ResourcePolicy",
  "AWS::SNS::TopicInlinePolicy": "/PolicyDocument",
  "AWS::SNS::TopicPolicy": "/PolicyDocument",
  "AWS::SQS::QueueInlinePolicy": "/PolicyDocument",
  "AWS::SQS::QueuePolicy": "/PolicyDocument",
  "AWS::SageMaker::ModelPackageGroup": "/ModelPackageGroupPolicy",
  "AWS::SecretsManager::ResourcePolicy": "/ResourcePolicy",
  // CloudFormation has no policy of the catalog
  aws_glue_resource_policy: "/policy",
};

/** A second policy that only CloudFormation knows; in Terraform it is the same resource as the first. */
const MORE_POLICIES: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "/StreamSpecification/ResourcePolicy/PolicyDocument",
};

/** Types that name principals without a policy. */
const PRINCIPALS: Readonly<Record<string, (resource: Resource) => Value>> = {
  "AWS::LakeFormation::Permissions": (resource) =>
    permit(
      propertyAt(resource, "/DataLakePrincipal/DataLakePrincipalIdentifier"),
      propertyAt(resource, "/Permissions"),
    ),
  "AWS::LakeFormation::PrincipalPermissions": (resource) =>
    permit(
      propertyAt(resource, "/Principal/DataLakePrincipalIdentifier"),
      propertyAt(resource, "/Permissions"),
    ),
  "AWS::Lambda::Permission": lambdaPermission,
  "AWS::RAM::ResourceShare": (resource) => permit(propertyAt(resource, "/Principals"), undefined),
  "AWS::RDS::ClusterSnapshot": sharedSnapshot,
  "AWS::RDS::DBSnapshot": sharedSnapshot,
  // CloudFormation cannot share images and snapshots
  aws_ami_launch_permission: (resource) =>
    permitEach(
      ["account_id", "organization_arn", "organizational_unit_arn"].map((name) =>
        propertyAt(resource, `/${name}`),
      ),
    ),
  aws_snapshot_create_volume_permission: (resource) => permitEach([propertyAt(resource, "/account_id")]),
  // CloudFormation has no grants of keys
  aws_kms_grant: (resource) =>
    permit(propertyAt(resource, "/grantee_principal"), propertyAt(resource, "/operations")),
};

/** Where what a type grants was written. */
export const GRANTS_FROM: Readonly<Record<string, string>> = {
  ...POLICIES,
  "AWS::LakeFormation::Permissions": "/DataLakePrincipal/DataLakePrincipalIdentifier",
  "AWS::LakeFormation::PrincipalPermissions": "/Principal/DataLakePrincipalIdentifier",
  "AWS::Lambda::Permission": "/Principal",
  "AWS::RAM::ResourceShare": "/Principals",
  "AWS::RDS::ClusterSnapshot": "/Terraform/shared_accounts",
  "AWS::RDS::DBSnapshot": "/Terraform/shared_accounts",
  aws_ami_launch_permission: "/account_id",
  aws_snapshot_create_volume_permission: "/account_id",
  aws_kms_grant: "/grantee_principal",
};

export const GRANT_TYPES: readonly string[] = [...Object.keys(POLICIES), ...Object.keys(PRINCIPALS)];

/** Statements in the form of normalizePolicy, with the property that holds the policy when they are written as one. */
export interface HeldPolicy {
  readonly statements: Value;
  readonly pointer?: string;
}

/** The statements that say whom a resource lets in. */
export function policiesOf(resource: Resource): readonly HeldPolicy[] {
  const special = PRINCIPALS[resource.type];
  if (special !== undefined) return [{ statements: special(resource) }];
  const pointer = POLICIES[resource.type];
  const more = MORE_POLICIES[resource.type];
  if (pointer === undefined) return [];
  const policy: HeldPolicy = { pointer, statements: normalizePolicy(propertyAt(resource, pointer)) };
  if (more === undefined) return [policy];
  const document = valueAt(resource.properties, parsePointer(more));
  return [policy, { pointer: more, statements: normalizePolicy(document) }];
}

/** A statement for principals that stand alone or in a list. */
function permit(principals: Value | undefined, actions: Value | undefined): Value {
  if (principals === undefined) return [];
  return [
    {
      Effect: "Allow",
      ...(actions === undefined ? {} : { Actions: listOf(actions) }),
      Principals: listOf(principals).map(namedPrincipal),
    },
  ];
}

/** What is not set names nobody; the provider reads a text that is not set as an empty one. */
function permitEach(principals: readonly (Value | undefined)[]): Value {
  const set = principals
    .filter((principal) => principal !== undefined)
    .filter((principal) => principal !== null && principal !== "");
  return set.length === 0 ? [] : permit(set, undefined);
}

/** The accounts that a snapshot is shared with; who shares it with all of them is told by a rule of its own. */
function sharedSnapshot(resource: Resource): Value {
  const accounts = propertyAt(resource, "/Terraform/shared_accounts");
  return accounts === undefined
    ? []
    : permitEach(listOf(accounts).filter((account) => textOf(account) !== "all"));
}

/** A principal as Lake Formation, RAM and KMS name it: account, ARN, organization or unit, service. */
function namedPrincipal(written: Value): Value {
  const value = servicePrincipal(written);
  const text = textOf(value);
  if (text === undefined) return principalAfterApply(value);
  if (text === "*") return { Kind: "Anyone", Value: value };
  if (/^arn:[^:]*:organizations:/.test(text)) return { Kind: "Organization", Value: value };
  if (text.endsWith(".amazonaws.com")) return { Kind: "Service", Value: value };
  const account = accountInArn(text);
  if (account !== undefined) return { Kind: "AWS", Value: value, Account: mapText(value, () => account) };
  // Lake Formation's word for everyone whom IAM of the same account allows
  if (text === "IAM_ALLOWED_PRINCIPALS") return { Kind: "IAMAllowedPrincipals", Value: value };
  return { Kind: "AWS", Value: value, Account: new Unknown(`${text} does not name its account`) };
}

function principalAfterApply(value: Value): Value {
  const known = plain(value);
  if (!(known instanceof Unknown)) return new Unknown("a principal is no text");
  return { Kind: "AWS", Value: value, Account: value };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
function lambdaPermission(resource: Resource): Value {
  const written = propertyAt(resource, "/Principal");
  if (written === undefined) return [];
  const principal = servicePrincipal(written);
  const conditions = emptyMap();
  addCondition(conditions, "StringEquals", "aws:SourceAccount", propertyAt(resource, "/SourceAccount"));
  addCondition(conditions, "StringEquals", "aws:PrincipalOrgID", propertyAt(resource, "/PrincipalOrgID"));
  addCondition(conditions, "ArnLike", "aws:SourceArn", propertyAt(resource, "/SourceArn"));
  const text = textOf(principal);
  const isService = text?.includes(".") === true && !text.startsWith("arn:");
  const known = plain(principal);
  return normalizePolicy({
    Statement: {
      Effect: "Allow",
      Action: propertyAt(resource, "/Action") ?? "lambda:InvokeFunction",
      Principal: known instanceof Unknown ? known : { [isService ? "Service" : "AWS"]: principal },
      Condition: conditions,
    },
  });
}

function addCondition(
  conditions: Record<string, Value>,
  operator: string,
  key: string,
  value: Value | undefined,
): void {
  if (value === undefined) return;
  // it may turn out to be left out, but for what the deployment gives: its account, or a text around it
  const isGiven = value instanceof UnknownPlace || value instanceof UnknownText;
  if (value instanceof Unknown && mayBeSomethingElse(value) && !isGiven) {
    conditions[`${operator} ${key}`] = value;
    return;
  }
  conditions[operator] = { ...(conditions[operator] as Record<string, Value> | undefined), [key]: value };
}
