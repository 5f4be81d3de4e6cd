import type { Feeds, Lens } from "../lens.ts";
import { BODY } from "./azure-body.ts";

const SUBNET = ["azurerm_subnet"];

/** A rule in the group and one that is a resource of its own say the same. */
const SECURITY_RULE: Feeds = {
  access: "access",
  description: "description",
  destinationAddressPrefix: "destination_address_prefix",
  destinationAddressPrefixes: "destination_address_prefixes",
  destinationApplicationSecurityGroups: {
    attribute: "destination_application_security_group_ids",
    as: { each: "id" },
  },
  destinationPortRange: "destination_port_range",
  destinationPortRanges: "destination_port_ranges",
  direction: "direction",
  priority: "priority",
  protocol: "protocol",
  sourceAddressPrefix: "source_address_prefix",
  sourceAddressPrefixes: "source_address_prefixes",
  sourceApplicationSecurityGroups: {
    attribute: "source_application_security_group_ids",
    as: { each: "id" },
  },
  sourcePortRange: "source_port_range",
  sourcePortRanges: "source_port_ranges",
};

const ROUTE: Feeds = {
  addressPrefix: "address_prefix",
  nextHopIpAddress: "next_hop_in_ip_address",
  nextHopType: "next_hop_type",
};

const SUBNET_PROPERTIES: Feeds = {
  addressPrefixes: "address_prefixes",
  // https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
  defaultOutboundAccess: { attribute: "default_outbound_access_enabled", unset: true },
  delegations: {
    blocks: "delegation",
    properties: {
      name: "name",
      properties: { block: "service_delegation", properties: { serviceName: "name" } },
    },
  },
  privateEndpointNetworkPolicies: {
    attribute: "private_endpoint_network_policies",
    unset: "Disabled",
  },
  // version 5 has blocks in place of the list
  serviceEndpoints: {
    first: [
      { blocks: "service_endpoint", properties: { service: "service" } },
      { attribute: "service_endpoints", as: { each: "service" } },
    ],
  },
};

export const azureNetworkLenses: readonly Lens[] = [
  {
    type: "azurerm_virtual_network",
    canonical: "Microsoft.Network/virtualNetworks",
    properties: {
      ...BODY,
      properties: {
        object: {
          addressSpace: { object: { addressPrefixes: "address_space" } },
          ddosProtectionPlan: { object: { id: "ddos_protection_plan.id" } },
          enableDdosProtection: { attribute: "ddos_protection_plan.enable", unset: false },
          encryption: {
            block: "encryption",
            properties: { enabled: { constant: true }, enforcement: "enforcement" },
          },
          subnets: {
            blocks: "subnet",
            properties: {
              name: "name",
              properties: {
                object: {
                  ...SUBNET_PROPERTIES,
                  networkSecurityGroup: { object: { id: "security_group" } },
                  routeTable: { object: { id: "route_table_id" } },
                },
              },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_subnet",
    canonical: "Microsoft.Network/virtualNetworks/subnets",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "virtual_network_name",
      properties: { object: SUBNET_PROPERTIES },
    },
  },
  {
    type: "azurerm_subnet_network_security_group_association",
    canonical: "Microsoft.Network/virtualNetworks/subnets",
    fold: { into: SUBNET, by: "subnet_id" },
    properties: {
      properties: { object: { networkSecurityGroup: { object: { id: "network_security_group_id" } } } },
    },
  },
  {
    type: "azurerm_subnet_route_table_association",
    canonical: "Microsoft.Network/virtualNetworks/subnets",
    fold: { into: SUBNET, by: "subnet_id" },
    properties: { properties: { object: { routeTable: { object: { id: "route_table_id" } } } } },
  },
  {
    type: "azurerm_subnet_nat_gateway_association",
    canonical: "Microsoft.Network/virtualNetworks/subnets",
    fold: { into: SUBNET, by: "subnet_id" },
    properties: { properties: { object: { natGateway: { object: { id: "nat_gateway_id" } } } } },
  },
  {
    type: "azurerm_network_security_group",
    canonical: "Microsoft.Network/networkSecurityGroups",
    properties: {
      ...BODY,
      properties: {
        object: {
          securityRules: {
            blocks: "security_rule",
            properties: { name: "name", properties: { object: SECURITY_RULE } },
          },
        },
      },
    },
  },
  {
    type: "azurerm_network_security_rule",
    canonical: "Microsoft.Network/networkSecurityGroups/securityRules",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "network_security_group_name",
      properties: { object: SECURITY_RULE },
    },
  },
  {
    type: "azurerm_route_table",
    canonical: "Microsoft.Network/routeTables",
    properties: {
      ...BODY,
      properties: {
        object: {
          // version 3 has the other name
          disableBgpRoutePropagation: {
            first: [
              { attribute: "bgp_route_propagation_enabled", as: "inverted" },
              { attribute: "disable_bgp_route_propagation", unset: false },
            ],
          },
          routes: { blocks: "route", properties: { name: "name", properties: { object: ROUTE } } },
        },
      },
    },
  },
  {
    type: "azurerm_route",
    canonical: "Microsoft.Network/routeTables/routes",
    identifiers: ["id"],
    properties: { name: "name", parent: "route_table_name", properties: { object: ROUTE } },
  },
  {
    type: "azurerm_virtual_network_peering",
    canonical: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "virtual_network_name",
      properties: {
        object: {
          allowForwardedTraffic: { attribute: "allow_forwarded_traffic", unset: false },
          allowGatewayTransit: { attribute: "allow_gateway_transit", unset: false },
          allowVirtualNetworkAccess: { attribute: "allow_virtual_network_access", unset: true },
          remoteVirtualNetwork: { object: { id: "remote_virtual_network_id" } },
          useRemoteGateways: { attribute: "use_remote_gateways", unset: false },
        },
      },
    },
  },
  {
    type: "azurerm_network_interface",
    canonical: "Microsoft.Network/networkInterfaces",
    properties: {
      ...BODY,
      properties: {
        object: {
          enableIPForwarding: { attribute: "ip_forwarding_enabled", unset: false },
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
        },
      },
    },
  },
  {
    type: "azurerm_network_interface_security_group_association",
    canonical: "Microsoft.Network/networkInterfaces",
    fold: { into: ["azurerm_network_interface"], by: "network_interface_id" },
    properties: {
      properties: { object: { networkSecurityGroup: { object: { id: "network_security_group_id" } } } },
    },
  },
];
