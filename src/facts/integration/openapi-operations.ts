import type { Truth } from "../../model/truth.ts";
import { both, either, negate } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** An operation of an OpenAPI document: `GET /patients`, and whether it asks nobody who they are. */
export interface Operation {
  readonly name: string;
  readonly isOpen: Truth;
}

/** Of one path: a method, or all of them. OPTIONS answers browsers that ask what they may do. */
const METHODS = ["get", "put", "post", "delete", "head", "patch", "x-amazon-apigateway-any-method"];

/**
 * The operations of a document in the words of API Gateway, `undefined` when something is not known that decides which
 * there are. A key of the API is no authorization.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function operationsOf(document: ValueMap): readonly Operation[] | undefined {
  const paths = plain(document["paths"]);
  if (paths === undefined) return [];
  if (!isValueMap(paths)) return undefined;
  const operations: Operation[] = [];
  for (const [path, held] of Object.entries(paths)) {
    const item = plain(held);
    if (!isValueMap(item)) return undefined;
    for (const method of METHODS) {
      if (!Object.hasOwn(item, method)) continue;
      const operation = plain(item[method]);
      if (operation instanceof Unknown) return undefined;
      const parts = isValueMap(operation) ? operation : {};
      const mock = isMock(parts);
      if (mock === true) continue;
      const verb = method.startsWith("x-") ? "ANY" : method.toUpperCase();
      operations.push({ name: `${verb} ${path}`, isOpen: both(isOpen(parts, document), negate(mock)) });
    }
  }
  return operations;
}

function isMock(operation: ValueMap): Truth {
  const integration = plain(operation["x-amazon-apigateway-integration"]);
  const type = isValueMap(integration) ? plain(integration["type"]) : integration;
  return type instanceof Unknown ? "unknown" : typeof type === "string" && type.toLowerCase() === "mock";
}

function isOpen(operation: ValueMap, document: ValueMap): Truth {
  const auth = plain(operation["x-amazon-apigateway-auth"]);
  const type = isValueMap(auth) ? plain(auth["type"]) : undefined;
  if (typeof type === "string" && type.toUpperCase() !== "NONE") return false;
  if (auth instanceof Unknown || type instanceof Unknown) return "unknown";
  const security = plain(operation["security"] ?? document["security"]);
  if (security === undefined) return true;
  if (!isValueList(security)) return "unknown";
  if (security.length === 0) return true;
  let truth: Truth = false;
  for (const requirement of security) truth = either(truth, isOpenRequirement(requirement, document));
  return truth;
}

/** One of several ways in: all of its schemes are asked for. */
function isOpenRequirement(item: Value, document: ValueMap): Truth {
  const requirement = plain(item);
  if (!isValueMap(requirement)) return "unknown";
  let open: Truth = true;
  for (const scheme of Object.keys(requirement)) open = both(open, negate(authorizes(scheme, document)));
  return open;
}

function authorizes(name: string, document: ValueMap): Truth {
  const components = plain(document["components"]);
  const schemes = plain(
    isValueMap(components) ? components["securitySchemes"] : document["securityDefinitions"],
  );
  if (components instanceof Unknown || schemes instanceof Unknown) return "unknown";
  const scheme = isValueMap(schemes) ? plain(schemes[name]) : undefined;
  if (!isValueMap(scheme)) return "unknown";
  return ["x-amazon-apigateway-authtype", "x-amazon-apigateway-authorizer"].some((key) =>
    Object.hasOwn(scheme, key),
  );
}
