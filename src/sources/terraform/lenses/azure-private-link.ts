import type { Lens } from "../lens.ts";
import { BODY } from "./azure-body.ts";

export const azurePrivateLinkLenses: readonly Lens[] = [
  {
    type: "azurerm_private_endpoint",
    canonical: "Microsoft.Network/privateEndpoints",
    properties: {
      ...BODY,
      properties: {
        object: {
          // those that the other side has to approve are in a list of their own in ARM
          privateLinkServiceConnections: {
            blocks: "private_service_connection",
            properties: {
              name: "name",
              properties: {
                object: {
                  groupIds: "subresource_names",
                  privateLinkServiceId: {
                    first: ["private_connection_resource_id", "private_connection_resource_alias"],
                  },
                },
              },
            },
          },
          subnet: { object: { id: "subnet_id" } },
        },
      },
      Terraform: {
        object: {
          is_manual_connection: "private_service_connection.is_manual_connection",
        },
      },
    },
    expand: [
      {
        blocks: "private_dns_zone_group",
        canonical: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
        parent: "parent",
        properties: {
          name: "name",
          properties: {
            object: {
              privateDnsZoneConfigs: {
                attribute: "private_dns_zone_ids",
                as: { each: "properties.privateDnsZoneId" },
              },
            },
          },
        },
      },
    ],
  },
  {
    type: "azurerm_private_dns_zone",
    canonical: "Microsoft.Network/privateDnsZones",
    properties: { name: "name", tags: "tags" },
  },
  {
    type: "azurerm_private_dns_zone_virtual_network_link",
    canonical: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    identifiers: ["id"],
    properties: {
      name: "name",
      // version 4 names the zone by its name, version 5 by its id
      parent: { first: ["private_dns_zone_id", "private_dns_zone_name"] },
      properties: {
        object: {
          registrationEnabled: { attribute: "registration_enabled", unset: false },
          virtualNetwork: { object: { id: "virtual_network_id" } },
        },
      },
    },
  },
];
