import { keyOfId } from "../../languages/arm/evaluator/shared.ts";
import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { ArmObject, Open, OpenText, bare, isArray, knownText } from "../../languages/arm/values/arm-value.ts";
import type { ArmMember, ArmValue } from "../../languages/arm/values/arm-value.ts";
import { print } from "../../languages/arm/values/print.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

const DEEPEST = 12;

/**
 * Resources that name a vault of the same template by a text: nothing tells Azure to make the vault first, so the first
 * deployment may fail. https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function checkKeyOrder(resources: readonly ResourceInstance[]): readonly Diagnostic[] {
  const vaults = resources.filter(
    (resource) =>
      !resource.isExisting && knownText(resource.type).toLowerCase() === "microsoft.keyvault/vaults",
  );
  if (vaults.length === 0) return [];
  const byId = new Map(resources.map((resource) => [keyOfId(resource.id), resource]));
  return vaults.flatMap((vault) => {
    const address = addressOf(vault);
    if (address === undefined) return [];
    return resources.flatMap((resource) => {
      if (resource.isExisting || resource.parts.template !== vault.parts.template) return [];
      const member = findText(resource.body, address, 0);
      if (member === undefined || waits(resource, vault, byId)) return [];
      return [tell(resource, vault, member)];
    });
  });
}

/** `https://name.vault.`, as far as it is known, in lower case. */
function addressOf(vault: ResourceInstance): string | undefined {
  const name = bare(vault.name);
  if (typeof name !== "string" && !(name instanceof Open)) return undefined;
  const text = print(name);
  return `https://${text.startsWith("'") ? text.slice(1, -1) : `\${${text}}`}.vault.`.toLowerCase();
}

/** The member whose text begins with the address. */
function findText(value: ArmValue, address: string, depth: number): ArmMember | undefined {
  const inner = bare(value);
  if (depth > DEEPEST) return undefined;
  if (isArray(inner)) {
    for (const item of inner) {
      const found = findText(item, address, depth + 1);
      if (found !== undefined) return found;
    }
  }
  if (!(inner instanceof ArmObject)) return undefined;
  for (const member of inner.members.values()) {
    const text = bare(member.value);
    const isText = typeof text === "string" || text instanceof OpenText;
    if (isText && print(text).toLowerCase().startsWith(`'${address}`)) return member;
    const found = isText ? undefined : findText(text, address, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True when it waits for the vault, for something in it, or for something that does; and when nobody knows for what. */
function waits(
  resource: ResourceInstance,
  vault: ResourceInstance,
  byId: ReadonlyMap<string, ResourceInstance>,
): boolean {
  const wanted = keyOfId(vault.id).slice(0, -1);
  const seen = new Set<ResourceInstance>();
  const waiting = [resource];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const id of next.waitsFor) {
      const key = keyOfId(id);
      if (key.startsWith(wanted)) return true;
      const found = byId.get(key);
      // the name of a loop, or what is put together at deployment
      if (found === undefined && !key.startsWith("'/")) return true;
      if (found !== undefined) waiting.push(found);
    }
  }
  return false;
}

function tell(resource: ResourceInstance, vault: ResourceInstance, { written }: ArmMember): Diagnostic {
  return {
    code: "arm-deployment",
    level: "warning",
    message: `${resource.address}: names ${vault.address} by its address, so Azure may make it before the vault is there; take the address from the vault, or say dependsOn`,
    ...(written === undefined ? {} : { location: written.source.locate(written.start) }),
  };
}
