import type { Feeds, Lens } from "../lens.ts";
import { BODY, IDENTITY } from "./azure-body.ts";

/** The network interfaces of every machine of a set. */
const INTERFACES: Feeds = {
  networkInterfaceConfigurations: {
    blocks: "network_interface",
    properties: {
      name: "name",
      properties: {
        object: {
          ipConfigurations: {
            blocks: "ip_configuration",
            properties: {
              name: "name",
              properties: {
                object: {
                  publicIPAddressConfiguration: {
                    block: "public_ip_address",
                    properties: { name: "name" },
                  },
                  subnet: { object: { id: "subnet_id" } },
                },
              },
            },
          },
          networkSecurityGroup: { object: { id: "network_security_group_id" } },
          primary: { attribute: "primary", unset: false },
        },
      },
    },
  },
};

function scaleSet(type: string, size: string, osProfile: Feeds): Lens {
  return {
    type,
    canonical: "Microsoft.Compute/virtualMachineScaleSets",
    properties: {
      ...BODY,
      ...IDENTITY,
      sku: { object: { name: size } },
      properties: {
        object: {
          virtualMachineProfile: {
            object: { networkProfile: { object: INTERFACES }, osProfile: { object: osProfile } },
          },
        },
      },
    },
  };
}

const PROFILE: Feeds = {
  adminPassword: "admin_password",
  adminUsername: "admin_username",
  customData: "custom_data",
};

export const azureScaleSetLenses: readonly Lens[] = [
  scaleSet("azurerm_linux_virtual_machine_scale_set", "sku", PROFILE),
  scaleSet("azurerm_windows_virtual_machine_scale_set", "sku", PROFILE),
  scaleSet("azurerm_orchestrated_virtual_machine_scale_set", "sku_name", {
    adminPassword: {
      first: [
        "os_profile.linux_configuration.admin_password",
        "os_profile.windows_configuration.admin_password",
      ],
    },
    adminUsername: {
      first: [
        "os_profile.linux_configuration.admin_username",
        "os_profile.windows_configuration.admin_username",
      ],
    },
    customData: "os_profile.custom_data",
  }),
];
