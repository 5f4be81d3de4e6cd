import {
  idOfGroup,
  idOfManagementGroup,
  idOfPlace,
  idOfResource,
  idOfSubscription,
  segmentsOf,
} from "../evaluator/place.ts";
import { readAt } from "../evaluator/access.ts";
import type { DeclaredResource } from "../evaluator/instance.ts";
import { ArmError } from "../values/arm-error.ts";
import { AT_DEPLOYMENT, Open, Read, Secure, bare, isArray, knownText } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { openCall } from "../values/open-call.ts";
import { printCall, printRead } from "../values/print.ts";
import { argument, lazy, loose } from "./built-in.ts";
import type { BuiltIn, CallSite } from "./built-in.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource */
export const RESOURCES: readonly BuiltIn[] = [
  lazy("resourceId", [2, "many"], (site) => {
    const { before, type, names } = idParts(site);
    const { place } = site.frame.instance;
    const [first, second] = before;
    if (second !== undefined && first !== undefined) {
      return idOfResource(idOfGroup(first, second), type, names);
    }
    if (first !== undefined) {
      // one argument before the type is a resource group, or the subscription where there are no groups
      const scope =
        place.scope === "resourceGroup" ? idOfGroup(place.subscriptionId, first) : idOfSubscription(first);
      return idOfResource(scope, type, names);
    }
    return idOfResource(idOfPlace(place), type, names);
  }),
  lazy("subscriptionResourceId", [2, "many"], (site) => {
    const { before, type, names } = idParts(site);
    const subscription = before[0] ?? site.frame.instance.place.subscriptionId;
    return idOfResource(idOfSubscription(subscription), type, names);
  }),
  lazy("tenantResourceId", [2, "many"], (site) => {
    const { type, names } = idParts(site);
    return idOfResource("", type, names);
  }),
  lazy("managementGroupResourceId", [2, "many"], (site) => {
    const { before, type, names } = idParts(site);
    const group = before[0] ?? site.frame.instance.place.managementGroup;
    return idOfResource(idOfManagementGroup(group), type, names);
  }),
  loose("extensionResourceId", [3, "many"], ([scope = "", type = "", ...names]) =>
    idOfResource(scope, type, names),
  ),
  lazy("reference", [1, 3], (site) => {
    const isFull = knownText(argument(site, 2)).toLowerCase() === "full";
    return referenceTo(site, argument(site, 0), isFull ? [] : ["properties"]);
  }),
  lazy("resourceInfo", [1], (site) => referenceTo(site, argument(site, 0), [])),
  loose("extensions", [1], () => undefined),
  lazy("references", [1, 2], (site) => {
    const name = argument(site, 0);
    const key = bare(name);
    const loop = typeof key === "string" ? site.frame.instance.resource(key, undefined) : undefined;
    if (loop === undefined || !isArray(loop)) return openCall("references", [name]);
    const isFull = knownText(argument(site, 1)).toLowerCase() === "full";
    return loop.map((one) =>
      isFull || !(one instanceof Read)
        ? one
        : readAt(one.read.id, one.resource as DeclaredResource | undefined, ["properties"]),
    );
  }),
  loose("providers", [1, 2], () => undefined),
  loose("roleDefinitions", [1], () => undefined),
  loose("pickZones", [3, 5], () => undefined),
  ...["toLogicalZone", "toLogicalZones", "toPhysicalZone", "toPhysicalZones"].map((name) =>
    loose(name, [3], (values) => new Open(AT_DEPLOYMENT, printCall(name, values))),
  ),
  // all outputs of a deployment, those included that must not be shown
  lazy("listOutputsWithSecureValues", [1, 2], (site) => {
    const resource = site.frame.instance.find(argument(site, 0));
    if (resource?.isDeployment !== true) return openOf(site);
    const read = { id: resource.id, path: ["outputs"] };
    return new Read(printRead(read), read, resource);
  }),
  lazy("getSecret", [1, "many"], (site) => new Secure(openOf(site))),
];

/** `listKeys` and its like: every function whose name begins with `list`. */
export function listFunction(name: string): BuiltIn {
  return lazy(name, [0, "many"], openOf);
}

/** What a call gives at deployment, with the resource that its first argument names. */
function openOf(site: CallSite): ArmValue {
  const values = site.call.arguments.map((_, index) => argument(site, index));
  const [first, ...others] = values;
  if (first === undefined) return new Open(AT_DEPLOYMENT, `${site.name}()`);
  const id = site.frame.instance.find(first)?.id ?? first;
  return new Open(AT_DEPLOYMENT, printCall(site.name, [id, ...others]), [{ id, path: [site.name] }]);
}

function referenceTo(site: CallSite, name: ArmValue, path: readonly (string | number)[]): ArmValue {
  const resource = site.frame.instance.find(name);
  return readAt(resource?.id ?? name, resource, path);
}

interface IdParts {
  /** Subscription and resource group, as far as they are given. */
  readonly before: readonly ArmValue[];
  readonly type: ArmValue;
  readonly names: readonly ArmValue[];
}

/** The type is the first argument that has as many segments, without its provider, as there are arguments after it. */
function idParts(site: CallSite): IdParts {
  const values = site.call.arguments.map((_, index) => argument(site, index));
  for (const [index, value] of values.entries()) {
    // a slash at its end is taken as none
    const inner = bare(value);
    const type = typeof inner === "string" ? inner.replace(/\/+$/u, "") : inner;
    if (index > 2 || typeof type !== "string" || !type.includes("/")) continue;
    const names = values.slice(index + 1).flatMap(partsOfName);
    const before = values.slice(0, index);
    if (type.split("/").length - 1 === names.length) return { before, type, names: names.map(wholeSegment) };
  }
  const known = values.slice(0, 3).find((value) => typeof value === "string" && value.includes("/"));
  if (known !== undefined && values.every((value) => typeof bare(value) === "string")) {
    throw new ArmError(`${site.name} takes as many names as the type ${knownText(known)} has segments`);
  }
  return { before: [], type: openCall("type", values), names: values };
}

/** A segment of a name that has as many as there are names: none of its pieces has a slash then. */
function wholeSegment(name: ArmValue, _: number, names: readonly ArmValue[]): ArmValue {
  const segment = name instanceof Open ? name.traits.segment : undefined;
  const segments = segment === undefined ? [] : segmentsOf(segment.text);
  return segments.length === names.length ? (segments[segment?.index ?? 0] ?? name) : name;
}

function partsOfName(value: ArmValue): readonly ArmValue[] {
  return isArray(value) ? value : segmentsOf(value);
}
