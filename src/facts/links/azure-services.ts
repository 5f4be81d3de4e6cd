import type { Link } from "./link.ts";

const BATCH = "Microsoft.Batch/batchAccounts";
const DICOM = "Microsoft.HealthcareApis/workspaces/dicomservices";
const FHIR = "Microsoft.HealthcareApis/workspaces/fhirservices";
const MACHINE = "Microsoft.Compute/virtualMachines";
const OPENSHIFT = "Microsoft.RedHatOpenShift/openShiftClusters";
const POOL = "Microsoft.Batch/batchAccounts/pools";
const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
const SYNAPSE = "Microsoft.Synapse/workspaces";

const ACCOUNT = ["Microsoft.Storage/storageAccounts"];
const IDENTITY = ["Microsoft.ManagedIdentity/userAssignedIdentities"];
const INTERFACE = ["Microsoft.Network/networkInterfaces"];
const KEY = ["Microsoft.KeyVault/vaults/keys", "Microsoft.KeyVault/managedHSMs/keys"];
const SET = ["Microsoft.Compute/diskEncryptionSets"];
const SUBNET = ["Microsoft.Network/virtualNetworks/subnets"];
const VAULT = ["Microsoft.KeyVault/vaults"];
const WORKSPACE = ["Microsoft.OperationalInsights/workspaces"];

/** The text of a resource id: a name or an expression that is none names nothing. */
const BY_ID = "/subscriptions/*";

const batchLinks: readonly Link[] = [
  { type: POOL, at: "/parent", to: [BATCH] },
  { type: BATCH, at: "/properties/autoStorage/storageAccountId", to: ACCOUNT },
  { type: BATCH, at: "/properties/encryption/keyVaultProperties/keyIdentifier", to: KEY },
  { type: BATCH, at: "/properties/keyVaultReference/id", to: VAULT },
  { type: POOL, at: "/properties/networkConfiguration/subnetId", to: SUBNET },
  {
    type: POOL,
    at: "/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration/containerRegistries/*/identityReference/resourceId",
    to: IDENTITY,
  },
];

const databaseLinks: readonly Link[] = [
  ...[
    "administrators",
    "advancedThreatProtectionSettings",
    "configurations",
    "databases",
    "firewallRules",
  ].map((child) => ({
    type: `${SERVER}/${child}`,
    at: "/parent",
    to: [SERVER],
  })),
  { type: SERVER, at: "/properties/dataEncryption/primaryKeyURI", to: KEY },
  { type: SERVER, at: "/properties/dataEncryption/geoBackupKeyURI", to: KEY },
  { type: SERVER, at: "/properties/network/delegatedSubnetResourceId", to: SUBNET },
  {
    type: SERVER,
    at: "/properties/network/privateDnsZoneArmResourceId",
    to: ["Microsoft.Network/privateDnsZones"],
  },
  { type: SERVER, at: "/properties/sourceServerResourceId", to: [SERVER] },
];

const synapseLinks: readonly Link[] = [
  ...[
    "administrators",
    "auditingSettings",
    "azureADOnlyAuthentications",
    "bigDataPools",
    "extendedAuditingSettings",
    "firewallRules",
    "keys",
    "securityAlertPolicies",
    "sqlPools",
    "vulnerabilityAssessments",
  ].map((child) => ({ type: `${SYNAPSE}/${child}`, at: "/parent", to: [SYNAPSE] })),
  ...["geoBackupPolicies", "transparentDataEncryption"].map((child) => ({
    type: `${SYNAPSE}/sqlPools/${child}`,
    at: "/parent",
    to: [`${SYNAPSE}/sqlPools`],
  })),
  { type: SYNAPSE, at: "/properties/defaultDataLakeStorage/resourceId", to: ACCOUNT },
  {
    type: SYNAPSE,
    at: "/Terraform/storage_data_lake_gen2_filesystem_id",
    to: ["Microsoft.Storage/storageAccounts/blobServices/containers"],
    like: "https://*",
  },
  { type: SYNAPSE, at: "/properties/encryption/cmk/key/keyVaultUrl", to: KEY },
  { type: `${SYNAPSE}/keys`, at: "/properties/keyVaultUrl", to: KEY },
];

const machineLinks: readonly Link[] = [
  { type: `${MACHINE}/extensions`, at: "/parent", to: [MACHINE] },
  { type: MACHINE, at: "/properties/networkProfile/networkInterfaces/*/id", to: INTERFACE },
  {
    type: MACHINE,
    at: "/properties/storageProfile/osDisk/managedDisk/diskEncryptionSet/id",
    to: SET,
  },
  {
    type: MACHINE,
    at: "/properties/storageProfile/osDisk/managedDisk/securityProfile/diskEncryptionSet/id",
    to: SET,
  },
  { type: "Microsoft.Compute/diskEncryptionSets", at: "/properties/activeKey/keyUrl", to: KEY },
  { type: "Microsoft.Compute/disks", at: "/properties/encryption/diskEncryptionSetId", to: SET },
  {
    type: "Microsoft.Compute/disks",
    at: "/properties/securityProfile/secureVMDiskEncryptionSetId",
    to: SET,
  },
  { type: OPENSHIFT, at: "/properties/masterProfile/diskEncryptionSetId", to: SET },
  { type: OPENSHIFT, at: "/properties/masterProfile/subnetId", to: SUBNET },
  { type: OPENSHIFT, at: "/properties/workerProfiles/*/diskEncryptionSetId", to: SET },
  { type: OPENSHIFT, at: "/properties/workerProfiles/*/subnetId", to: SUBNET },
];

const governanceLinks: readonly Link[] = [
  {
    type: "Microsoft.Authorization/policyExemptions",
    at: "/properties/policyAssignmentId",
    to: ["Microsoft.Authorization/policyAssignments"],
  },
  ...[
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.Authorization/roleAssignmentScheduleRequests",
    "Microsoft.Authorization/roleEligibilityScheduleRequests",
  ].map((type) => ({
    type,
    at: "/properties/principalId",
    to: IDENTITY,
    like: BY_ID,
  })),
  { type: "Microsoft.SecurityInsights/onboardingStates", at: "/scope", to: WORKSPACE, like: BY_ID },
  { type: "Microsoft.SecurityInsights/alertRules", at: "/scope", to: WORKSPACE, like: BY_ID },
  {
    type: "Microsoft.DataProtection/backupVaults/backupInstances",
    at: "/parent",
    to: ["Microsoft.DataProtection/backupVaults"],
  },
  {
    type: "Microsoft.DataProtection/backupVaults/backupInstances",
    at: "/properties/dataSourceInfo/resourceID",
    to: [SERVER, "Microsoft.Compute/disks", ...ACCOUNT],
    like: BY_ID,
  },
  {
    type: "Microsoft.DataProtection/backupVaults",
    at: "/properties/securitySettings/encryptionSettings/keyVaultProperties/keyUri",
    to: KEY,
  },
  {
    type: "Microsoft.RecoveryServices/vaults",
    at: "/properties/encryption/keyVaultProperties/keyUri",
    to: KEY,
  },
  {
    type: "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
    at: "/properties/sourceResourceId",
    to: [MACHINE],
  },
  ...["backupconfig", "backupstorageconfig"].map((child) => ({
    type: `Microsoft.RecoveryServices/vaults/${child}`,
    at: "/parent",
    to: ["Microsoft.RecoveryServices/vaults"],
  })),
];

/** Compute, databases, health data services, backup, and who governs them. */
export const azureServiceLinks: readonly Link[] = [
  ...batchLinks,
  ...databaseLinks,
  ...synapseLinks,
  ...machineLinks,
  ...governanceLinks,
  {
    type: "Microsoft.ContainerRegistry/registries",
    at: "/properties/encryption/keyVaultProperties/keyIdentifier",
    to: KEY,
  },
  ...["Microsoft.Web/sites", "Microsoft.Web/sites/slots"].map((type) => ({
    type,
    at: "/properties/serverFarmId",
    to: ["Microsoft.Web/serverfarms"],
  })),
  { type: "Microsoft.Web/sites/slots", at: "/parent", to: ["Microsoft.Web/sites"] },
  { type: "Microsoft.Web/sites/config", at: "/parent", to: ["Microsoft.Web/sites"] },
  { type: "Microsoft.Web/sites/slots/config", at: "/parent", to: ["Microsoft.Web/sites/slots"] },
  {
    type: "Microsoft.ServiceBus/namespaces/networkRuleSets",
    at: "/parent",
    to: ["Microsoft.ServiceBus/namespaces"],
  },
  ...[DICOM, FHIR].map((type) => ({
    type,
    at: "/parent",
    to: ["Microsoft.HealthcareApis/workspaces"],
  })),
  {
    type: DICOM,
    at: "/properties/encryption/customerManagedKeyEncryption/keyEncryptionKeyUrl",
    to: KEY,
  },
  {
    type: FHIR,
    at: "/properties/encryption/customerManagedKeyEncryption/keyEncryptionKeyUrl",
    to: KEY,
  },
];
