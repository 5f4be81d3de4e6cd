import type { ModuleInstance } from "../../languages/hcl/evaluator/module-instance.ts";
import type { ResourceInstance } from "../../languages/hcl/evaluator/resource-instance.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  emptyMap,
  isValueList,
  isValueMap,
  put,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { hideMarkedSecrets } from "../terraform/marked-secrets.ts";
import { lensOf } from "../terraform/lens-index.ts";
import type { TerraformResource } from "../terraform/terraform-resource.ts";
import { allTags } from "./all-tags.ts";
import { attributeSteps } from "../terraform/folder/attribute-steps.ts";
import { callsOf } from "../terraform/folder/module-calls.ts";
import type { ProviderConfigs } from "../terraform/folder/provider-configs.ts";
import { toAttribute } from "../terraform/folder/to-attributes.ts";
import type { Regional } from "../terraform/own-regions.ts";
import type { IsResource } from "../terraform/folder/to-attributes.ts";
import { withChangedDefaults } from "./changed-defaults.ts";
import { addUnset } from "./unset-attributes.ts";
import { withDefaults } from "./with-defaults.ts";

/** An instance as plan, state and folder have it in common. `majors` as in `majorsOfProvider`. */
export function writtenResource(
  instance: ResourceInstance<ModuleInstance>,
  providers: ProviderConfigs,
  isResource: IsResource,
  majors: readonly number[],
): TerraformResource {
  const { id, address, declaration, uncertain } = instance;
  const provider = providers.of(declaration, instance.module);
  const calls = callsOf(instance.module);
  const read = withChangedDefaults(declaration.type, readAttributes(instance, isResource), majors, (name) =>
    instance.isSet(name),
  );
  const tagged = provider === undefined ? read : addAllTags(read, instance, provider.defaultTags);
  const lens = lensOf(declaration.type);
  const attributes = lens === undefined ? tagged : addUnset(lens.properties, tagged);
  const placement =
    provider === undefined ? undefined : providers.placementOf(provider, regional(instance, attributes));
  return {
    id,
    address,
    type: declaration.type,
    isReadBack: () => false,
    attributes: uncertain === undefined ? attributes : loosenLinks(attributes, uncertain, lens?.fold?.by),
    ...(placement !== undefined && { placement }),
    ...(uncertain !== undefined && { uncertain: new Unknown(uncertain) }),
    location: instance.locate([]),
    ...(calls.length > 0 && { calls }),
    locate: (path) => instance.locate(attributeSteps(path)),
    locateBehind: (path) => instance.locateBehind(attributeSteps(path)),
  };
}

/** What the configuration says of the region of an instance; what the provider would fill in is that of the provider. */
function regional(instance: ResourceInstance<ModuleInstance>, attributes: ValueMap): Regional {
  const { address, declaration } = instance;
  const isNamed = instance.isSet("region");
  return {
    type: declaration.type,
    address,
    region: isNamed ? attributes["region"] : undefined,
    location: isNamed ? instance.locate(attributeSteps("region")) : undefined,
  };
}

function readAttributes(instance: ResourceInstance, isResource: IsResource): ValueMap {
  const attributes = emptyMap();
  for (const [name, value] of instance.attributes()) {
    const attribute = toAttribute(value, isResource);
    if (attribute !== undefined) put(attributes, name, attribute);
  }
  if (instance.shape !== undefined) return withDefaults(attributes, instance.shape);
  return hideMarkedSecrets(instance.declaration.type, attributes);
}

function addAllTags(attributes: ValueMap, { shape }: ResourceInstance, added: ValueMap | Unknown): ValueMap {
  const hasAll = shape === undefined ? Object.hasOwn(attributes, "tags") : shape.attributes.has("tags_all");
  if (!hasAll) return attributes;
  return { ...attributes, tags_all: allTags(attributes["tags"], added) };
}

/**
 * Nobody knows whether the instance is there, so what it names it only may name; a satellite says by an attribute what it
 * belongs to.
 */
function loosenLinks(attributes: ValueMap, reason: string, by: string | undefined): ValueMap {
  const loosened = emptyMap();
  for (const [name, value] of Object.entries(attributes)) {
    put(loosened, name, name === by ? new Unknown(reason, referencesOf(value)) : loosen(value, reason));
  }
  return loosened;
}

function loosen(value: Value, reason: string): Value {
  if (value instanceof Reference) return new Unknown(reason, [value]);
  if (value instanceof Sensitive) {
    const inner = loosen(value.value, reason);
    return inner instanceof Unknown ? inner : new Sensitive(inner, value.markedBy);
  }
  if (value instanceof UnknownDocument) {
    return new UnknownDocument(value.reason, value.candidates, loosen(value.document, reason));
  }
  if (value instanceof Unknown) return value;
  if (isValueList(value)) return value.map((item) => loosen(item, reason));
  if (!isValueMap(value)) return value;
  const map = emptyMap();
  for (const [key, held] of Object.entries(value)) put(map, key, loosen(held, reason));
  return map;
}
