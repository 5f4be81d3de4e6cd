import type { Feeds, Lens } from "../lens.ts";
import { BODY, IDENTITY, IDENTITY_IDS } from "./azure-body.ts";

const GROUP_CONTAINER: Feeds = {
  name: "name",
  properties: {
    object: {
      command: "commands",
      environmentVariables: { attribute: "environment_variables", as: "variables" },
      image: "image",
    },
  },
};

/** Variables that Azure never shows are an argument of their own; ARM has their values among the others. */
const SECURE_VARIABLES: Feeds = { secure_environment_variables: "secure_environment_variables" };

const APP_CONTAINER: Feeds = {
  command: "command",
  env: {
    blocks: "env",
    properties: { name: "name", secretRef: "secret_name", value: "value" },
  },
  image: "image",
  name: "name",
};

function app(type: string, canonical: string, own: Feeds, configuration: Feeds): Lens {
  return {
    type,
    canonical,
    properties: {
      ...own,
      ...IDENTITY,
      properties: {
        object: {
          configuration: {
            object: {
              ...configuration,
              secrets: {
                blocks: "secret",
                properties: { keyVaultUrl: "key_vault_secret_id", name: "name", value: "value" },
              },
            },
          },
          template: {
            block: "template",
            properties: {
              containers: { blocks: "container", properties: APP_CONTAINER },
              initContainers: { blocks: "init_container", properties: APP_CONTAINER },
            },
          },
        },
      },
    },
  };
}

export const azureContainerLenses: readonly Lens[] = [
  // an application lies where its environment does
  app(
    "azurerm_container_app",
    "Microsoft.App/containerApps",
    { name: "name", tags: "tags" },
    {
      ingress: {
        block: "ingress",
        properties: {
          allowInsecure: { attribute: "allow_insecure_connections", unset: false },
          external: { attribute: "external_enabled", unset: false },
        },
      },
    },
  ),
  app("azurerm_container_app_job", "Microsoft.App/jobs", BODY, {}),
  {
    type: "azurerm_container_group",
    canonical: "Microsoft.ContainerInstance/containerGroups",
    properties: {
      ...BODY,
      ...IDENTITY,
      Terraform: {
        object: {
          container: { blocks: "container", properties: SECURE_VARIABLES },
          identity: IDENTITY_IDS,
          init_container: { blocks: "init_container", properties: SECURE_VARIABLES },
        },
      },
      properties: {
        object: {
          containers: { blocks: "container", properties: GROUP_CONTAINER },
          encryptionProperties: { object: { keyName: { attribute: "key_vault_key_id", as: "key-name" } } },
          imageRegistryCredentials: {
            blocks: "image_registry_credential",
            properties: { identity: "user_assigned_identity_id", password: "password", server: "server" },
          },
          initContainers: { blocks: "init_container", properties: GROUP_CONTAINER },
          ipAddress: { object: { type: { attribute: "ip_address_type", unset: "Public" } } },
          networkProfile: { object: { id: "network_profile_id" } },
          subnetIds: { attribute: "subnet_ids", as: { each: "id" } },
        },
      },
    },
  },
];
