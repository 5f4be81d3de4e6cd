import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

/** Who may reach an endpoint of the account. A block without an action denies. */
const ENDPOINT_ACCESS: Feeds = {
  defaultAction: { attribute: "default_action", unset: "Deny" },
  ipRules: {
    blocks: "ip_rule",
    properties: { action: { attribute: "action", unset: "Allow" }, value: "ip_range" },
  },
};

const REGISTRY: Feeds = {
  identityReference: { object: { resourceId: "user_assigned_identity_id" } },
  password: "password",
  registryServer: "registry_server",
  username: "user_name",
};

const MACHINE: Feeds = {
  containerConfiguration: {
    block: "container_configuration",
    properties: {
      containerImageNames: "container_image_names",
      containerRegistries: { blocks: "container_registries", properties: REGISTRY },
      type: "type",
    },
  },
  diskEncryptionConfiguration: {
    object: { targets: { attribute: "disk_encryption", as: { part: "disk_encryption_target" } } },
  },
  imageReference: {
    block: "storage_image_reference",
    properties: { id: "id", offer: "offer", publisher: "publisher", sku: "sku", version: "version" },
  },
  licenseType: "license_type",
  nodeAgentSkuId: "node_agent_sku_id",
  osDisk: {
    object: { ephemeralOSDiskSettings: { object: { placement: "os_disk_placement" } } },
  },
  securityProfile: {
    block: "security_profile",
    properties: {
      encryptionAtHost: { attribute: "host_encryption_enabled", unset: false },
      securityType: "security_type",
      uefiSettings: { object: { secureBootEnabled: "secure_boot_enabled", vTpmEnabled: "vtpm_enabled" } },
    },
  },
};

const START_TASK: Feeds = {
  commandLine: "command_line",
  containerSettings: {
    block: "container",
    properties: { imageName: "image_name", registry: { block: "registry", properties: REGISTRY } },
  },
  environmentSettings: { attribute: "common_environment_properties", as: "variables" },
};

const MOUNT: Feeds = {
  azureBlobFileSystemConfiguration: {
    block: "azure_blob_file_system",
    properties: {
      accountKey: "account_key",
      accountName: "account_name",
      blobfuseOptions: "blobfuse_options",
      containerName: "container_name",
      identityReference: { object: { resourceId: "identity_id" } },
      relativeMountPath: "relative_mount_path",
      sasKey: "sas_key",
    },
  },
  azureFileShareConfiguration: {
    block: "azure_file_share",
    properties: {
      accountKey: "account_key",
      accountName: "account_name",
      azureFileUrl: "azure_file_url",
      mountOptions: "mount_options",
      relativeMountPath: "relative_mount_path",
    },
  },
  cifsMountConfiguration: {
    block: "cifs_mount",
    properties: {
      mountOptions: "mount_options",
      password: "password",
      relativeMountPath: "relative_mount_path",
      source: "source",
      userName: "user_name",
    },
  },
  nfsMountConfiguration: {
    block: "nfs_mount",
    properties: {
      mountOptions: "mount_options",
      relativeMountPath: "relative_mount_path",
      source: "source",
    },
  },
};

/**
 * Defaults by the provider's documentation:
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_account
 */
export const azureBatchLenses: readonly Lens[] = [
  {
    type: "azurerm_batch_account",
    canonical: "Microsoft.Batch/batchAccounts",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          // Azure allows every way when nothing is said
          allowedAuthenticationModes: "allowed_authentication_modes",
          autoStorage: {
            object: {
              authenticationMode: "storage_account_authentication_mode",
              nodeIdentityReference: { object: { resourceId: "storage_account_node_identity" } },
              storageAccountId: "storage_account_id",
            },
          },
          encryption: {
            object: {
              keySource: { constant: "Microsoft.KeyVault", when: "encryption" },
              keyVaultProperties: { object: { keyIdentifier: "encryption.key_vault_key_id" } },
            },
          },
          keyVaultReference: {
            block: "key_vault_reference",
            properties: { id: "id", url: "url" },
          },
          networkProfile: {
            block: "network_profile",
            properties: {
              accountAccess: { block: "account_access", properties: ENDPOINT_ACCESS },
              nodeManagementAccess: { block: "node_management_access", properties: ENDPOINT_ACCESS },
            },
          },
          poolAllocationMode: { attribute: "pool_allocation_mode", unset: "BatchService" },
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
        },
      },
    },
  },
  {
    type: "azurerm_batch_pool",
    canonical: "Microsoft.Batch/batchAccounts/pools",
    properties: {
      ...IDENTITY,
      name: "name",
      parent: "account_name",
      properties: {
        object: {
          deploymentConfiguration: { object: { virtualMachineConfiguration: { object: MACHINE } } },
          displayName: "display_name",
          interNodeCommunication: { attribute: "inter_node_communication", unset: "Enabled" },
          startTask: { block: "start_task", properties: START_TASK },
          mountConfiguration: { blocks: "mount", properties: MOUNT },
          networkConfiguration: {
            block: "network_configuration",
            properties: {
              dynamicVnetAssignmentScope: { attribute: "dynamic_vnet_assignment_scope", unset: "none" },
              enableAcceleratedNetworking: { attribute: "accelerated_networking_enabled", unset: false },
              publicIPAddressConfiguration: {
                object: { ipAddressIds: "public_ips", provision: "public_address_provisioning_type" },
              },
              subnetId: "subnet_id",
            },
          },
          taskSlotsPerNode: { attribute: "max_tasks_per_node", unset: 1 },
          vmSize: "vm_size",
        },
      },
    },
  },
];
