import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";

const POLICY = "/properties/rotationPolicy";
const EXPIRY = "/properties/attributes/exp";

export const rotationDays: Fact = {
  name: "RotationDays",
  types: ["Microsoft.KeyVault/vaults/keys"],
  description:
    "The days after which the key rotates by itself, by its rotation policy: from its creation, or from its expiry backwards, for which the key has to have a date on which it expires (a policy gives one to the versions that it makes, not to the first). A month counts as 31 days and a year as 366. Absent when it does not rotate.",
  compute(key) {
    const policy = plain(propertyAt(key, POLICY));
    if (policy === undefined || policy === null || policy instanceof Unknown) return policy ?? undefined;
    if (!isValueMap(policy)) return undefined;
    const actions = plain(policy["lifetimeActions"]);
    if (actions instanceof Unknown) return actions;
    if (!isValueList(actions)) return undefined;
    for (const [index, item] of actions.entries()) {
      const days = daysOf(plain(item), policy, plain(propertyAt(key, EXPIRY)));
      if (days === undefined) continue;
      const pointer = `${POLICY}/lifetimeActions/${String(index)}/trigger`;
      factWrittenAt(key, "RotationDays", { resource: key, pointer });
      return days;
    }
    return undefined;
  },
};

/** https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation */
function daysOf(action: Value | undefined, policy: ValueMap, expires: Value | undefined): Value | undefined {
  if (action instanceof Unknown) return action;
  const type = plain(partOf(plain(partOf(action, "action")), "type"));
  if (type instanceof Unknown) return type;
  if (typeof type !== "string" || type.toLowerCase() !== "rotate") return undefined;
  const trigger = plain(partOf(action, "trigger"));
  const after = plain(partOf(trigger, "timeAfterCreate"));
  if (after !== undefined && after !== null) return daysIn(after);
  if (expires === undefined || expires === null || expires instanceof Unknown) return expires ?? undefined;
  const before = daysIn(plain(partOf(trigger, "timeBeforeExpiry")));
  const expiry = daysIn(plain(partOf(plain(policy["attributes"]), "expiryTime")));
  if (before instanceof Unknown) return before;
  if (expiry instanceof Unknown) return expiry;
  return typeof before === "number" && typeof expiry === "number" ? expiry - before : undefined;
}

/** What is in something unknown is not known either. */
function partOf(value: Value | undefined, name: string): Value | undefined {
  if (value instanceof Unknown) return value;
  return isValueMap(value) ? value[name] : undefined;
}

/** `P90D`, `P18M`, `P2Y` (ISO 8601). */
function daysIn(value: Value | undefined): number | Unknown | undefined {
  if (value instanceof Unknown) return value;
  if (typeof value !== "string") return undefined;
  const [, years, months, weeks, days] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/u.exec(value) ?? [];
  if ([years, months, weeks, days].every((part) => part === undefined)) return undefined;
  return Number(years ?? 0) * 366 + Number(months ?? 0) * 31 + Number(weeks ?? 0) * 7 + Number(days ?? 0);
}
