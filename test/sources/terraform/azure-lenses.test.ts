import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { Reference, Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";

function build(...written: readonly (readonly [string, ValueMap])[]): readonly Resource[] {
  return buildResources(
    written.map(([address, attributes]) => ({
      id: address,
      address,
      type: address.split(".")[0] ?? "",
      attributes,
    })),
  ).resources;
}

function read(pointer: string, ...written: readonly (readonly [string, ValueMap])[]): Value | undefined {
  const [first] = build(...written);
  return first === undefined ? undefined : propertyAt(first, pointer);
}

const LAKE = "azurerm_storage_account.lake";
const lake = new Reference(LAKE, "id");

describe("a storage account of azurerm", () => {
  it.each<[string, ValueMap, string, Value | undefined]>([
    [
      "has a SKU of tier and replication",
      { account_tier: "Standard", account_replication_type: "RAGRS" },
      "/sku/name",
      "Standard_RAGRS",
    ],
    ["takes shared keys unless it says no", {}, "/properties/allowSharedKeyAccess", true],
    ["takes TLS 1.2 unless it says otherwise", {}, "/properties/minimumTlsVersion", "TLS1_2"],
    [
      "has public access as a word",
      { public_network_access_enabled: false },
      "/properties/publicNetworkAccess",
      "Disabled",
    ],
    [
      "has addresses as objects",
      { network_rules: [{ default_action: "Deny", ip_rules: ["203.0.113.4"] }] },
      "/properties/networkAcls/ipRules",
      [{ value: "203.0.113.4" }],
    ],
    [
      "has services that pass as one text",
      { network_rules: [{ default_action: "Deny", bypass: ["Metrics", "AzureServices"] }] },
      "/properties/networkAcls/bypass",
      "AzureServices, Metrics",
    ],
    ["has no key of a customer unless a block says so", {}, "/properties/encryption/keySource", undefined],
  ])("%s", (_, attributes, pointer, expected) => {
    expect(read(pointer, [LAKE, attributes])).toEqual(expected);
  });

  it("leaves anonymous access open: the versions of the provider differ", () => {
    expect(read("/properties/allowBlobPublicAccess", [LAKE, {}])).toBeInstanceOf(Unknown);
  });

  it("has the key of a resource of its own, in version 4", () => {
    const key = [
      "azurerm_storage_account_customer_managed_key.k",
      { storage_account_id: lake, key_name: "lake", key_version: "1" },
    ] as const;
    expect(read("/properties/encryption/keySource", [LAKE, {}], key)).toBe("Microsoft.Keyvault");
    expect(read("/properties/encryption/keyvaultproperties", [LAKE, {}], key)).toEqual({
      keyname: "lake",
      keyversion: "1",
    });
  });

  it("has the key of a resource of its own, in version 5", () => {
    const key = [
      "azurerm_storage_account_customer_managed_key.k",
      { storage_account_id: lake, key_vault_key_id: "https://north.vault.azure.net/keys/lake" },
    ] as const;
    expect(read("/properties/encryption/keyvaultproperties", [LAKE, {}], key)).toEqual({
      keyname: "lake",
      keyvaulturi: "https://north.vault.azure.net/",
    });
  });

  it.each([
    ["id", true],
    ["versionless_id", false],
  ])("names a key by its %s", (attribute, versioned) => {
    const key = new Reference("azurerm_key_vault_key.k", attribute);
    const version = read("/properties/encryption/keyvaultproperties/keyversion", [
      LAKE,
      { customer_managed_key: [{ key_vault_key_id: key }] },
    ]);
    expect(version !== undefined).toBe(versioned);
  });

  it("has the networks of a resource of its own", () => {
    const rules = [
      "azurerm_storage_account_network_rules.r",
      { storage_account_id: lake, default_action: "Deny" },
    ] as const;
    expect(read("/properties/networkAcls/defaultAction", [LAKE, {}], rules)).toBe("Deny");
  });

  it("has its blob service as a child", () => {
    const resources = build([LAKE, { blob_properties: [{ delete_retention_policy: [{}] }] }]);
    const service = resources.find(({ type }) => type.endsWith("/blobServices"));
    expect(service?.properties["parent"]).toEqual(new Reference(LAKE, "id"));
    expect(service?.properties["properties"]).toMatchObject({
      deleteRetentionPolicy: { enabled: true, days: 7 },
    });
  });
});

describe("other types of azurerm", () => {
  it.each<[string, readonly (readonly [string, ValueMap])[], string, Value | undefined]>([
    [
      "a vault takes roles, in version 4",
      [["azurerm_key_vault.v", { enable_rbac_authorization: true }]],
      "/properties/enableRbacAuthorization",
      true,
    ],
    [
      "a vault takes roles, in version 5",
      [["azurerm_key_vault.v", { rbac_authorization_enabled: true }]],
      "/properties/enableRbacAuthorization",
      true,
    ],
    [
      "a vault takes access policies unless it says otherwise",
      [["azurerm_key_vault.v", {}]],
      "/properties/enableRbacAuthorization",
      false,
    ],
    [
      "a key has its end in seconds",
      [["azurerm_key_vault_key.k", { expiration_date: "2027-01-01T00:00:00Z" }]],
      "/properties/attributes/exp",
      1_798_761_600,
    ],
    [
      "a workspace is open, in version 4",
      [["azurerm_log_analytics_workspace.w", { internet_query_enabled: true }]],
      "/properties/publicNetworkAccessForQuery",
      "Enabled",
    ],
    [
      "a workspace is closed, in version 5",
      [["azurerm_log_analytics_workspace.w", { internet_query_access_type: "Disabled" }]],
      "/properties/publicNetworkAccessForQuery",
      "Disabled",
    ],
    [
      "a workspace takes keys unless it says no",
      [["azurerm_log_analytics_workspace.w", {}]],
      "/properties/features/disableLocalAuth",
      false,
    ],
    [
      "a workspace takes identities alone",
      [["azurerm_log_analytics_workspace.w", { local_authentication_enabled: false }]],
      "/properties/features/disableLocalAuth",
      true,
    ],
    ["a subnet has a default way out", [["azurerm_subnet.s", {}]], "/properties/defaultOutboundAccess", true],
    [
      "a subnet has endpoints of services, in version 5",
      [["azurerm_subnet.s", { service_endpoint: [{ service: "Microsoft.Storage" }] }]],
      "/properties/serviceEndpoints",
      [{ service: "Microsoft.Storage" }],
    ],
    [
      "a subnet has the group of an association",
      [
        ["azurerm_subnet.s", {}],
        [
          "azurerm_subnet_network_security_group_association.a",
          { subnet_id: new Reference("azurerm_subnet.s", "id"), network_security_group_id: "g" },
        ],
      ],
      "/properties/networkSecurityGroup/id",
      "g",
    ],
    [
      "a table learns routes unless it says no",
      [["azurerm_route_table.t", { bgp_route_propagation_enabled: false }]],
      "/properties/disableBgpRoutePropagation",
      true,
    ],
    [
      "a flow log of a group, in version 4",
      [["azurerm_network_watcher_flow_log.f", { network_security_group_id: "g" }]],
      "/properties/targetResourceId",
      "g",
    ],
    [
      "a diagnostic setting has logs that are on",
      [["azurerm_monitor_diagnostic_setting.d", { enabled_log: [{ category: "AuditEvent" }] }]],
      "/properties/logs",
      [{ category: "AuditEvent", enabled: true }],
    ],
  ])("%s", (_, written, pointer, expected) => {
    expect(read(pointer, ...written)).toEqual(expected);
  });
});
