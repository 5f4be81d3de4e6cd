import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Reference, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadPlanJson, resourceAt, valueOf } from "../load-plan.ts";

const PROVIDER = "registry.terraform.io/hashicorp/azurerm";

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly after: object;
  readonly unknown?: object;
  readonly expressions: object;
}

/** In the form of `terraform show -json` (format 1.2, Terraform 1.11). */
function plan(planned: readonly Planned[]): unknown {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: planned.map(({ type, name, after, unknown = {} }) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name: PROVIDER,
      change: {
        actions: ["create"],
        before: null,
        after,
        after_unknown: { id: true, ...unknown },
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration: {
      provider_config: {
        azurerm: {
          name: "azurerm",
          full_name: PROVIDER,
          expressions: {
            features: [{}],
            subscription_id: { constant_value: "11111111-1111-1111-1111-111111111111" },
          },
        },
      },
      root_module: {
        resources: planned.map(({ type, name, expressions }) => ({
          address: `${type}.${name}`,
          mode: "managed",
          type,
          name,
          provider_config_key: "azurerm",
          expressions,
          schema_version: 0,
        })),
      },
    },
  };
}

const LAKE = "azurerm_storage_account.lake";
const ofLake = { references: [`${LAKE}.id`, LAKE] };

const loaded = loadPlanJson(
  plan([
    {
      type: "azurerm_storage_account",
      name: "lake",
      after: {
        name: "northlake",
        location: "eastus2",
        account_tier: "Standard",
        account_replication_type: "RAGRS",
        is_hns_enabled: true,
        allow_nested_items_to_be_public: true,
        customer_managed_key: [],
        blob_properties: [{ delete_retention_policy: [{ days: 30 }], versioning_enabled: false }],
      },
      unknown: { network_rules: true, share_properties: true },
      expressions: { name: { constant_value: "northlake" } },
    },
    {
      type: "azurerm_storage_account_customer_managed_key",
      name: "lake",
      after: { key_name: "lake", key_version: null },
      unknown: { storage_account_id: true, key_vault_id: true },
      expressions: {
        storage_account_id: ofLake,
        key_name: { constant_value: "lake" },
        key_vault_id: { references: ["azurerm_key_vault.phi.id", "azurerm_key_vault.phi"] },
      },
    },
    {
      type: "azurerm_key_vault",
      name: "phi",
      after: { name: "north-phi", purge_protection_enabled: true, enable_rbac_authorization: true },
      expressions: { name: { constant_value: "north-phi" } },
    },
    {
      type: "azurerm_monitor_diagnostic_setting",
      name: "blobs",
      after: {
        name: "audit",
        enabled_log: [{ category: null, category_group: "audit", retention_policy: [] }],
      },
      unknown: { target_resource_id: true },
      // "${azurerm_storage_account.lake.id}/blobServices/default" leaves no more of itself than this
      expressions: { target_resource_id: ofLake },
    },
  ]),
);

function factOf(address: string, pointer: string): Value | undefined {
  const graph = addFacts(new ResourceGraph(loaded.resources), DEFAULT_SETTINGS);
  const resource = graph.get(address);
  return resource === undefined ? undefined : propertyAt(resource, `/Facts${pointer}`);
}

describe("a plan of azurerm", () => {
  it("folds a key into its account although the id of the account is known after apply", () => {
    expect(valueOf(loaded, LAKE, "/properties/encryption/keySource")).toBe("Microsoft.Keyvault");
    expect(valueOf(loaded, LAKE, "/properties/encryption/keyvaultproperties/keyname")).toBe("lake");
    expect(valueOf(loaded, LAKE, "/properties/encryption/keyvaultproperties/keyversion")).toBeUndefined();
  });

  it("names the vault of the key by reference", () => {
    const vault = valueOf(loaded, LAKE, "/properties/encryption/keyvaultproperties/keyvaulturi");
    expect(vault).toEqual(new Reference("azurerm_key_vault.phi", "id"));
  });

  it("leaves out what the user left to the provider", () => {
    expect(valueOf(loaded, LAKE, "/properties/networkAcls")).toBeUndefined();
  });

  it("has the blob service as a child", () => {
    expect(factOf(LAKE, "/BlobService/deleteRetentionPolicy/days")).toBe(30);
  });

  it("does not guess for which service of the account a diagnostic setting is", () => {
    expect(factOf(LAKE, "/DiagnosticSettings/0")).toBeInstanceOf(Unknown);
  });

  it("is deployed to the subscription of its provider", () => {
    expect(resourceAt(loaded, LAKE).placement).toMatchObject({
      cloud: "azure",
      account: "11111111-1111-1111-1111-111111111111",
    });
  });

  it("has no deployment that rules on regions of AWS would judge", () => {
    expect(loaded.resources.filter(({ type }) => type === "Genoscan::Deployment")).toEqual([]);
  });
});
