import type { Feeds, Lens } from "../lens.ts";
import { BODY, IDENTITY } from "./azure-body.ts";

const FIREWALL = ["azurerm_firewall"];

const NETWORK_RULE: Feeds = {
  destinationAddresses: "destination_addresses",
  destinationFqdns: "destination_fqdns",
  destinationIpGroups: "destination_ip_groups",
  destinationPorts: "destination_ports",
  name: "name",
  sourceAddresses: "source_addresses",
  sourceIpGroups: "source_ip_groups",
};

/** A collection of rules that belongs to a firewall itself, not to a policy. */
function classicCollection(property: string, rule: Feeds): Feeds {
  return {
    properties: {
      object: {
        [property]: {
          list: [
            {
              object: {
                name: "name",
                properties: {
                  object: {
                    action: { object: { type: "action" } },
                    priority: "priority",
                    rules: { blocks: "rule", properties: rule },
                  },
                },
              },
            },
          ],
        },
      },
    },
  };
}

const IPSEC: Feeds = {
  dhGroup: "dh_group",
  ikeEncryption: "ike_encryption",
  ikeIntegrity: "ike_integrity",
  ipsecEncryption: "ipsec_encryption",
  ipsecIntegrity: "ipsec_integrity",
  pfsGroup: "pfs_group",
};

export const azureGatewayLenses: readonly Lens[] = [
  {
    type: "azurerm_public_ip",
    canonical: "Microsoft.Network/publicIPAddresses",
    properties: {
      ...BODY,
      sku: { object: { name: { attribute: "sku", unset: "Standard" } } },
      properties: { object: { publicIPAllocationMethod: "allocation_method" } },
    },
  },
  {
    type: "azurerm_nat_gateway",
    canonical: "Microsoft.Network/natGateways",
    properties: { ...BODY, sku: { object: { name: { attribute: "sku_name", unset: "Standard" } } } },
  },
  {
    type: "azurerm_firewall",
    canonical: "Microsoft.Network/azureFirewalls",
    properties: {
      ...BODY,
      properties: {
        object: {
          firewallPolicy: { object: { id: "firewall_policy_id" } },
          ipConfigurations: {
            blocks: "ip_configuration",
            properties: {
              name: "name",
              properties: {
                object: {
                  publicIPAddress: { object: { id: "public_ip_address_id" } },
                  subnet: { object: { id: "subnet_id" } },
                },
              },
            },
          },
          sku: { object: { name: "sku_name", tier: "sku_tier" } },
          threatIntelMode: "threat_intel_mode",
        },
      },
    },
  },
  {
    type: "azurerm_firewall_network_rule_collection",
    canonical: "Microsoft.Network/azureFirewalls",
    fold: { into: FIREWALL, by: "azure_firewall_name" },
    properties: classicCollection("networkRuleCollections", { ...NETWORK_RULE, protocols: "protocols" }),
  },
  {
    type: "azurerm_firewall_application_rule_collection",
    canonical: "Microsoft.Network/azureFirewalls",
    fold: { into: FIREWALL, by: "azure_firewall_name" },
    properties: classicCollection("applicationRuleCollections", {
      fqdnTags: "fqdn_tags",
      name: "name",
      sourceAddresses: "source_addresses",
      sourceIpGroups: "source_ip_groups",
      targetFqdns: "target_fqdns",
    }),
  },
  {
    type: "azurerm_firewall_policy",
    canonical: "Microsoft.Network/firewallPolicies",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          basePolicy: { object: { id: "base_policy_id" } },
          dnsSettings: {
            block: "dns",
            properties: { enableProxy: { attribute: "proxy_enabled", unset: false }, servers: "servers" },
          },
          insights: {
            block: "insights",
            properties: { isEnabled: "enabled", retentionDays: "retention_in_days" },
          },
          intrusionDetection: {
            block: "intrusion_detection",
            properties: { mode: { attribute: "mode", unset: "Off" } },
          },
          sku: { object: { tier: { attribute: "sku", unset: "Standard" } } },
          threatIntelMode: { attribute: "threat_intelligence_mode", unset: "Alert" },
        },
      },
    },
  },
  {
    type: "azurerm_firewall_policy_rule_collection_group",
    canonical: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    properties: {
      name: "name",
      parent: "firewall_policy_id",
      properties: {
        object: {
          priority: "priority",
        },
      },
      // ARM has the collections of every kind in one list
      Terraform: {
        object: {
          application_rule_collection: {
            blocks: "application_rule_collection",
            properties: {
              action: "action",
              name: "name",
              rules: {
                blocks: "rule",
                properties: {
                  fqdnTags: "destination_fqdn_tags",
                  name: "name",
                  targetFqdns: "destination_fqdns",
                  targetUrls: "destination_urls",
                  webCategories: "web_categories",
                },
              },
            },
          },
          network_rule_collection: {
            blocks: "network_rule_collection",
            properties: {
              action: "action",
              name: "name",
              rules: { blocks: "rule", properties: { ...NETWORK_RULE, ipProtocols: "protocols" } },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_virtual_network_gateway",
    canonical: "Microsoft.Network/virtualNetworkGateways",
    properties: {
      ...BODY,
      properties: {
        object: {
          enablePrivateIpAddress: { attribute: "private_ip_address_enabled", unset: false },
          gatewayType: "type",
          ipConfigurations: {
            blocks: "ip_configuration",
            properties: {
              name: "name",
              properties: {
                object: {
                  publicIPAddress: { object: { id: "public_ip_address_id" } },
                  subnet: { object: { id: "subnet_id" } },
                },
              },
            },
          },
          sku: { object: { name: "sku" } },
          vpnClientConfiguration: {
            block: "vpn_client_configuration",
            properties: {
              aadTenant: "aad_tenant",
              radiusServerAddress: "radius_server_address",
              radiusServerSecret: "radius_server_secret",
              radiusServers: {
                blocks: "radius_server",
                properties: { radiusServerAddress: "address", radiusServerSecret: "secret" },
              },
              vpnAuthenticationTypes: "vpn_auth_types",
              vpnClientProtocols: "vpn_client_protocols",
            },
          },
          vpnType: { attribute: "vpn_type", unset: "RouteBased" },
        },
      },
    },
  },
  {
    type: "azurerm_virtual_network_gateway_connection",
    canonical: "Microsoft.Network/connections",
    properties: {
      ...BODY,
      properties: {
        object: {
          connectionProtocol: { attribute: "connection_protocol", unset: "IKEv2" },
          connectionType: "type",
          ipsecPolicies: { blocks: "ipsec_policy", properties: IPSEC },
          authorizationKey: "authorization_key",
          sharedKey: "shared_key",
          virtualNetworkGateway1: { object: { id: "virtual_network_gateway_id" } },
        },
      },
    },
  },
  {
    type: "azurerm_express_route_circuit",
    canonical: "Microsoft.Network/expressRouteCircuits",
    properties: {
      ...BODY,
      sku: { block: "sku", properties: { family: "family", tier: "tier" } },
      properties: {
        object: {
          allowClassicOperations: { attribute: "allow_classic_operations", unset: false },
          serviceProviderProperties: {
            object: {
              bandwidthInMbps: "bandwidth_in_mbps",
              peeringLocation: "peering_location",
              serviceProviderName: "service_provider_name",
            },
          },
        },
      },
    },
  },
];
