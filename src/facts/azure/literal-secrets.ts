import { parsePointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import { Reference, Sensitive, Unknown, UnknownText, isValueList, isValueMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isPlaceholder } from "../placeholder-text.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";

/** Where a type holds a secret: a password, a key, a token. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "Microsoft.Batch/batchAccounts/pools": [
    "/properties/mountConfiguration/*/azureBlobFileSystemConfiguration/accountKey",
    "/properties/mountConfiguration/*/azureBlobFileSystemConfiguration/sasKey",
    "/properties/mountConfiguration/*/azureFileShareConfiguration/accountKey",
    "/properties/mountConfiguration/*/cifsMountConfiguration/password",
    "/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration/containerRegistries/*/password",
    "/properties/userAccounts/*/linuxUserConfiguration/sshPrivateKey",
    "/properties/userAccounts/*/password",
  ],
  "Microsoft.Compute/virtualMachineScaleSets": ["/properties/virtualMachineProfile/osProfile/adminPassword"],
  "Microsoft.Compute/virtualMachines": ["/properties/osProfile/adminPassword"],
  "Microsoft.DBforPostgreSQL/flexibleServers": ["/properties/administratorLoginPassword"],
  "Microsoft.KeyVault/vaults/secrets": ["/properties/value"],
  "Microsoft.Network/connections": ["/properties/authorizationKey", "/properties/sharedKey"],
  "Microsoft.Network/virtualNetworkGateways": [
    "/properties/vpnClientConfiguration/radiusServerSecret",
    "/properties/vpnClientConfiguration/radiusServers/*/radiusServerSecret",
  ],
  "Microsoft.RedHatOpenShift/openShiftClusters": [
    "/properties/clusterProfile/pullSecret",
    "/properties/servicePrincipalProfile/clientSecret",
  ],
  "Microsoft.Sql/servers": ["/properties/administratorLoginPassword"],
  "Microsoft.Synapse/workspaces": ["/properties/sqlAdministratorLoginPassword"],
  "Microsoft.Synapse/workspaces/auditingSettings": ["/properties/storageAccountAccessKey"],
  "Microsoft.Synapse/workspaces/extendedAuditingSettings": ["/properties/storageAccountAccessKey"],
};

/** Settings that hold a secret only when they write into a storage account with its key. */
const SETTINGS = /^Microsoft\.Synapse\/workspaces\/(?:extendedA|a)uditingSettings$/u;

export const literalSecrets: Fact = {
  name: "LiteralSecrets",
  types: Object.keys(PLACES),
  description:
    "The places of the resource that hold a secret as plain text in the code: passwords, keys, tokens. A value that the input marks as secure, one that is taken from a resource and an obvious placeholder are none; one that is not known at all is an item that is not known. Absent of settings for audits that hold no key.",
  compute(resource) {
    const { type, properties, writtenType } = resource;
    if (SETTINGS.test(type) && propertyAt(resource, "/properties/storageAccountAccessKey") === undefined) {
      return undefined;
    }
    const found: Value[] = [];
    const visit = writtenType?.startsWith("azurerm_") === true ? visitOfTerraform : visitLiteral;
    for (const place of PLACES[type] ?? []) collect(properties, parsePointer(place), "", found, visit);
    const places = found.map((pointer, index): readonly [string, Place | undefined] => [
      String(index),
      typeof pointer === "string" ? { resource, pointer } : undefined,
    ]);
    return partsWrittenAt(found, Object.fromEntries(places));
  },
};

type Visit = (value: Value | undefined, path: string, found: Value[]) => void;

function visitLiteral(value: Value | undefined, path: string, found: Value[]): void {
  if (isLiteral(value)) found.push(path);
  else if (mayBeLiteral(value)) found.push(new Unknown(value.reason));
}

/**
 * What stands in the code of Terraform is known, or marked: as sensitive by the provider's schema in a plan, and by the
 * variable that it comes from. What is not known comes from elsewhere.
 */
function visitOfTerraform(value: Value | undefined, path: string, found: Value[]): void {
  if (isLiteral(value)) found.push(path);
  else if (value instanceof Sensitive && isLiteral(value.value)) {
    found.push(new Unknown("it is sensitive, and nothing tells whether it stands in the code"));
  }
}

function collect(
  held: Value | undefined,
  tokens: readonly string[],
  path: string,
  found: Value[],
  visit: Visit,
): void {
  const [token, ...rest] = tokens;
  const value = held instanceof Sensitive && held.markedBy === "type" ? held.value : held;
  if (token === undefined) {
    visit(value, path, found);
    return;
  }
  // a list or an object that is not known as a whole may hold one
  if (value instanceof Unknown) {
    found.push(new Unknown(value.reason));
    return;
  }
  if (value instanceof Sensitive || value instanceof Reference || value === undefined) return;
  if (token === "*" && isValueList(value)) {
    for (const [index, item] of value.entries()) {
      collect(item, rest, `${path}/${String(index)}`, found, visit);
    }
  } else if (isValueMap(value)) collect(value[token], rest, `${path}/${token}`, found, visit);
}

/** What is taken from a resource, or put together around something, stands in no code. */
function mayBeLiteral(value: Value | undefined): value is Unknown {
  return value instanceof Unknown && !(value instanceof UnknownText) && value.candidates.length === 0;
}

function isLiteral(value: Value | undefined): boolean {
  return typeof value === "string" && !isPlaceholder(value);
}
