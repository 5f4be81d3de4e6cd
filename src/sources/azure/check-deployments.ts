import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { ArmObject, Open, bare, knownText } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { checkKeyOrder } from "./check-key-order.ts";
import { originIn } from "./origin.ts";

/** What a template shows already that its deployment will refuse. */
export function checkDeployments(resources: readonly ResourceInstance[]): readonly Diagnostic[] {
  const accounts = resources.filter(
    (resource) =>
      !resource.isExisting && knownText(resource.type).toLowerCase() === "microsoft.storage/storageaccounts",
  );
  return [...accounts.flatMap(checkAccountKey), ...checkKeyOrder(resources)];
}

/**
 * With a key of a vault a new account needs an identity that is there before it: its own one comes into being with it.
 * https://learn.microsoft.com/azure/storage/common/customer-managed-keys-configure-new-account
 */
function checkAccountKey(resource: ResourceInstance): readonly Diagnostic[] {
  const encryption = memberAt(resource.body, ["properties", "encryption"]);
  if (knownText(memberAt(encryption, ["keySource"])).toLowerCase() !== "microsoft.keyvault") return [];
  const identity = memberAt(encryption, ["identity", "userAssignedIdentity"]);
  if (identity !== undefined && bare(identity) !== null) return [];
  const location = originIn(resource)("/properties/encryption/keySource").location;
  return [
    {
      code: "arm-deployment",
      level: "warning",
      message: `${resource.address}: Azure refuses to make an account with a key of a vault and without encryption.identity.userAssignedIdentity: its own identity is not there yet to read the key`,
      ...(location === undefined ? {} : { location }),
    },
  ];
}

/** The value at a path; nothing for one that is certainly not there, something open for one that may be. */
function memberAt(value: ArmValue | undefined, path: readonly string[]): ArmValue | undefined {
  let current = value;
  for (const key of path) {
    const inner: ArmValue | undefined = current === undefined ? undefined : bare(current);
    if (inner instanceof Open) return inner;
    if (!(inner instanceof ArmObject)) return undefined;
    current = inner.get(key) ?? inner.rest;
  }
  return current;
}
