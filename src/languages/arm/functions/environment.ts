import { AT_DEPLOYMENT, ArmObject, Open } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";

/**
 * What `environment()` gives in Azure's public cloud. The sovereign clouds have others: alone a value is not known, and in
 * a longer text, such as the name of a private zone, the public one stands for all.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment
 */
const PUBLIC = {
  name: "AzureCloud",
  gallery: "https://gallery.azure.com/",
  graph: "https://graph.windows.net/",
  portal: "https://portal.azure.com",
  graphAudience: "https://graph.windows.net/",
  activeDirectoryDataLake: "https://datalake.azure.net/",
  batch: "https://batch.core.windows.net/",
  media: "https://rest.media.azure.net",
  sqlManagement: "https://management.core.windows.net:8443/",
  vmImageAliasDoc:
    "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json",
  resourceManager: "https://management.azure.com/",
  authentication: {
    loginEndpoint: "https://login.microsoftonline.com/",
    tenant: "common",
    identityProvider: "AAD",
  },
  suffixes: {
    acrLoginServer: ".azurecr.io",
    azureDatalakeAnalyticsCatalogAndJob: "azuredatalakeanalytics.net",
    azureDatalakeStoreFileSystem: "azuredatalakestore.net",
    azureFrontDoorEndpointSuffix: "azurefd.net",
    keyvaultDns: ".vault.azure.net",
    sqlServerHostname: ".database.windows.net",
    storage: "core.windows.net",
  },
} as const;

interface Texts {
  readonly [key: string]: string | Texts;
}

export const ENVIRONMENT: ArmObject = openTexts(PUBLIC, "environment()");

function openTexts(texts: Texts, expression: string): ArmObject {
  const members: (readonly [string, ArmValue])[] = Object.entries(texts).map(([key, value]) => {
    const path = `${expression}.${key}`;
    return [key, typeof value === "string" ? usually(path, value) : openTexts(value, path)];
  });
  const known = ArmObject.of(members);
  return new ArmObject(known.members, new Open(AT_DEPLOYMENT, expression));
}

function usually(expression: string, usual: string): Open {
  return new Open(AT_DEPLOYMENT, expression, [], { isPresent: true, isText: true, usual });
}
