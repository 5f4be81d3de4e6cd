import type { Resource } from "../../model/resource.ts";
import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { reachOfApi } from "./callers-of-api.ts";
import { operationsOf } from "./openapi-operations.ts";

export const openOperations: Fact = {
  name: "OpenOperations",
  types: [
    "AWS::ApiGateway::Method",
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Route",
  ],
  needs: ["Account", "Clinics"],
  description:
    "The operations of the method, the route, or the OpenAPI document of the API, that everyone on the internet may call: without an authorizer, and with no private endpoint or policy before them. A key of the API is no authorizer. Absent of what answers without a backend (OPTIONS, mock integrations), of routes of a WebSocket API other than $connect, and of APIs that hold no operations themselves.",
  compute(resource, context) {
    switch (resource.type) {
      case "AWS::ApiGateway::Method":
        return ofMethod(resource, context);
      case "AWS::ApiGatewayV2::Route":
        return ofRoute(resource, context);
      default:
        return ofDocument(resource, context);
    }
  },
};

function ofMethod(method: Resource, context: FactContext): Value | undefined {
  const verb = plain(propertyAt(method, "/HttpMethod"));
  const integration = plain(propertyAt(method, "/Integration/Type"));
  if (isText(verb, "OPTIONS") || isText(integration, "MOCK")) return undefined;
  const open = integration instanceof Unknown || verb instanceof Unknown;
  return ofOne(method, "/RestApiId", typeof verb === "string" ? verb : "a method", context, open);
}

function ofRoute(route: Resource, context: FactContext): Value | undefined {
  const key = plain(propertyAt(route, "/RouteKey"));
  const name = typeof key === "string" ? key : "a route";
  if (/^OPTIONS\s/iu.test(name)) return undefined;
  const api = apiOf(route, "/ApiId", context);
  const protocol = api === undefined ? undefined : plain(propertyAt(api, "/ProtocolType"));
  const isHttp = isText(protocol, "HTTP") || (name.includes(" ") && typeof key === "string");
  if (!isHttp && typeof key === "string" && key !== "$connect") {
    if (isText(protocol, "WEBSOCKET") || key !== "$default") return undefined;
    return ofOne(route, "/ApiId", name, context, true);
  }
  return ofOne(route, "/ApiId", name, context, key instanceof Unknown);
}

/** What one method or route leaves open; nothing when it has an authorizer. */
function ofOne(
  operation: Resource,
  through: string,
  name: string,
  context: FactContext,
  mayAnswerItself: boolean,
): Value {
  const type = plain(propertyAt(operation, "/AuthorizationType"));
  if (typeof type === "string" && type.toUpperCase() !== "NONE") return [];
  const { everyone, reason } = reachOfApi(apiOf(operation, through, context), context);
  if (everyone === false) return [];
  if (type instanceof Unknown) return [new Unknown(type.reason)];
  if (mayAnswerItself) return [new Unknown("which operation it is, and what answers, is not known")];
  return [everyone === true ? name : new Unknown(reason)];
}

function ofDocument(api: Resource, context: FactContext): Value | undefined {
  // what a source does not feed, the API does not have
  const { Body: whole, BodyS3Location: location, RouteKey: key, Target: quick } = api.properties;
  if (whole === undefined && location === undefined && quick === undefined) return undefined;
  const { everyone, reason } = reachOfApi(api, context);
  if (everyone === false) return [];
  const found: Value[] = [];
  // with a target API Gateway makes a route to it that has no authorizer
  if (quick !== undefined) found.push(plain(key) ?? "$default");
  if (location !== undefined) found.push(new Unknown("the document of the API lies in S3"));
  found.push(...openOf(plain(whole)));
  return everyone === true ? found : found.map(() => new Unknown(reason));
}

function openOf(document: Value | undefined): readonly Value[] {
  if (document === undefined) return [];
  if (!isValueMap(document)) {
    return [
      new Unknown(document instanceof Unknown ? document.reason : "the document of the API is not JSON"),
    ];
  }
  if (Object.hasOwn(document, "x-amazon-apigateway-policy")) {
    return [new Unknown("the policy of the API stands in its OpenAPI document")];
  }
  const operations = operationsOf(document);
  if (operations === undefined) return [new Unknown("a part of the document of the API is not known")];
  return operations.flatMap(({ name, isOpen }): readonly Value[] => {
    if (isOpen === false) return [];
    return [isOpen === true ? name : new Unknown(`what ${name} asks for is not known`)];
  });
}

function apiOf(operation: Resource, through: string, { graph }: FactContext): Resource | undefined {
  const references = referencesOf(propertyAt(operation, through));
  const [only] = references;
  return only === undefined || references.length > 1 ? undefined : graph.get(only.target);
}

function isText(value: Value | undefined, text: string): boolean {
  return typeof value === "string" && value.toUpperCase() === text;
}
