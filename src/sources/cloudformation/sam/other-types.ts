import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import {
  getAttNode,
  listOf,
  mapOf,
  pick,
  resourceNode,
  tagList,
  textNode,
  trustOf,
  undecided,
} from "./nodes.ts";
import type { Made } from "./nodes.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html */
export function tableNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const key = memberOf(properties, "PrimaryKey");
  const name = memberOf(key, "Name") ?? textNode("id", offset);
  const throughput = memberOf(properties, "ProvisionedThroughput");
  const written = mapOf(
    {
      ...pick(properties, [
        "PointInTimeRecoverySpecification",
        "ProvisionedThroughput",
        "SSESpecification",
        "TableName",
      ]),
      AttributeDefinitions: listOf(
        [mapOf({ AttributeName: name, AttributeType: keyType(key, offset) }, offset)],
        offset,
      ),
      KeySchema: listOf([mapOf({ AttributeName: name, KeyType: textNode("HASH", offset) }, offset)], offset),
      ...(throughput === undefined ? { BillingMode: textNode("PAY_PER_REQUEST", offset) } : {}),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  return [[logicalId, resourceNode("AWS::DynamoDB::Table", written, source)]];
}

/** SAM writes the types of keys out. */
function keyType(key: TemplateNode | undefined, offset: number): TemplateNode {
  const type = memberOf(key, "Type");
  if (type?.kind !== "scalar") return type ?? textNode("S", offset);
  return textNode(String(type.value).charAt(0), type.offset);
}

export function layerNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const written = mapOf(
    {
      ...pick(properties, [
        "CompatibleArchitectures",
        "CompatibleRuntimes",
        "Description",
        "LayerName",
        "LicenseInfo",
      ]),
      Content: undecided("the layer lies where sam package or sam deploy puts it", offset),
    },
    offset,
  );
  return [[logicalId, resourceNode("AWS::Lambda::LayerVersion", written, source)]];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html */
export function capacityProviderNodes(
  logicalId: string,
  source: TemplateNode,
  properties: TemplateNode,
): Made {
  const { offset } = source;
  const own = memberOf(properties, "OperatorRole");
  const roleId = `${logicalId}OperatorRole`;
  const provider = mapOf(
    {
      ...pick(properties, ["CapacityProviderName", "KmsKeyArn", "VpcConfig"]),
      PermissionsConfig: mapOf(
        { CapacityProviderOperatorRoleArn: own ?? getAttNode(roleId, "Arn", offset) },
        offset,
      ),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  const managed = textNode("arn:aws:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator", offset);
  const role = mapOf(
    {
      AssumeRolePolicyDocument: trustOf("lambda.amazonaws.com", offset),
      ManagedPolicyArns: listOf([managed], offset),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::Lambda::CapacityProvider", provider, source)],
    ...(own === undefined ? [[roleId, resourceNode("AWS::IAM::Role", role, source)] as const] : []),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html */
export function graphqlApiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const cache = memberOf(properties, "Cache");
  const api = mapOf(
    {
      AuthenticationType: memberOf(memberOf(properties, "Auth"), "Type"),
      LogConfig: logConfig(memberOf(properties, "Logging"), offset),
      Name: memberOf(properties, "Name") ?? textNode(logicalId, offset),
      Tags: tagList(memberOf(properties, "Tags")),
      ...pick(properties, ["IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit", "Visibility"]),
      ...pick(properties, ["OwnerContact", "XrayEnabled"]),
    },
    offset,
  );
  const cached = mapOf(
    {
      ...pick(cache, ["ApiCachingBehavior", "AtRestEncryptionEnabled", "TransitEncryptionEnabled"]),
      ...pick(cache, ["Ttl", "Type"]),
      ApiId: getAttNode(logicalId, "ApiId", offset),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::AppSync::GraphQLApi", api, source)],
    ...(cache === undefined
      ? []
      : [[`${logicalId}ApiCache`, resourceNode("AWS::AppSync::ApiCache", cached, source)] as const]),
  ];
}

/** Without a word, and with `true`, everything is logged, with a role that SAM makes. */
function logConfig(logging: TemplateNode | undefined, offset: number): TemplateNode | undefined {
  const text = scalarText(logging)?.toLowerCase();
  if (text === "false") return undefined;
  const role = undecided("SAM makes a role for the logs of the API", offset);
  const written: TemplateNode =
    logging === undefined || text === "true"
      ? mapOf({ FieldLogLevel: textNode("ALL", offset) }, offset)
      : logging;
  return mapOf(
    {
      CloudWatchLogsRoleArn: role,
      ...pick(written, ["CloudWatchLogsRoleArn", "ExcludeVerboseContent", "FieldLogLevel"]),
    },
    offset,
  );
}
