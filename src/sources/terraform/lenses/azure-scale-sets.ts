import type { Feeds, Lens } from "../lens.ts";
import { BODY, IDENTITY, NEVER } from "./azure-body.ts";

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

const DISK: Feeds = {
  caching: "caching",
  managedDisk: {
    object: {
      diskEncryptionSet: { object: { id: "disk_encryption_set_id" } },
      securityProfile: { object: { securityEncryptionType: NEVER } },
      storageAccountType: "storage_account_type",
    },
  },
  osType: NEVER,
};

/** Confidential disks are for sets of machines that all run alike. */
const CONFIDENTIAL_DISK: Feeds = {
  ...DISK,
  managedDisk: {
    object: {
      diskEncryptionSet: { object: { id: "disk_encryption_set_id" } },
      securityProfile: {
        object: {
          diskEncryptionSet: { object: { id: "secure_vm_disk_encryption_set_id" } },
          securityEncryptionType: "security_encryption_type",
        },
      },
      storageAccountType: "storage_account_type",
    },
  },
};

function extensions(upgrade: string): Feeds {
  return {
    extensions: {
      blocks: "extension",
      properties: {
        name: "name",
        properties: {
          object: {
            autoUpgradeMinorVersion: { attribute: upgrade, unset: true },
            protectedSettings: { attribute: "protected_settings", as: "json" },
            publisher: "publisher",
            settings: { attribute: "settings", as: "json" },
            type: "type",
            typeHandlerVersion: "type_handler_version",
          },
        },
      },
    },
  };
}

interface SetParts {
  readonly size: string;
  readonly osProfile: Feeds;
  readonly osDisk: Feeds;
  readonly upgrade: string;
  readonly userData: string;
}

function scaleSet(type: string, { size, osProfile, osDisk, upgrade, userData }: SetParts): Lens {
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
            object: {
              extensionProfile: { object: extensions(upgrade) },
              networkProfile: { object: INTERFACES },
              osProfile: { object: osProfile },
              securityProfile: {
                object: { encryptionAtHost: { attribute: "encryption_at_host_enabled", unset: false } },
              },
              storageProfile: {
                object: {
                  imageReference: { object: { publisher: "source_image_reference.publisher" } },
                  osDisk: { block: "os_disk", properties: osDisk },
                },
              },
              userData,
            },
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

const UNIFORM = { size: "sku", upgrade: "auto_upgrade_minor_version", userData: "user_data" } as const;

function osDisk(osType: "Linux" | "Windows"): Feeds {
  return { ...CONFIDENTIAL_DISK, osType: { constant: osType } };
}

export const azureScaleSetLenses: readonly Lens[] = [
  scaleSet("azurerm_linux_virtual_machine_scale_set", {
    ...UNIFORM,
    osDisk: osDisk("Linux"),
    osProfile: {
      ...PROFILE,
      linuxConfiguration: {
        object: {
          disablePasswordAuthentication: { attribute: "disable_password_authentication", unset: true },
        },
      },
    },
  }),
  scaleSet("azurerm_windows_virtual_machine_scale_set", {
    ...UNIFORM,
    osDisk: osDisk("Windows"),
    osProfile: {
      ...PROFILE,
      linuxConfiguration: { object: { disablePasswordAuthentication: NEVER } },
    },
  }),
  scaleSet("azurerm_orchestrated_virtual_machine_scale_set", {
    size: "sku_name",
    upgrade: "auto_upgrade_minor_version_enabled",
    userData: "user_data_base64",
    osDisk: DISK,
    osProfile: {
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
      linuxConfiguration: {
        block: "os_profile.linux_configuration",
        properties: {
          disablePasswordAuthentication: { attribute: "disable_password_authentication", unset: true },
        },
      },
    },
  }),
];
