import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY, NEVER } from "./azure-body.ts";

/** What machines with Linux and with Windows have in common, but for what the system itself is told. */
function machine(osType: "Linux" | "Windows", system: Feeds): Feeds {
  return {
    ...BODY,
    ...IDENTITY,
    zones: { attribute: "zone", as: "list" },
    properties: {
      object: {
        hardwareProfile: { object: { vmSize: "size" } },
        licenseType: "license_type",
        networkProfile: {
          object: { networkInterfaces: { attribute: "network_interface_ids", as: { each: "id" } } },
        },
        osProfile: {
          object: {
            adminPassword: "admin_password",
            adminUsername: "admin_username",
            allowExtensionOperations: { attribute: "allow_extension_operations", unset: true },
            computerName: "computer_name",
            customData: "custom_data",
            ...system,
          },
        },
        priority: { attribute: "priority", unset: "Regular" },
        securityProfile: {
          object: {
            encryptionAtHost: { attribute: "encryption_at_host_enabled", unset: false },
            // azurerm has no argument for it: a disk that is encrypted that way makes the machine one
            securityType: { constant: "ConfidentialVM", when: "os_disk.security_encryption_type" },
            uefiSettings: {
              object: {
                secureBootEnabled: { attribute: "secure_boot_enabled", unset: false },
                vTpmEnabled: { attribute: "vtpm_enabled", unset: false },
              },
            },
          },
        },
        storageProfile: {
          object: {
            imageReference: {
              object: {
                id: "source_image_id",
                offer: "source_image_reference.offer",
                publisher: "source_image_reference.publisher",
                sku: "source_image_reference.sku",
                version: "source_image_reference.version",
              },
            },
            osDisk: {
              block: "os_disk",
              properties: {
                caching: "caching",
                diffDiskSettings: {
                  block: "diff_disk_settings",
                  properties: { option: "option", placement: "placement" },
                },
                diskSizeGB: "disk_size_gb",
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
                name: "name",
                osType: { constant: osType },
              },
            },
          },
        },
        userData: "user_data",
      },
    },
  };
}

export const azureMachineLenses: readonly Lens[] = [
  {
    type: "azurerm_linux_virtual_machine",
    canonical: "Microsoft.Compute/virtualMachines",
    properties: machine("Linux", {
      windowsConfiguration: {
        object: { patchSettings: { object: { assessmentMode: NEVER, patchMode: NEVER } } },
      },
      linuxConfiguration: {
        object: {
          disablePasswordAuthentication: {
            attribute: "disable_password_authentication",
            unset: true,
          },
          patchSettings: {
            object: {
              assessmentMode: { attribute: "patch_assessment_mode", unset: "ImageDefault" },
              patchMode: { attribute: "patch_mode", unset: "ImageDefault" },
            },
          },
          provisionVMAgent: { attribute: "provision_vm_agent", unset: true },
        },
      },
    }),
  },
  {
    type: "azurerm_windows_virtual_machine",
    canonical: "Microsoft.Compute/virtualMachines",
    properties: machine("Windows", {
      linuxConfiguration: {
        object: {
          disablePasswordAuthentication: NEVER,
          patchSettings: { object: { assessmentMode: NEVER, patchMode: NEVER } },
        },
      },
      windowsConfiguration: {
        object: {
          enableAutomaticUpdates: {
            first: ["automatic_updates_enabled", { attribute: "enable_automatic_updates", unset: true }],
          },
          patchSettings: {
            object: {
              assessmentMode: { attribute: "patch_assessment_mode", unset: "ImageDefault" },
              enableHotpatching: { attribute: "hotpatching_enabled", unset: false },
              patchMode: { attribute: "patch_mode", unset: "AutomaticByOS" },
            },
          },
          provisionVMAgent: { attribute: "provision_vm_agent", unset: true },
        },
      },
    }),
  },
  {
    type: "azurerm_virtual_machine_extension",
    canonical: "Microsoft.Compute/virtualMachines/extensions",
    properties: {
      name: "name",
      parent: "virtual_machine_id",
      properties: {
        object: {
          autoUpgradeMinorVersion: { attribute: "auto_upgrade_minor_version", unset: false },
          enableAutomaticUpgrade: { attribute: "automatic_upgrade_enabled", unset: false },
          publisher: "publisher",
          settings: { attribute: "settings", as: "json" },
          type: "type",
          typeHandlerVersion: "type_handler_version",
        },
      },
    },
  },
  {
    type: "azurerm_disk_encryption_set",
    canonical: "Microsoft.Compute/diskEncryptionSets",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          // version 4 has two arguments, version 5 the first for both kinds of vault
          activeKey: { object: { keyUrl: { first: ["key_vault_key_id", "managed_hsm_key_id"] } } },
          encryptionType: {
            attribute: "encryption_type",
            unset: "EncryptionAtRestWithCustomerKey",
          },
          federatedClientId: "federated_client_id",
          rotationToLatestKeyVersionEnabled: { attribute: "auto_key_rotation_enabled", unset: false },
        },
      },
    },
  },
  {
    type: "azurerm_managed_disk",
    canonical: "Microsoft.Compute/disks",
    properties: {
      ...BODY,
      sku: { object: { name: "storage_account_type" } },
      properties: {
        object: {
          creationData: { object: { createOption: "create_option", sourceResourceId: "source_resource_id" } },
          diskAccessId: "disk_access_id",
          encryption: { object: { diskEncryptionSetId: "disk_encryption_set_id" } },
          networkAccessPolicy: { attribute: "network_access_policy", unset: "AllowAll" },
          osType: "os_type",
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          securityProfile: {
            object: {
              secureVMDiskEncryptionSetId: "secure_vm_disk_encryption_set_id",
              securityType: "security_type",
            },
          },
        },
      },
    },
  },
];
