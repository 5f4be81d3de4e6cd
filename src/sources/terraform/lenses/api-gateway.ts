import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** How Terraform writes all methods of all resources of a stage. */
const ALL = "*/*";

export const apiGatewayLenses: readonly Lens[] = [
  {
    type: "aws_api_gateway_rest_api",
    canonical: "AWS::ApiGateway::RestApi",
    identifiers: ["id", "arn", "execution_arn"],
    properties: {
      Body: { attribute: "body", as: "json" },
      Description: "description",
      DisableExecuteApiEndpoint: "disable_execute_api_endpoint",
      EndpointConfiguration: {
        block: "endpoint_configuration",
        properties: {
          IpAddressType: "ip_address_type",
          Types: "types",
          VpcEndpointIds: "vpc_endpoint_ids",
        },
      },
      Name: "name",
      Policy: { attribute: "policy", as: "json" },
      Tags: TAGS,
    },
  },
  {
    type: "aws_api_gateway_rest_api_policy",
    canonical: "AWS::ApiGateway::RestApi",
    fold: { into: ["aws_api_gateway_rest_api", "awscc_apigateway_rest_api"], by: "rest_api_id" },
    properties: { Policy: { attribute: "policy", as: "json" } },
    supersedes: { into: ["aws_api_gateway_rest_api"], by: "rest_api_id", attribute: "policy" },
  },
  {
    type: "aws_api_gateway_method",
    canonical: "AWS::ApiGateway::Method",
    identifiers: ["id", "http_method"],
    properties: {
      ApiKeyRequired: "api_key_required",
      AuthorizationScopes: "authorization_scopes",
      AuthorizationType: "authorization",
      AuthorizerId: "authorizer_id",
      HttpMethod: "http_method",
      OperationName: "operation_name",
      RequestModels: "request_models",
      RequestParameters: "request_parameters",
      RequestValidatorId: "request_validator_id",
      ResourceId: "resource_id",
      RestApiId: "rest_api_id",
    },
  },
  {
    type: "aws_api_gateway_integration",
    canonical: "AWS::ApiGateway::Method",
    fold: { into: ["aws_api_gateway_method", "awscc_apigateway_method"], by: "http_method" },
    properties: {
      Integration: {
        object: {
          ConnectionId: "connection_id",
          ConnectionType: "connection_type",
          Credentials: "credentials",
          IntegrationHttpMethod: "integration_http_method",
          Type: "type",
          Uri: "uri",
        },
      },
    },
  },
  {
    type: "aws_api_gateway_stage",
    canonical: "AWS::ApiGateway::Stage",
    identifiers: ["id", "arn", "stage_name"],
    name: "stage_name",
    properties: {
      AccessLogSetting: {
        block: "access_log_settings",
        properties: { DestinationArn: "destination_arn", Format: "format" },
      },
      CacheClusterEnabled: "cache_cluster_enabled",
      CacheClusterSize: "cache_cluster_size",
      ClientCertificateId: "client_certificate_id",
      DeploymentId: "deployment_id",
      Description: "description",
      RestApiId: "rest_api_id",
      StageName: "stage_name",
      Tags: TAGS,
      TracingEnabled: "xray_tracing_enabled",
    },
  },
  {
    type: "aws_api_gateway_method_settings",
    canonical: "AWS::ApiGateway::Stage",
    fold: { into: ["aws_api_gateway_stage", "awscc_apigateway_stage"], by: "stage_name" },
    properties: {
      MethodSettings: {
        inList: true,
        object: {
          CacheDataEncrypted: "settings.cache_data_encrypted",
          CachingEnabled: "settings.caching_enabled",
          DataTraceEnabled: "settings.data_trace_enabled",
          HttpMethod: { attribute: "method_path", as: { values: { [ALL]: "*" } } },
          LoggingLevel: "settings.logging_level",
          MetricsEnabled: "settings.metrics_enabled",
          ResourcePath: { attribute: "method_path", as: { values: { [ALL]: "/*" } } },
        },
      },
    },
  },
  {
    type: "aws_apigatewayv2_api",
    canonical: "AWS::ApiGatewayV2::Api",
    identifiers: ["id", "arn", "execution_arn"],
    properties: {
      Body: { attribute: "body", as: "json" },
      CorsConfiguration: {
        block: "cors_configuration",
        properties: {
          AllowCredentials: "allow_credentials",
          AllowHeaders: "allow_headers",
          AllowMethods: "allow_methods",
          AllowOrigins: "allow_origins",
          ExposeHeaders: "expose_headers",
          MaxAge: "max_age",
        },
      },
      Description: "description",
      DisableExecuteApiEndpoint: "disable_execute_api_endpoint",
      IpAddressType: "ip_address_type",
      Name: "name",
      ProtocolType: "protocol_type",
      RouteKey: "route_key",
      Target: "target",
    },
  },
  {
    type: "aws_apigatewayv2_route",
    canonical: "AWS::ApiGatewayV2::Route",
    identifiers: ["id"],
    properties: {
      ApiId: "api_id",
      ApiKeyRequired: "api_key_required",
      AuthorizationScopes: "authorization_scopes",
      AuthorizationType: { attribute: "authorization_type", unset: "NONE" },
      AuthorizerId: "authorizer_id",
      OperationName: "operation_name",
      RouteKey: "route_key",
      Target: "target",
    },
  },
  {
    type: "aws_apigatewayv2_stage",
    canonical: "AWS::ApiGatewayV2::Stage",
    identifiers: ["id", "arn"],
    properties: {
      AccessLogSettings: {
        block: "access_log_settings",
        properties: { DestinationArn: "destination_arn", Format: "format" },
      },
      ApiId: "api_id",
      AutoDeploy: "auto_deploy",
      DefaultRouteSettings: {
        block: "default_route_settings",
        properties: {
          DataTraceEnabled: "data_trace_enabled",
          DetailedMetricsEnabled: "detailed_metrics_enabled",
          LoggingLevel: "logging_level",
          ThrottlingBurstLimit: "throttling_burst_limit",
          ThrottlingRateLimit: "throttling_rate_limit",
        },
      },
      StageName: "name",
    },
  },
];
