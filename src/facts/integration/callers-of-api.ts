import type { Resource } from "../../model/resource.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { normalizePolicy } from "../identity/normalize-policy.ts";
import { grantsOf } from "../identity/policy-grants.ts";

/** Whether an operation without an authorizer is open to everyone, as far as its API tells. */
export interface ApiReach {
  readonly everyone: Truth;
  /** Why that is not known. */
  readonly reason: string;
}

const POLICY = "/Policy";

/**
 * A REST API that is private, or has a policy for networks, accounts or services, turns away everyone else before an
 * operation is looked at. One whose own address is switched off is called by a domain, which may ask for certificates.
 */
export function reachOfApi(api: Resource | undefined, context: FactContext): ApiReach {
  if (api === undefined || api.declared === "elsewhere") {
    return open("the API is declared in another configuration");
  }
  if (isPrivate(api) === true) return CLOSED;
  const ways = [reachByPolicy(api, context), reachByAddress(api)];
  const closed = ways.find(({ everyone }) => everyone === false);
  const unknown = ways.find(({ everyone }) => everyone === "unknown");
  if (closed !== undefined) return closed;
  return isPrivate(api) === "unknown"
    ? open("whether the API is private is not known")
    : (unknown ?? { everyone: true, reason: "" });
}

const CLOSED: ApiReach = { everyone: false, reason: "" };

function open(reason: string): ApiReach {
  return { everyone: "unknown", reason };
}

function isPrivate(api: Resource): Truth {
  if (api.type !== "AWS::ApiGateway::RestApi") return false;
  const types = plain(propertyAt(api, "/EndpointConfiguration/Types"));
  if (types === undefined) return false;
  if (!isValueList(types)) return "unknown";
  if (types.some((type) => plain(type) === "PRIVATE")) return true;
  return types.some((type) => plain(type) instanceof Unknown) ? "unknown" : false;
}

function reachByPolicy(api: Resource, context: FactContext): ApiReach {
  const policy = api.type === "AWS::ApiGateway::RestApi" ? propertyAt(api, POLICY) : undefined;
  if (policy === undefined) return { everyone: true, reason: "" };
  const held = { pointer: POLICY, statements: normalizePolicy(policy) };
  let reach: ApiReach = CLOSED;
  for (const item of grantsOf(held, api, context)) {
    const grant = plain(item);
    if (!isValueMap(grant)) reach = open(grant instanceof Unknown ? grant.reason : "a grant is no object");
    else if (plain(grant["Relation"]) === "anyone") return { everyone: true, reason: "" };
    else if (grant["Relation"] instanceof Unknown && !isBounded(grant["Bounds"])) {
      reach = open(grant["Relation"].reason);
    }
  }
  return reach;
}

/** Who calls from a network that the policy names is not everyone, whoever it is; nor is who belongs to an account. */
function isBounded(bounds: Value | undefined): boolean {
  const names = plain(bounds);
  return isValueList(names) && names.some((name) => typeof plain(name) === "string");
}

function reachByAddress(api: Resource): ApiReach {
  const disabled = plain(propertyAt(api, "/DisableExecuteApiEndpoint"));
  if (disabled === true) {
    return open("the API is called by a domain of its own, which may ask for client certificates");
  }
  return disabled instanceof Unknown ? open(disabled.reason) : { everyone: true, reason: "" };
}
