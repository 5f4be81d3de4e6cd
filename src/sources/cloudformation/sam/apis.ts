import { intrinsicOf, memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf, pick, refNode, resourceNode, tagList, textNode, undecided } from "./nodes.ts";
import type { Made } from "./nodes.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html */
export function apiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const tags = tagList(memberOf(properties, "Tags"));
  const hasPolicy =
    memberOf(properties, "Policy") !== undefined ||
    memberOf(memberOf(properties, "Auth"), "ResourcePolicy") !== undefined;
  const api = mapOf(
    {
      ...pick(properties, [
        "ApiKeySourceType",
        "BinaryMediaTypes",
        "Description",
        "DisableExecuteApiEndpoint",
      ]),
      ...pick(properties, ["EndpointAccessMode", "MinimumCompressionSize", "Mode", "Name", "SecurityPolicy"]),
      Body: undecided("SAM writes the description of the API", offset),
      EndpointConfiguration: endpointOf(memberOf(properties, "EndpointConfiguration")),
      Policy: hasPolicy ? undecided("SAM writes the policy of the API", offset) : undefined,
      Tags: tags,
    },
    offset,
  );
  const name = memberOf(properties, "StageName");
  const stage = mapOf(
    {
      ...pick(properties, ["AccessLogSetting", "CacheClusterEnabled", "CacheClusterSize", "CanarySetting"]),
      ...pick(properties, ["MethodSettings", "StageName", "TracingEnabled", "Variables"]),
      RestApiId: refNode(logicalId, offset),
      Tags: tags,
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::ApiGateway::RestApi", api, source)],
    [stageId(logicalId, name, ""), resourceNode("AWS::ApiGateway::Stage", stage, source)],
    ...domainNodes(logicalId, source, properties),
  ];
}

/** SAM puts the name of the stage between, when it is one of letters and digits. */
function stageId(logicalId: string, name: TemplateNode | undefined, otherwise: string): string {
  const text = scalarText(name) ?? "";
  return `${logicalId}${/^[A-Za-z0-9]+$/u.test(text) ? text : otherwise}Stage`;
}

/** SAM takes the type alone as well. */
function endpointOf(node: TemplateNode | undefined): TemplateNode | undefined {
  if (node === undefined) return undefined;
  const isAlone = node.kind === "scalar" || intrinsicOf(node) !== undefined;
  const type = isAlone ? node : memberOf(node, "Type");
  return mapOf(
    {
      Types: type === undefined ? undefined : listOf([type], type.offset),
      VpcEndpointIds: memberOf(node, "VPCEndpointIds") ?? memberOf(node, "VpcEndpointIds"),
      ...pick(node, ["IpAddressType"]),
    },
    node.offset,
  );
}

function domainNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const domain = memberOf(properties, "Domain");
  if (domain === undefined) return [];
  const endpoint = memberOf(domain, "EndpointConfiguration") ?? textNode("REGIONAL", domain.offset);
  const isEdge = scalarText(endpoint) === "EDGE";
  const name = mapOf(
    {
      [isEdge ? "CertificateArn" : "RegionalCertificateArn"]: memberOf(domain, "CertificateArn"),
      ...pick(domain, ["DomainName", "EndpointAccessMode", "MutualTlsAuthentication"]),
      ...pick(domain, ["OwnershipVerificationCertificateArn", "SecurityPolicy"]),
      EndpointConfiguration: endpointOf(endpoint),
    },
    domain.offset,
  );
  return [[`${logicalId}DomainName`, resourceNode("AWS::ApiGateway::DomainName", name, source)]];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html */
export function httpApiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const api = mapOf(
    {
      ...pick(properties, ["Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Name"]),
      Body: undecided("SAM writes the description of the API", offset),
      Tags: memberOf(properties, "Tags"),
    },
    offset,
  );
  const name = memberOf(properties, "StageName") ?? textNode("$default", offset);
  return [
    [logicalId, resourceNode("AWS::ApiGatewayV2::Api", api, source)],
    [
      stageId(logicalId, name, scalarText(name) === "$default" ? "ApiGatewayDefault" : ""),
      resourceNode("AWS::ApiGatewayV2::Stage", stageOf(logicalId, source, properties, name), source),
    ],
    ...domainV2Nodes(logicalId, source, properties),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html */
export function webSocketApiNodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const { offset } = source;
  const api = mapOf(
    {
      ...pick(properties, ["ApiKeySelectionExpression", "Description", "DisableExecuteApiEndpoint"]),
      ...pick(properties, ["DisableSchemaValidation", "IpAddressType", "Name", "RouteSelectionExpression"]),
      ProtocolType: textNode("WEBSOCKET", offset),
      Tags: memberOf(properties, "Tags"),
    },
    offset,
  );
  const name = memberOf(properties, "StageName") ?? textNode("default", offset);
  const id = memberOf(properties, "StageName") === undefined ? `${logicalId}DefaultStage` : undefined;
  return [
    [logicalId, resourceNode("AWS::ApiGatewayV2::Api", api, source)],
    [
      id ?? stageId(logicalId, name, ""),
      resourceNode("AWS::ApiGatewayV2::Stage", stageOf(logicalId, source, properties, name), source),
    ],
    ...domainV2Nodes(logicalId, source, properties),
  ];
}

function stageOf(
  logicalId: string,
  { offset }: TemplateNode,
  properties: TemplateNode,
  name: TemplateNode,
): TemplateNode {
  return mapOf(
    {
      AccessLogSettings: memberOf(properties, "AccessLogSettings"),
      ApiId: refNode(logicalId, offset),
      AutoDeploy: textNode(true, offset),
      ...pick(properties, ["DefaultRouteSettings", "RouteSettings", "StageVariables"]),
      StageName: name,
      Tags: memberOf(properties, "Tags"),
    },
    offset,
  );
}

function domainV2Nodes(logicalId: string, source: TemplateNode, properties: TemplateNode): Made {
  const domain = memberOf(properties, "Domain");
  if (domain === undefined) return [];
  const { offset } = domain;
  const configuration = mapOf(
    {
      ...pick(domain, ["CertificateArn", "OwnershipVerificationCertificateArn", "SecurityPolicy"]),
      EndpointType: memberOf(domain, "EndpointConfiguration") ?? textNode("REGIONAL", offset),
    },
    offset,
  );
  const name = mapOf(
    {
      ...pick(domain, ["DomainName", "MutualTlsAuthentication"]),
      DomainNameConfigurations: listOf([configuration], offset),
    },
    offset,
  );
  return [[`${logicalId}DomainName`, resourceNode("AWS::ApiGatewayV2::DomainName", name, source)]];
}
