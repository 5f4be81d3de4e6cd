import type { DeploymentScope } from "../template.ts";
import { AT_DEPLOYMENT, Open, OpenText, Secure, WORD, bare } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { joinText } from "../values/text.ts";
import { openCall } from "../values/open-call.ts";

/** Where a deployment goes. What nobody says is the place that the command is run for. */
export interface Place {
  readonly scope: DeploymentScope;
  readonly tenantId: ArmValue;
  readonly subscriptionId: ArmValue;
  /** Names. */
  readonly resourceGroup: ArmValue;
  readonly managementGroup: ArmValue;
}

/** The place of an input that says nothing of it. */
export function unknownPlace(scope: DeploymentScope): Place {
  return {
    scope,
    tenantId: new Open(AT_DEPLOYMENT, "tenant().tenantId", [], WORD),
    subscriptionId: new Open(AT_DEPLOYMENT, "subscription().subscriptionId", [], WORD),
    resourceGroup: new Open(AT_DEPLOYMENT, "resourceGroup().name", [], WORD),
    managementGroup: new Open(AT_DEPLOYMENT, "managementGroup().name", [], WORD),
  };
}

/** The id of the place itself, without a slash at its end; empty for the tenant. */
export function idOfPlace(place: Place): ArmValue {
  switch (place.scope) {
    case "resourceGroup":
      return idOfGroup(place.subscriptionId, place.resourceGroup);
    case "subscription":
      return idOfSubscription(place.subscriptionId);
    case "managementGroup":
      return idOfManagementGroup(place.managementGroup);
    case "tenant":
      return "";
  }
}

export function idOfSubscription(subscription: ArmValue): ArmValue {
  return joinText(["/subscriptions/", subscription]);
}

export function idOfGroup(subscription: ArmValue, group: ArmValue): ArmValue {
  return joinText(["/subscriptions/", subscription, "/resourceGroups/", group]);
}

export function idOfManagementGroup(name: ArmValue): ArmValue {
  return joinText(["/providers/Microsoft.Management/managementGroups/", name]);
}

/**
 * The id of a resource: `{scope}/providers/Microsoft.X/a/{first name}/b/{second name}`. Subscriptions and resource groups
 * are resources with ids of their own form.
 */
export function idOfResource(scope: ArmValue, type: ArmValue, names: readonly ArmValue[]): ArmValue {
  const text = bare(type);
  if (typeof text !== "string") return openCall("resourceId", [type, ...names]);
  const [provider = "", ...types] = text.split("/");
  if (types.length !== names.length) return openCall("resourceId", [type, ...names]);
  const [name = ""] = names;
  if (text.toLowerCase() === "microsoft.resources/resourcegroups") {
    return joinText([scope, "/resourceGroups/", name]);
  }
  if (text.toLowerCase() === "microsoft.resources/subscriptions") return idOfSubscription(name);
  return joinText([
    scope,
    `/providers/${provider}`,
    ...types.flatMap((part, index) => [`/${part}/`, names[index] ?? ""]),
  ]);
}

/** The segments of a name: `a/b` is two. A piece that is not known is taken for one without a slash. */
export function segmentsOf(name: ArmValue): readonly ArmValue[] {
  if (name instanceof Secure) return segmentsOf(name.value).map((segment) => new Secure(segment));
  const inner = bare(name);
  if (typeof inner === "string") return inner.split("/");
  if (!(inner instanceof OpenText)) return [name];
  const segments: (string | Open)[][] = [[]];
  for (const piece of inner.pieces) {
    if (typeof piece !== "string") {
      segments.at(-1)?.push(piece);
      continue;
    }
    for (const [index, part] of piece.split("/").entries()) {
      if (index > 0) segments.push([]);
      if (part !== "") segments.at(-1)?.push(part);
    }
  }
  return segments.map((pieces) => joinText(pieces));
}
