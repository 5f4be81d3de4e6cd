import { memberOf } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import {
  getAttNode,
  listOf,
  mapOf,
  pick,
  refNode,
  resourceNode,
  tagList,
  textNode,
  undecided,
} from "./nodes.ts";
import { roleNode } from "./role.ts";

type Made = readonly (readonly [string, TemplateNode])[];

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

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export function stateMachineNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const own = memberOf(properties, "Role");
  const roleId = `${logicalId}Role`;
  const definition = memberOf(properties, "Definition");
  const uri = memberOf(properties, "DefinitionUri");
  const isLocal = definition === undefined && memberOf(uri, "Bucket") === undefined;
  const written = mapOf(
    {
      Definition: isLocal
        ? undecided("the definition lies in a file that sam package uploads", uri?.offset ?? offset)
        : definition,
      DefinitionS3Location: isLocal ? undefined : uri,
      ...pick(properties, ["DefinitionSubstitutions", "EncryptionConfiguration"]),
      LoggingConfiguration: memberOf(properties, "Logging"),
      RoleArn: own ?? getAttNode(roleId, "Arn", offset),
      StateMachineName: memberOf(properties, "Name"),
      StateMachineType: memberOf(properties, "Type"),
      Tags: tagList(memberOf(properties, "Tags")),
      TracingConfiguration: memberOf(properties, "Tracing"),
    },
    offset,
  );
  const role = own === undefined ? roleNode(source, properties, "states.amazonaws.com", []) : undefined;
  return [
    [logicalId, resourceNode("AWS::StepFunctions::StateMachine", written, source)],
    ...(role === undefined ? [] : [[roleId, role] as const]),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html */
export function apiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const api = mapOf(
    {
      ...pick(properties, [
        "ApiKeySourceType",
        "BinaryMediaTypes",
        "Description",
        "DisableExecuteApiEndpoint",
        "Name",
      ]),
      Body: undecided("SAM writes the description of the API", offset),
      EndpointConfiguration: endpointOf(memberOf(properties, "EndpointConfiguration")),
      Policy:
        memberOf(memberOf(properties, "Auth"), "ResourcePolicy") === undefined
          ? undefined
          : undecided("SAM writes the policy of the API", offset),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  const stage = mapOf(
    {
      ...pick(properties, [
        "AccessLogSetting",
        "CacheClusterEnabled",
        "CacheClusterSize",
        "CanarySetting",
        "MethodSettings",
      ]),
      ...pick(properties, ["StageName", "TracingEnabled", "Variables"]),
      RestApiId: refNode(logicalId, offset),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::ApiGateway::RestApi", api, source)],
    [`${logicalId}Stage`, resourceNode("AWS::ApiGateway::Stage", stage, source)],
  ];
}

/** SAM takes the type alone as well. */
function endpointOf(node: TemplateNode | undefined): TemplateNode | undefined {
  if (node === undefined) return undefined;
  const type = node.kind === "scalar" ? node : memberOf(node, "Type");
  return mapOf(
    {
      Types: type === undefined ? undefined : listOf([type], type.offset),
      VpcEndpointIds: memberOf(node, "VPCEndpointIds"),
    },
    node.offset,
  );
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html */
export function httpApiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const api = mapOf(
    {
      ...pick(properties, ["Description", "DisableExecuteApiEndpoint", "Name"]),
      Body: undecided("SAM writes the description of the API", offset),
      Tags: memberOf(properties, "Tags"),
    },
    offset,
  );
  const stage = mapOf(
    {
      AccessLogSettings: memberOf(properties, "AccessLogSettings"),
      ApiId: refNode(logicalId, offset),
      AutoDeploy: textNode(true, offset),
      ...pick(properties, ["DefaultRouteSettings", "RouteSettings", "StageVariables"]),
      StageName: memberOf(properties, "StageName") ?? textNode("$default", offset),
      Tags: memberOf(properties, "Tags"),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::ApiGatewayV2::Api", api, source)],
    [`${logicalId}Stage`, resourceNode("AWS::ApiGatewayV2::Stage", stage, source)],
  ];
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
