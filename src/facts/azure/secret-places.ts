/**
 * What can hold a secret: a `secret` is one as a whole; a `setting` is when its name says so, or its text holds a credential; a
 * `connection` is text that holds the credential for a connection, or leaves it to an identity; a `script` is text that
 * people write commands in, in base64 or not.
 */
export type SecretKind = "secret" | "setting" | "connection" | "script";

export type SecretPlaces = Readonly<Partial<Record<SecretKind, readonly string[]>>>;

const CONTAINERS = ["containers", "initContainers"];
const VARIABLES = CONTAINERS.map((name) => `/properties/template/${name}/*/env/*/value`);
const COMMANDS = ["settings", "protectedSettings"].flatMap((name) => [
  `/${name}/commandToExecute`,
  `/${name}/script`,
]);
const CONTAINER_APP = {
  secret: ["/properties/configuration/secrets/*/value"],
  setting: VARIABLES,
};
const SITE = {
  connection: ["/properties/siteConfig/connectionStrings/*/connectionString"],
  secret: ["/properties/siteConfig/azureStorageAccounts/*/accessKey"],
  setting: ["/properties/siteConfig/appSettings/*/value"],
};
const AUDIT = { secret: ["/properties/storageAccountAccessKey"] };
const EXTENSION = { script: COMMANDS.map((pointer) => `/properties${pointer}`) };

/** The settings of a site, by the name of the resource: some have one property for each, some an object. */
const SITE_SETTINGS: Readonly<Record<string, SecretPlaces>> = {
  appsettings: { setting: ["/properties/*"] },
  authsettings: {
    secret: [
      "clientSecret",
      "facebookAppSecret",
      "gitHubClientSecret",
      "googleClientSecret",
      "microsoftAccountClientSecret",
      "twitterConsumerSecret",
    ].map((name) => `/properties/${name}`),
  },
  azurestorageaccounts: { secret: ["/properties/*/accessKey"] },
  connectionstrings: { connection: ["/properties/*/value"] },
  web: {
    connection: ["/properties/connectionStrings/*/connectionString"],
    secret: ["/properties/azureStorageAccounts/*/accessKey"],
    setting: ["/properties/appSettings/*/value"],
  },
};

/** Where a type holds a secret: a password, a key, a token. */
const BY_TYPE: Readonly<Record<string, SecretPlaces>> = {
  "Microsoft.App/containerApps": CONTAINER_APP,
  "Microsoft.App/jobs": CONTAINER_APP,
  "Microsoft.Batch/batchAccounts/pools": {
    script: ["/properties/startTask/commandLine"],
    secret: [
      "/properties/mountConfiguration/*/azureBlobFileSystemConfiguration/accountKey",
      "/properties/mountConfiguration/*/azureBlobFileSystemConfiguration/sasKey",
      "/properties/mountConfiguration/*/azureFileShareConfiguration/accountKey",
      "/properties/mountConfiguration/*/cifsMountConfiguration/password",
      "/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration/containerRegistries/*/password",
      "/properties/startTask/containerSettings/registry/password",
      "/properties/userAccounts/*/linuxUserConfiguration/sshPrivateKey",
      "/properties/userAccounts/*/password",
    ],
    setting: ["/properties/startTask/environmentSettings/*/value"],
  },
  "Microsoft.Compute/virtualMachineScaleSets": {
    script: [
      "/properties/virtualMachineProfile/osProfile/customData",
      "/properties/virtualMachineProfile/userData",
      ...COMMANDS.map(
        (pointer) => `/properties/virtualMachineProfile/extensionProfile/extensions/*/properties${pointer}`,
      ),
    ],
    secret: ["/properties/virtualMachineProfile/osProfile/adminPassword"],
  },
  "Microsoft.Compute/virtualMachineScaleSets/extensions": EXTENSION,
  "Microsoft.Compute/virtualMachines": {
    script: ["/properties/osProfile/customData", "/properties/userData"],
    secret: ["/properties/osProfile/adminPassword"],
  },
  "Microsoft.Compute/virtualMachines/extensions": EXTENSION,
  "Microsoft.ContainerInstance/containerGroups": {
    secret: [
      ...CONTAINERS.map((name) => `/properties/${name}/*/properties/environmentVariables/*/secureValue`),
      "/Terraform/container/*/secure_environment_variables/*",
      "/Terraform/init_container/*/secure_environment_variables/*",
      "/properties/diagnostics/logAnalytics/workspaceKey",
      "/properties/imageRegistryCredentials/*/password",
      "/properties/volumes/*/azureFile/storageAccountKey",
    ],
    setting: CONTAINERS.map((name) => `/properties/${name}/*/properties/environmentVariables/*/value`),
  },
  "Microsoft.ContainerService/managedClusters": {
    secret: ["/properties/servicePrincipalProfile/secret", "/properties/windowsProfile/adminPassword"],
  },
  "Microsoft.DBforMySQL/flexibleServers": { secret: ["/properties/administratorLoginPassword"] },
  "Microsoft.DBforPostgreSQL/flexibleServers": { secret: ["/properties/administratorLoginPassword"] },
  "Microsoft.KeyVault/vaults/secrets": { secret: ["/properties/value"] },
  "Microsoft.Network/connections": { secret: ["/properties/authorizationKey", "/properties/sharedKey"] },
  "Microsoft.Network/virtualNetworkGateways": {
    secret: [
      "/properties/vpnClientConfiguration/radiusServerSecret",
      "/properties/vpnClientConfiguration/radiusServers/*/radiusServerSecret",
    ],
  },
  "Microsoft.RedHatOpenShift/openShiftClusters": {
    secret: ["/properties/clusterProfile/pullSecret", "/properties/servicePrincipalProfile/clientSecret"],
  },
  "Microsoft.Resources/deploymentScripts": {
    script: ["/properties/arguments", "/properties/scriptContent"],
    secret: [
      "/properties/environmentVariables/*/secureValue",
      "/properties/storageAccountSettings/storageAccountKey",
    ],
    setting: ["/properties/environmentVariables/*/value"],
  },
  "Microsoft.Sql/managedInstances": { secret: ["/properties/administratorLoginPassword"] },
  "Microsoft.Sql/servers": { secret: ["/properties/administratorLoginPassword"] },
  "Microsoft.Synapse/workspaces": { secret: ["/properties/sqlAdministratorLoginPassword"] },
  "Microsoft.Synapse/workspaces/auditingSettings": AUDIT,
  "Microsoft.Synapse/workspaces/extendedAuditingSettings": AUDIT,
  "Microsoft.Web/sites": SITE,
  "Microsoft.Web/sites/slots": SITE,
};

const SETTINGS_TYPES = ["Microsoft.Web/sites/config", "Microsoft.Web/sites/slots/config"];

/** Types that have such places. */
export const TYPES_WITH_SECRETS: readonly string[] = [...Object.keys(BY_TYPE), ...SETTINGS_TYPES];

/** The places of a resource by its type, and by its name where that tells what it holds. */
export function secretPlacesOf(type: string, name: unknown): readonly SecretPlaces[] {
  const own = BY_TYPE[type];
  if (own !== undefined) return [own];
  if (typeof name !== "string") return Object.values(SITE_SETTINGS);
  const named = name.toLowerCase();
  const settings = Object.hasOwn(SITE_SETTINGS, named) ? SITE_SETTINGS[named] : undefined;
  return settings === undefined ? [] : [settings];
}
