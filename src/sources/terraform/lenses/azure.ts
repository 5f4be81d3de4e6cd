import type { Lens } from "../lens.ts";
import { azureGatewayLenses } from "./azure-gateways.ts";
import { azureKeyVaultLenses } from "./azure-key-vault.ts";
import { azureMonitorLenses } from "./azure-monitor.ts";
import { azureNetworkLenses } from "./azure-network.ts";
import { azurePrivateLinkLenses } from "./azure-private-link.ts";
import { azureResourceLenses } from "./azure-resources.ts";
import { azureStorageLenses } from "./azure-storage.ts";

/** The types of azurerm, in the words of ARM. */
export const azureLenses: readonly Lens[] = [
  ...azureGatewayLenses,
  ...azureKeyVaultLenses,
  ...azureMonitorLenses,
  ...azureNetworkLenses,
  ...azurePrivateLinkLenses,
  ...azureResourceLenses,
  ...azureStorageLenses,
];
