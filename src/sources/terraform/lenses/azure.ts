import type { Lens } from "../lens.ts";
import { azureAuthorizationLenses } from "./azure-authorization.ts";
import { azureBackupLenses } from "./azure-backup.ts";
import { azureApiManagementLenses } from "./azure-api-management.ts";
import { azureBatchLenses } from "./azure-batch.ts";
import { azureContainerLenses } from "./azure-containers.ts";
import { azureDataServiceLenses } from "./azure-data-services.ts";
import { azureGatewayLenses } from "./azure-gateways.ts";
import { azureHealthcareLenses } from "./azure-healthcare.ts";
import { azureKeyVaultLenses } from "./azure-key-vault.ts";
import { azureMachineLenses } from "./azure-machines.ts";
import { azureMonitorLenses } from "./azure-monitor.ts";
import { azureNetworkLenses } from "./azure-network.ts";
import { azureOpenshiftLenses } from "./azure-openshift.ts";
import { azurePolicyLenses } from "./azure-policy.ts";
import { azurePostgresqlLenses } from "./azure-postgresql.ts";
import { azurePrivateLinkLenses } from "./azure-private-link.ts";
import { azureResourceLenses } from "./azure-resources.ts";
import { azureScaleSetLenses } from "./azure-scale-sets.ts";
import { azureSentinelLenses } from "./azure-sentinel.ts";
import { azureStorageLenses } from "./azure-storage.ts";
import { azureSynapseLenses } from "./azure-synapse.ts";
import { azureWebAppLenses } from "./azure-web-apps.ts";

/** The types of azurerm, in the words of ARM. */
export const azureLenses: readonly Lens[] = [
  ...azureAuthorizationLenses,
  ...azureBackupLenses,
  ...azureApiManagementLenses,
  ...azureBatchLenses,
  ...azureContainerLenses,
  ...azureDataServiceLenses,
  ...azureGatewayLenses,
  ...azureHealthcareLenses,
  ...azureKeyVaultLenses,
  ...azureMachineLenses,
  ...azureMonitorLenses,
  ...azureNetworkLenses,
  ...azureOpenshiftLenses,
  ...azurePolicyLenses,
  ...azurePostgresqlLenses,
  ...azurePrivateLinkLenses,
  ...azureResourceLenses,
  ...azureScaleSetLenses,
  ...azureSentinelLenses,
  ...azureStorageLenses,
  ...azureSynapseLenses,
  ...azureWebAppLenses,
];
