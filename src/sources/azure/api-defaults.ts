import { Unknown, isValueMap, plain, put } from "../../model/value.ts";
import type { Scalar, Value, ValueMap } from "../../model/value.ts";

/** What a property is that a template leaves out, from a version of the API on. */
interface ApiDefault {
  readonly type: string;
  /** Below the resource. */
  readonly path: readonly [outer: string, name: string];
  /** The first version and its default, the oldest one first; previews are older than the version of their day. */
  readonly since: readonly (readonly [version: string, value: Scalar])[];
}

/**
 * Defaults that changed with a version of the API, and that rules depend on. Each is said in the description of the property
 * in that version (https://github.com/Azure/bicep-types-az/tree/main/generated), the one of vaults in
 * https://learn.microsoft.com/azure/key-vault/general/access-control-default.
 */
const DEFAULTS: readonly ApiDefault[] = [
  {
    type: "Microsoft.Storage/storageAccounts",
    path: ["properties", "supportsHttpsTrafficOnly"],
    since: [
      ["2015-05-01", false],
      ["2019-04-01", true],
    ],
  },
  {
    type: "Microsoft.Storage/storageAccounts",
    path: ["properties", "allowBlobPublicAccess"],
    since: [
      ["2015-05-01", true],
      ["2023-01-01", false],
    ],
  },
  {
    type: "Microsoft.Storage/storageAccounts",
    path: ["properties", "allowCrossTenantReplication"],
    since: [
      ["2015-05-01", true],
      ["2023-01-01", false],
    ],
  },
  {
    type: "Microsoft.Storage/storageAccounts",
    path: ["properties", "allowSharedKeyAccess"],
    since: [["2015-05-01", true]],
  },
  {
    type: "Microsoft.KeyVault/vaults",
    path: ["properties", "enableSoftDelete"],
    since: [["2019-09-01", true]],
  },
  {
    type: "Microsoft.KeyVault/vaults",
    path: ["properties", "enableRbacAuthorization"],
    since: [
      ["2019-09-01", false],
      ["2026-02-01", true],
    ],
  },
  {
    type: "Microsoft.Batch/batchAccounts",
    path: ["properties", "publicNetworkAccess"],
    since: [["2020-03-01", "Enabled"]],
  },
];

/** The properties with the defaults of the version in which they are written; without a known version as they are. */
export function withApiDefaults(
  type: string,
  properties: ValueMap,
  isOpen: (pointer: string) => boolean,
): ValueMap {
  const version = plain(properties["apiVersion"]);
  if (typeof version !== "string") return properties;
  let filled = properties;
  for (const { type: of, path, since } of DEFAULTS) {
    if (of !== type) continue;
    const value = since.findLast(([first]) => version >= first)?.[1];
    if (value !== undefined) filled = fill(filled, path, value, isOpen);
  }
  return filled;
}

function fill(
  properties: ValueMap,
  [outer, name]: ApiDefault["path"],
  value: Value,
  isOpen: (pointer: string) => boolean,
): ValueMap {
  if (isOpen("") || isOpen(outer)) return properties;
  const held = plain(properties[outer] ?? {});
  if (held instanceof Unknown || !isValueMap(held) || held[name] !== undefined) return properties;
  const inner = { ...held };
  put(inner, name, value);
  return { ...properties, [outer]: inner };
}
