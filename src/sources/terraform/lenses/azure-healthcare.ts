import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

const CORS: Feeds = {
  headers: "allowed_headers",
  maxAge: "max_age_in_seconds",
  methods: "allowed_methods",
  origins: "allowed_origins",
};

export const azureHealthcareLenses: readonly Lens[] = [
  {
    type: "azurerm_healthcare_workspace",
    canonical: "Microsoft.HealthcareApis/workspaces",
    properties: BODY,
  },
  {
    type: "azurerm_healthcare_fhir_service",
    canonical: "Microsoft.HealthcareApis/workspaces/fhirservices",
    properties: {
      ...BODY,
      ...IDENTITY,
      kind: { attribute: "kind", unset: "fhir-R4" },
      parent: "workspace_id",
      properties: {
        object: {
          authenticationConfiguration: {
            block: "authentication",
            properties: {
              audience: "audience",
              authority: "authority",
              smartProxyEnabled: { attribute: "smart_proxy_enabled", unset: false },
            },
          },
          corsConfiguration: {
            block: "cors",
            properties: {
              ...CORS,
              allowCredentials: { attribute: "credentials_allowed", unset: false },
            },
          },
          exportConfiguration: {
            object: { storageAccountName: "configuration_export_storage_account_name" },
          },
          // the provider only reads it
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            computed: true,
          },
        },
      },
    },
  },
  {
    type: "azurerm_healthcare_dicom_service",
    canonical: "Microsoft.HealthcareApis/workspaces/dicomservices",
    properties: {
      ...BODY,
      ...IDENTITY,
      parent: "workspace_id",
      properties: {
        object: {
          corsConfiguration: {
            block: "cors",
            properties: { ...CORS, allowCredentials: { attribute: "allow_credentials", unset: false } },
          },
          enableDataPartitions: { attribute: "data_partitions_enabled", unset: false },
          encryption: {
            object: {
              customerManagedKeyEncryption: { object: { keyEncryptionKeyUrl: "encryption_key_url" } },
            },
          },
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          storageConfiguration: {
            block: "storage",
            properties: { fileSystemName: "file_system_name", storageResourceId: "storage_account_id" },
          },
        },
      },
    },
  },
];
