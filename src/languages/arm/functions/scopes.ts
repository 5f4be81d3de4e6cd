import { readAt } from "../evaluator/access.ts";
import { idOfGroup, idOfManagementGroup, idOfSubscription } from "../evaluator/place.ts";
import { AT_DEPLOYMENT, ArmObject, Open } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { printCall } from "../values/print.ts";
import { argument, lazy, loose } from "./built-in.ts";
import type { BuiltIn, CallSite } from "./built-in.ts";
import { ENVIRONMENT } from "./environment.ts";

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment
 */
export const SCOPES: readonly BuiltIn[] = [
  lazy("subscription", [0, 1], (site) => {
    const { place } = site.frame.instance;
    const id = site.call.arguments.length > 0 ? argument(site, 0) : place.subscriptionId;
    return withRest("subscription()", [
      ["id", idOfSubscription(id)],
      ["subscriptionId", id],
      ["tenantId", place.tenantId],
    ]);
  }),
  lazy("resourceGroup", [0, 2], resourceGroup),
  lazy("managementGroup", [0, 1], (site) => {
    const { place } = site.frame.instance;
    const name = site.call.arguments.length > 0 ? argument(site, 0) : place.managementGroup;
    return withRest("managementGroup()", [
      ["id", idOfManagementGroup(name)],
      ["name", name],
      ["type", "/providers/Microsoft.Management/managementGroups"],
    ]);
  }),
  lazy("tenant", [0], (site) => withRest("tenant()", [["tenantId", site.frame.instance.place.tenantId]])),
  lazy("deployment", [0], (site) => site.frame.instance.deployment),
  loose("deployer", [0], () => new Open(AT_DEPLOYMENT, "deployer()")),
  loose("environment", [0], () => ENVIRONMENT),
  loose(
    "utcNow",
    [0, 1],
    (values) =>
      new Open(AT_DEPLOYMENT, printCall("utcNow", values), [], {
        isPresent: true,
        isText: true,
      }),
  ),
  loose(
    "newGuid",
    [0],
    () => new Open(AT_DEPLOYMENT, "newGuid()", [], { isPresent: true, isText: true, isWord: true }),
  ),
];

function resourceGroup(site: CallSite): ArmValue {
  const { instance } = site.frame;
  const { place } = instance;
  const count = site.call.arguments.length;
  const subscription = count > 1 ? argument(site, 0) : place.subscriptionId;
  const name = count === 0 ? place.resourceGroup : argument(site, count - 1);
  const id = idOfGroup(subscription, name);
  return withRest("resourceGroup()", [
    ["id", id],
    ["name", name],
    ["type", "Microsoft.Resources/resourceGroups"],
    ["location", locationOf(site, id, name)],
  ]);
}

/** Of a group that the input declares, what it declares. */
function locationOf(site: CallSite, id: ArmValue, name: ArmValue): ArmValue {
  const isOwn = name instanceof Open && name.expression === "resourceGroup().name";
  if (isOwn) {
    return new Open(AT_DEPLOYMENT, "resourceGroup().location", [], { isPresent: true, isText: true });
  }
  return readAt(id, site.frame.instance.around(id), ["location"]);
}

function withRest(expression: string, known: readonly (readonly [string, ArmValue])[]): ArmObject {
  const members = new Map<string, ArmMember>();
  for (const [key, value] of known) members.set(key, { key, value });
  return new ArmObject(members, new Open(AT_DEPLOYMENT, expression));
}
