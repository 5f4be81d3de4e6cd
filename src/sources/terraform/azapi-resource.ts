import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { withApiDefaults } from "../azure/api-defaults.ts";
import { shapeNamed, spellType } from "../azure/arm-shapes.ts";
import { attributeAt } from "./attribute-path.ts";
import { convert } from "./convert.ts";
import { mergeProperties } from "./merge-properties.ts";
import { spellBody } from "./spell-body.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/** Types that extend any other resource: what they extend is their scope, not their parent. */
const EXTENSIONS =
  /^Microsoft\.(?:Authorization|Insights\/diagnosticSettings|SecurityInsights|GuestConfiguration|PolicyInsights|Consumption)\b/iu;

/** What `azapi_resource` has beside the body, and ARM in it. */
const ENVELOPE = ["name", "location", "tags"] as const;

/**
 * The resource of an `azapi_resource`: its type is what stands before the @ of `type`, its properties are the body (data, or
 * JSON text in version 1 of the provider) with the defaults of the version. `undefined` when nothing tells the type.
 */
export function azapiResource(
  resource: TerraformResource,
  common: Omit<Resource, "type" | "properties">,
): Resource | undefined {
  const { attributes } = resource;
  const read = readAzapiBody(resource);
  if (read === undefined) return undefined;
  const { type, apiVersion, body } = read;
  const declared = {
    ...(body instanceof Unknown ? {} : body),
    ...ownProperties(attributes),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...parentOf(type, attributes["parent_id"]),
  };
  const properties =
    body instanceof Unknown
      ? declared
      : withApiDefaults(type, declared, (pointer) => isOpen(declared, pointer));
  return {
    ...common,
    type,
    properties,
    ...(body instanceof Unknown ? { missing: missingIn(properties, body) } : {}),
    origin: (pointer) => originOfAzapi(resource, pointer),
  };
}

/** The type, the version of the API and the body, each spelled as Azure publishes it; nothing when nothing tells the type. */
export function readAzapiBody({ attributes }: TerraformResource):
  | {
      readonly type: string;
      readonly apiVersion: string | undefined;
      readonly body: ValueMap | Unknown;
    }
  | undefined {
  const written = plain(attributes["type"]);
  if (typeof written !== "string" || !written.includes("/")) return undefined;
  const [writtenType = written, apiVersion] = written.split("@");
  const type = spellType(writtenType);
  const body = readBody(attributes);
  if (body instanceof Unknown) return { type, apiVersion, body };
  const spelled = spellBody(body, shapeNamed(type));
  return { type, apiVersion, body: isValueMap(spelled) ? spelled : {} };
}

/** What is there and not known may hold the property already. */
function isOpen(declared: ValueMap, pointer: string): boolean {
  return plain(declared[pointer]) instanceof Unknown;
}

function readBody(attributes: ValueMap): ValueMap | Unknown {
  const open = bodyOf(attributes["body"]);
  const hidden = bodyOf(attributes["sensitive_body"]);
  if (open instanceof Unknown) return open;
  if (hidden instanceof Unknown) return new Unknown("the sensitive body is not known before apply");
  return mergeProperties(open, hideParts(hidden));
}

function bodyOf(value: Value | undefined): ValueMap | Unknown {
  if (value === undefined || value instanceof Unset || value === null) return {};
  const body = plain(convert(value, "json"));
  if (isValueMap(body)) return body;
  return body instanceof Unknown ? body : new Unknown("the body is no object");
}

/** The tree stays, the texts in it are not shown. */
function hideParts(map: ValueMap): ValueMap {
  const hidden = emptyMap();
  for (const [key, part] of Object.entries(map)) {
    put(hidden, key, isValueMap(part) ? hideParts(part) : new Sensitive(part));
  }
  return hidden;
}

function ownProperties(attributes: ValueMap): Record<string, Value> {
  const own = emptyMap();
  for (const name of ENVELOPE) {
    const value = attributes[name];
    if (value !== undefined && value !== null && !(value instanceof Unset)) own[name] = value;
  }
  const identity = attributeAt(attributes, "identity");
  const blocks = plain(identity);
  const block = isValueList(blocks) ? plain(blocks[0]) : blocks;
  if (isValueMap(block) && block["type"] !== undefined) own["identity"] = { type: block["type"] };
  if (block instanceof Unknown && !(block instanceof Unset)) own["identity"] = block;
  return own;
}

function parentOf(type: string, parent: Value | undefined): Record<string, Value> {
  if (parent === undefined || parent === null || parent instanceof Unset) return {};
  if (EXTENSIONS.test(type)) return { scope: parent };
  return type.split("/").length > 2 ? { parent } : {};
}

function missingIn(properties: ValueMap, body: Unknown): (pointer: string) => Unknown | undefined {
  return (pointer) => {
    const [first = ""] = parsePointer(pointer);
    return Object.hasOwn(properties, first) ? undefined : body;
  };
}

/** Where a property is written: beside the body, or in it. */
export function originOfAzapi(resource: TerraformResource, pointer: string): Origin {
  const [first = "", ...rest] = parsePointer(pointer);
  const own = first === "parent" || first === "scope" ? "parent_id" : first;
  const beside = ["name", "location", "tags", "identity", "parent_id"].includes(own);
  const attribute = beside ? [own, ...rest].join(".") : ["body", first, ...rest].join(".");
  const location = resource.locate?.(attribute) ?? resource.location;
  return { address: resource.address, attribute, ...(location === undefined ? {} : { location }) };
}
