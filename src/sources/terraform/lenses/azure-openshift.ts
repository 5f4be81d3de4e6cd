import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

/** What control plane and workers have in common. */
const NODES: Feeds = {
  diskEncryptionSetId: "disk_encryption_set_id",
  encryptionAtHost: { attribute: "encryption_at_host_enabled", as: ENABLED, unset: "Disabled" },
  subnetId: "subnet_id",
  vmSize: "vm_size",
};

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redhat_openshift_cluster */
export const azureOpenshiftLenses: readonly Lens[] = [
  {
    type: "azurerm_redhat_openshift_cluster",
    canonical: "Microsoft.RedHatOpenShift/openShiftClusters",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          apiserverProfile: { block: "api_server_profile", properties: { visibility: "visibility" } },
          clusterProfile: {
            block: "cluster_profile",
            properties: {
              domain: "domain",
              fipsValidatedModules: { attribute: "fips_enabled", as: ENABLED, unset: "Disabled" },
              pullSecret: "pull_secret",
              version: "version",
            },
          },
          ingressProfiles: {
            blocks: "ingress_profile",
            properties: { name: { constant: "default" }, visibility: "visibility" },
          },
          masterProfile: { block: "main_profile", properties: NODES },
          networkProfile: {
            block: "network_profile",
            properties: {
              outboundType: { attribute: "outbound_type", unset: "Loadbalancer" },
              podCidr: "pod_cidr",
              preconfiguredNSG: {
                attribute: "preconfigured_network_security_group_enabled",
                as: ENABLED,
                unset: "Disabled",
              },
              serviceCidr: "service_cidr",
            },
          },
          // version 5 has it, and version 4 wants a service principal
          platformWorkloadIdentityProfile: {
            block: "platform_workload_identity_profile",
            properties: {
              platformWorkloadIdentities: {
                keyed: "platform_workload_identity",
                by: "name",
                properties: { resourceId: "identity_id" },
              },
              upgradeableTo: "upgradeable_to",
            },
          },
          servicePrincipalProfile: {
            block: "service_principal",
            properties: { clientId: "client_id", clientSecret: "client_secret" },
          },
          workerProfiles: {
            blocks: "worker_profile",
            properties: {
              ...NODES,
              count: "node_count",
              diskSizeGB: "disk_size_gb",
              name: { constant: "worker" },
            },
          },
        },
      },
    },
  },
];
