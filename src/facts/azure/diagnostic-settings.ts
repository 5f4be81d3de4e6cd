import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isAudited } from "./audit-categories.ts";
import { childrenOf } from "./children-of.ts";
import { extensionsOf } from "./extensions-of.ts";

const SETTING = "Microsoft.Insights/diagnosticSettings";
const ACCOUNT = "Microsoft.Storage/storageAccounts";
const BLOBS = "Microsoft.Storage/storageAccounts/blobServices";

/** Where a setting for the blobs of an account has its scope. */
const BLOBS_BELOW = "/blobservices/default";

export const diagnosticSettings: Fact = {
  name: "DiagnosticSettings",
  types: [
    ACCOUNT,
    "Microsoft.Batch/batchAccounts",
    "Microsoft.DBforPostgreSQL/flexibleServers",
    "Microsoft.HealthcareApis/workspaces",
    "Microsoft.HealthcareApis/workspaces/dicomservices",
    "Microsoft.HealthcareApis/workspaces/fhirservices",
    "Microsoft.KeyVault/managedHSMs",
    "Microsoft.KeyVault/vaults",
    "Microsoft.Network/azureFirewalls",
    "Microsoft.Network/networkSecurityGroups",
    "Microsoft.RecoveryServices/vaults",
    "Microsoft.Synapse/workspaces",
  ],
  description:
    "The diagnostic settings of the resource, of a storage account those of its blob service (blobServices/default): Setting is the setting, Logs the categories and category groups that are on, Audited whether they say who did what, Workspace the Log Analytics workspace that they go to (Storage and EventHub where they go besides). One that only may be there is an item that is not known, and so are those that another input may declare.",
  fields: { Audited: true, EventHub: true, Logs: true, Setting: true, Storage: true, Workspace: true },
  compute(resource, { graph }) {
    const found =
      resource.type === ACCOUNT ? ofBlobs(graph, resource) : ofResource(graph, resource, resource.type);
    if (graph.isClosed(SETTING)) return found;
    return [...found, new Unknown("another input may declare a diagnostic setting for it")];
  },
};

function ofResource(graph: ResourceGraph, target: Resource, type: string): readonly Value[] {
  const { certain, possible } = extensionsOf(graph, target, SETTING);
  const own = certain.filter(({ below }) => below === "");
  return [...own.map(({ resource }) => describe(resource, type)), ...possible.map(maybe)];
}

/** Settings of the blob service, which the input may declare as a resource or only name below the account. */
function ofBlobs(graph: ResourceGraph, account: Resource): readonly Value[] {
  const { certain: own, named } = childrenOf(graph, account, BLOBS);
  const services = [...own, ...named];
  const onServices = services.flatMap((service) => ofResource(graph, service, ACCOUNT));
  const { certain, possible } = extensionsOf(graph, account, SETTING);
  const onAccount = certain.flatMap(({ resource, below }) => {
    if (below === BLOBS_BELOW) return [describe(resource, ACCOUNT)];
    // an account has metrics alone: a setting with logs is for one of its services, and a plan does not tell which
    return below === "" && hasLogs(resource) ? [untold(resource)] : [];
  });
  return [...onServices, ...onAccount, ...possible.map(maybe)];
}

function hasLogs(setting: Resource): boolean {
  const logs = plain(propertyAt(setting, "/properties/logs"));
  return logs instanceof Unknown || (isValueList(logs) && logs.length > 0);
}

function untold({ address }: Resource): Value {
  return new Unknown(
    `${address} has logs, which a storage account as a whole does not have: which of its services it is for is not told`,
  );
}

function maybe({ address }: Resource): Value {
  return new Unknown(`${address} may be a diagnostic setting of it`);
}

function describe(setting: Resource, type: string): ValueMap {
  const at = (name: string): Value | undefined => propertyAt(setting, `/properties/${name}`);
  const logs = logsOf(at("logs"));
  const parts = {
    Setting: new Reference(setting.id, "id", setting.address),
    Logs: logs,
    Audited: auditedBy(type, logs),
    Workspace: at("workspaceId"),
    Storage: at("storageAccountId"),
    EventHub: at("eventHubAuthorizationRuleId"),
  };
  const entries = Object.entries(parts).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** A group or category that is not known may be the one that is missing. */
function auditedBy(type: string, logs: Value): Value {
  if (!isValueList(logs)) return logs;
  const names = logs.filter((log) => typeof log === "string");
  const unknown = logs.find((log) => log instanceof Unknown);
  return isAudited(type, names) || (unknown ?? false);
}

/** The categories and groups that are switched on. */
function logsOf(value: Value | undefined): Value {
  const logs = plain(value);
  if (logs instanceof Unknown) return logs;
  if (!isValueList(logs)) return [];
  return logs.flatMap((item): readonly Value[] => {
    const log = plain(item);
    if (log instanceof Unknown) return [log];
    if (!isValueMap(log)) return [];
    const enabled = plain(log["enabled"]);
    if (enabled === false || enabled === undefined) return [];
    const name = log["categoryGroup"] ?? log["category"];
    if (enabled instanceof Unknown) return [enabled];
    return name === undefined || name === null ? [] : [plain(name) ?? name];
  });
}
