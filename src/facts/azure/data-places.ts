import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { region } from "../general/placement.ts";
import type { Fact, FactContext } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { byAzureId } from "./by-azure-id.ts";
import { childrenOf } from "./children-of.ts";

const ACCOUNT = "Microsoft.Storage/storageAccounts";
const BATCH = "Microsoft.Batch/batchAccounts";
const POOLS = `${BATCH}/pools`;
const SYNAPSE = "Microsoft.Synapse/workspaces";

/** How a service names the storage that it works on: an id, an address on the web, or what leads to the account. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  [BATCH]: ["/properties/autoStorage/storageAccountId"],
  [SYNAPSE]: [
    "/properties/defaultDataLakeStorage/resourceId",
    "/properties/defaultDataLakeStorage/accountUrl",
    "/Terraform/storage_data_lake_gen2_filesystem_id",
  ],
};
const MOUNTS = "/properties/mountConfiguration";
const MOUNTED = ["azureBlobFileSystemConfiguration", "azureFileShareConfiguration"];

export const dataPlaces: Fact = {
  name: "DataPlaces",
  types: Object.keys(WAYS),
  needs: ["Region"],
  description:
    "The storage accounts of the input that the service works on: the account that Batch is given, those that its pools mount, the lake of a Synapse workspace. Region is where the account lies, SameRegion says whether the service lies there too. An account that the input does not declare is an item that is not known.",
  fields: { Account: true, Region: true, SameRegion: true },
  compute(service, context) {
    const { graph } = context;
    const found = new Map<Resource, Value>();
    const elsewhere: Unknown[] = [];
    for (const { holder, ways } of placesOf(graph, service)) {
      const named = ways
        .map((pointer) => ({ pointer, account: accountOf(graph, propertyAt(holder, pointer)) }))
        .find(({ account }) => account !== undefined);
      if (named?.account === undefined) elsewhere.push(...notHere(holder, ways));
      else if (!found.has(named.account)) {
        const place = describe(service, named.account, context);
        found.set(named.account, writtenAt(place, holder, named.pointer));
      }
    }
    return [...found.values(), ...elsewhere, ...poolsThatMayMount(graph, service)];
  },
};

/** A pool of which the account is not known may mount what the service then works on. */
function poolsThatMayMount(graph: ResourceGraph, service: Resource): readonly Unknown[] {
  if (service.type !== BATCH) return [];
  return childrenOf(graph, service, POOLS)
    .possible.filter((pool) => mountsOf(pool).length > 0)
    .map((pool) => new Unknown(`${pool.address} mounts storage and may belong to ${service.address}`));
}

/** Where storage is named, each with the ways to name the same account. */
function placesOf(
  graph: ResourceGraph,
  service: Resource,
): readonly { readonly holder: Resource; readonly ways: readonly string[] }[] {
  const own = { holder: service, ways: WAYS[service.type] ?? [] };
  const pools = service.type === BATCH ? childrenOf(graph, service, POOLS).certain : [];
  return [own, ...pools.flatMap((pool) => mountsOf(pool).map((way) => ({ holder: pool, ways: [way] })))];
}

function describe(service: Resource, account: Resource, context: FactContext): Value & object {
  const [own, other] = [service, account].map((resource) => region.compute(resource, context));
  return {
    Account: new Reference(account.id, "id", account.address),
    Region: other ?? new Unknown(`${account.address} does not say where it lies`),
    SameRegion: sameText(own, other),
  };
}

/** What is named and is not an account of the input. */
function notHere(holder: Resource, ways: readonly string[]): readonly Unknown[] {
  const named = ways
    .map((way) => propertyAt(holder, way))
    .find((value) => value !== undefined && value !== null);
  if (named === undefined) return [];
  const known = plain(named);
  return [
    known instanceof Unknown ? known : new Unknown("its storage account is not declared in this input"),
  ];
}

function sameText(own: Value | undefined, other: Value | undefined): Value {
  if (own instanceof Unknown) return own;
  if (other instanceof Unknown) return other;
  if (own === undefined || other === undefined) return new Unknown("the input does not say both regions");
  return own === other;
}

/** Where a pool names the accounts that it mounts. */
function mountsOf(pool: Resource): readonly string[] {
  const mounts = plain(propertyAt(pool, MOUNTS));
  if (!isValueList(mounts)) return mounts instanceof Unknown ? [MOUNTS] : [];
  return mounts.flatMap((item, index) => {
    const mount = plain(item);
    if (!isValueMap(mount)) return mount instanceof Unknown ? [`${MOUNTS}/${String(index)}`] : [];
    return MOUNTED.filter((kind) => mount[kind] !== undefined && mount[kind] !== null).map(
      (kind) => `${MOUNTS}/${String(index)}/${kind}/accountName`,
    );
  });
}

/** The account itself, the one that a file system lies in, or the only one with the name. */
function accountOf(graph: ResourceGraph, value: Value | undefined): Resource | undefined {
  const [only, ...more] = referencesOf(value);
  const target = only === undefined || more.length > 0 ? undefined : graph.get(only.target);
  // an address on the web is a resource elsewhere to those who look for ids
  const named = target === undefined || target.declared === "elsewhere" ? byText(graph, value) : target;
  if (named === undefined || named.declared === "elsewhere") return undefined;
  if (named.type === ACCOUNT) return named;
  return named.type.startsWith(`${ACCOUNT}/`) ? accountOf(graph, propertyAt(named, "/parent")) : undefined;
}

function byText(graph: ResourceGraph, value: Value | undefined): Resource | undefined {
  const text = plain(value);
  if (typeof text !== "string") return undefined;
  const found = text.startsWith("/") ? byAzureId(graph, text)?.resource : undefined;
  if (found !== undefined) return found;
  const name = (/^https:\/\/([a-z0-9]+)\./u.exec(text)?.[1] ?? text).toLowerCase();
  const [account, ...others] = graph.ofType(ACCOUNT).filter((other) => other.name?.toLowerCase() === name);
  return others.length > 0 ? undefined : account;
}
