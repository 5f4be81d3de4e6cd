import { isApiObject, typeOf } from "../../languages/kubernetes/api-groups.ts";
import { hideSecrets } from "../../languages/kubernetes/hide-secrets.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { Sensitive, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { locationOf } from "./origin-of-attribute.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/**
 * The object of a `kubernetes_manifest`: its properties are the manifest as it stands. `undefined` when nothing tells what
 * it is.
 */
export function kubernetesManifest(
  resource: TerraformResource,
  common: Omit<Resource, "type" | "properties">,
): Resource | undefined {
  const manifest = plain(resource.attributes["manifest"]);
  if (!isValueMap(manifest)) return undefined;
  const apiVersion = plain(manifest["apiVersion"]);
  const kind = plain(manifest["kind"]);
  if (typeof apiVersion !== "string" || typeof kind !== "string" || !isApiObject(apiVersion, kind)) {
    return undefined;
  }
  const type = typeOf(apiVersion, kind);
  const name = nameOf(manifest);
  return {
    ...common,
    type,
    identifiers: [],
    ...(name === undefined ? {} : { name }),
    properties: hideSecrets(type, withoutNull(manifest)),
    origin: (pointer) => originOf(resource, pointer),
  };
}

function nameOf(manifest: ValueMap): string | undefined {
  const metadata = plain(manifest["metadata"]);
  const name = isValueMap(metadata) ? metadata["name"] : undefined;
  const text = name instanceof Sensitive ? undefined : plain(name);
  return typeof text === "string" ? text : undefined;
}

/** The API takes null for what is not there. */
function withoutNull(map: ValueMap): ValueMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]): readonly (readonly [string, Value])[] =>
      value === null ? [] : [[key, below(value)]],
    ),
  );
}

function below(value: Value): Value {
  if (isValueList(value)) return value.map(below);
  return isValueMap(value) ? withoutNull(value) : value;
}

function originOf(resource: TerraformResource, pointer: string): Origin {
  const { address } = resource;
  const tokens = parsePointer(pointer);
  if (tokens[0] === "Facts") return { address, ...locationOf(resource) };
  const path = tokens.map((token) => (/^\d+$/u.test(token) ? `[${token}]` : `.${token}`)).join("");
  const attribute = `manifest${path}`;
  return { address, attribute, ...locationOf(resource, attribute) };
}
