import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { segmentsOf } from "../../languages/arm/evaluator/place.ts";
import { bare, knownText } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue, Open } from "../../languages/arm/values/arm-value.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import { SharedDoubt } from "../../model/shared-doubt.ts";
import { Unknown, emptyMap, isSensitive, isValueMap, plain, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { withApiDefaults } from "./api-defaults.ts";
import { shapeNamed, spellType } from "./arm-shapes.ts";
import { locate, originIn } from "./origin.ts";
import { parentIdOf } from "./parent-id.ts";
import { reasonOf } from "./to-model.ts";
import type { ModelWriter } from "./to-model.ts";

export interface BuildContext {
  readonly writer: ModelWriter;
  /** `Resource.id` of a resource. */
  idOf(resource: ResourceInstance): string;
  readonly deployment: string;
}

/** A resource of a template as one of the graph. */
export function buildResource(resource: ResourceInstance, context: BuildContext): Resource {
  const { writer } = context;
  const written = bare(resource.type);
  const type = typeof written === "string" ? written : "unknown";
  const isArm = resource.declaration.extension === undefined;
  const spelled = isArm ? spellType(type) : type;
  const opened = new Map<string, Open>();
  const body = writer.value(resource.body, isArm ? shapeNamed(spelled) : undefined, [], (pointer, open) => {
    opened.set(pointer.join("/"), open);
  });
  const name = writer.value(segmentsOf(resource.name).at(-1) ?? "", undefined);
  const isElsewhere = resource.isExisting;
  const declared = envelope(isValueMap(body) ? body : emptyMap(), resource, name, context);
  const properties = isElsewhere
    ? declared
    : withApiDefaults(spelled, declared, (pointer) => opened.has(pointer));
  const shown = shownText(name);
  const { uncertain } = resource;
  const unread = new Unknown("the template names the resource and does not declare it");
  const missing = missingOf(opened, isElsewhere ? unread : undefined);
  const isLeft = resource.declaration.onlyIfNotExists === true && !isElsewhere;
  return {
    id: context.idOf(resource),
    address: resource.address,
    type: spelled,
    ...(spelled === type ? {} : { writtenType: type }),
    ...(shown === undefined ? {} : { name: shown }),
    ...(isLeft ? leftAsItIs({ properties, ...missing }) : { properties, ...missing }),
    declared: isElsewhere ? "elsewhere" : "here",
    placement: placementOf(resource, properties, context),
    identifiers: identifiersOf(resource.id, shown),
    location: locate(resource.declaration),
    ...(resource.calls.length > 0 ? { calls: resource.calls } : {}),
    ...(uncertain === undefined ? {} : { uncertain: doubtOf(resource, uncertain) }),
    origin: originIn(resource),
  };
}

const DOUBTS = new WeakMap<Open, SharedDoubt>();

function doubtOf({ isDoubtShared }: ResourceInstance, uncertain: Open): Unknown {
  const reason = reasonOf(uncertain);
  if (!isDoubtShared) return new Unknown(reason);
  const doubt = DOUBTS.get(uncertain) ?? new SharedDoubt(reason);
  DOUBTS.set(uncertain, doubt);
  return doubt;
}

/** What a deployment does not change of a resource that is there: where and what it is. */
const IDENTITY: ReadonlySet<string> = new Set(["name", "location", "parent", "scope", "apiVersion"]);

/** With onlyIfNotExists nothing is said of one that is there already but where it is. */
function leftAsItIs(
  asCreated: NonNullable<Resource["asCreated"]>,
): Pick<Resource, "properties" | "missing" | "asCreated"> {
  const unknown = new Unknown("onlyIfNotExists: one that is there already keeps the settings that it has");
  const properties = emptyMap();
  for (const [key, value] of Object.entries(asCreated.properties)) {
    put(properties, key, IDENTITY.has(key) ? value : unknown);
  }
  return {
    properties,
    asCreated,
    missing: (pointer) => (IDENTITY.has(parsePointer(pointer)[0] ?? "") ? undefined : unknown),
  };
}

/** What ARM has around the body: the last segment of the name, the version, what it lies in and what it extends. */
function envelope(
  body: ValueMap,
  resource: ResourceInstance,
  name: Value | undefined,
  { writer }: BuildContext,
): ValueMap {
  const properties = emptyMap();
  if (name !== undefined) properties["name"] = name;
  const version =
    resource.apiVersion === undefined ? undefined : writer.value(resource.apiVersion, undefined);
  if (version !== undefined) properties["apiVersion"] = version;
  const parent = parentIdOf(resource);
  if (parent !== undefined) properties["parent"] = writer.reference(parent);
  else if (knownText(resource.type).split("/").length > 2) {
    properties["parent"] = new Unknown("the name of the resource does not tell what it lies in");
  }
  const scope = scopeIdOf(resource);
  if (scope !== undefined) properties["scope"] = writer.reference(scope);
  for (const [key, value] of Object.entries(body)) put(properties, key, value);
  return properties;
}

/** Types that extend whatever they are deployed to: without a scope of their own that is the place of the deployment. */
const EXTENSIONS =
  /^microsoft\.(?:authorization\/(?:locks|role\w+|policy\w+|denyassignments)|insights\/diagnosticsettings|security\/\w+|advisor\/\w+|consumption\/\w+|guestconfiguration\/\w+|policyinsights\/\w+|securityinsights\/\w+)/iu;

function scopeIdOf(resource: ResourceInstance): ArmValue | undefined {
  const { extended } = resource;
  if (extended !== undefined) return extended;
  const type = knownText(resource.type);
  if (!EXTENSIONS.test(type) || type.split("/").length > 2) return undefined;
  return resource.scopeId;
}

function placementOf(
  resource: ResourceInstance,
  properties: ValueMap,
  { writer, deployment }: BuildContext,
): Placement {
  const { location } = properties;
  const account = writer.value(resource.place.subscriptionId, undefined);
  return { cloud: "azure", region: location, account, deployment };
}

function identifiersOf(id: ArmValue, name: string | undefined): readonly string[] {
  const text = bare(id);
  return [
    ...(typeof text === "string" ? [text] : []),
    ...(name === undefined || name === "default" ? [] : [name]),
  ];
}

/** Properties of an object of which not all members are known. */
function missingOf(
  opened: ReadonlyMap<string, Open>,
  unread: Unknown | undefined,
): { readonly missing?: NonNullable<Resource["missing"]> } {
  if (unread !== undefined) return { missing: () => unread };
  if (opened.size === 0) return {};
  const reasons = [...opened].map(([pointer, open]) => [pointer, new Unknown(reasonOf(open))] as const);
  return {
    missing: (pointer) => {
      for (const [opening, unknown] of reasons) {
        if (opening === "" || pointer.startsWith(`/${opening}/`)) return unknown;
      }
      return undefined;
    },
  };
}

/** A text that reports may show; a sensitive name names nothing. */
function shownText(value: Value | undefined): string | undefined {
  const text = isSensitive(value) ? undefined : plain(value);
  return typeof text === "string" && text !== "" ? text : undefined;
}
