import type { Feed, Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY, NEVER } from "./azure-body.ts";

const CORS: Feed = {
  block: "cors",
  properties: {
    allowedOrigins: "allowed_origins",
    supportCredentials: { attribute: "support_credentials", unset: false },
  },
};

/** What the settings of web applications and functions have in common; the defaults are azurerm's own. */
const SITE: Feeds = {
  cors: CORS,
  ftpsState: { attribute: "ftps_state", unset: "Disabled" },
  minTlsVersion: { attribute: "minimum_tls_version", unset: "1.2" },
  remoteDebuggingEnabled: { attribute: "remote_debugging_enabled", unset: false },
  scmMinTlsVersion: { attribute: "scm_minimum_tls_version", unset: "1.2" },
  vnetRouteAllEnabled: { attribute: "vnet_route_all_enabled", unset: false },
};

const APP_SETTINGS: Feed = { attribute: "app_settings", as: "variables" };
const CONNECTIONS: Feed = {
  blocks: "connection_string",
  properties: { connectionString: "value", name: "name", type: "type" },
};

function site(type: string, kind: string, more: Feeds): Lens {
  const isSlot = type.endsWith("_slot");
  return {
    type,
    canonical: isSlot ? "Microsoft.Web/sites/slots" : "Microsoft.Web/sites",
    properties: {
      // a slot lies where its application does
      ...(isSlot ? { name: "name", tags: "tags" } : BODY),
      ...IDENTITY,
      kind: { constant: kind },
      properties: {
        object: {
          clientCertEnabled: { attribute: "client_certificate_enabled", unset: false },
          clientCertMode: "client_certificate_mode",
          // azurerm places an application in an environment by its plan
          hostingEnvironmentProfile: NEVER,
          httpsOnly: { attribute: "https_only", unset: false },
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          // azurerm says it in the settings alone
          outboundVnetRouting: { object: { allTraffic: NEVER, applicationTraffic: NEVER } },
          serverFarmId: "service_plan_id",
          siteConfig: {
            object: {
              ...SITE_CONFIG,
              appSettings: APP_SETTINGS,
              azureStorageAccounts: {
                keyed: "storage_account",
                by: "name",
                properties: { accessKey: "access_key", accountName: "account_name", shareName: "share_name" },
              },
              connectionStrings: CONNECTIONS,
              ...more,
            },
          },
          virtualNetworkSubnetId: "virtual_network_subnet_id",
          vnetRouteAllEnabled: NEVER,
        },
      },
    },
  };
}

/** The settings stand in a block, beside those that azurerm has outside of it. */
const SITE_CONFIG: Feeds = Object.fromEntries(
  Object.entries(SITE).map(([property, feed]) => [property, inSiteConfig(feed)]),
);

function inSiteConfig(feed: Feed): Feed {
  if (typeof feed === "object" && "attribute" in feed) {
    return { ...feed, attribute: `site_config.${feed.attribute}` };
  }
  return typeof feed === "object" && "block" in feed ? { ...feed, block: `site_config.${feed.block}` } : feed;
}

/** The logs of a web application are a block of their own. */
const LOGS: Feeds = {
  requestTracingEnabled: { attribute: "logs.failed_request_tracing", unset: false },
};

/** A function app has no such log. */
const NO_LOGS: Feeds = { requestTracingEnabled: { constant: false } };

export const azureWebAppLenses: readonly Lens[] = [
  site("azurerm_linux_web_app", "app,linux", LOGS),
  site("azurerm_linux_web_app_slot", "app,linux", LOGS),
  site("azurerm_windows_web_app", "app", LOGS),
  site("azurerm_windows_web_app_slot", "app", LOGS),
  site("azurerm_linux_function_app", "functionapp,linux", NO_LOGS),
  site("azurerm_linux_function_app_slot", "functionapp,linux", NO_LOGS),
  site("azurerm_windows_function_app", "functionapp", NO_LOGS),
  site("azurerm_windows_function_app_slot", "functionapp", NO_LOGS),
  {
    type: "azurerm_service_plan",
    canonical: "Microsoft.Web/serverfarms",
    properties: {
      ...BODY,
      sku: { object: { name: "sku_name" } },
      properties: {
        object: { hostingEnvironmentProfile: { object: { id: "app_service_environment_id" } } },
      },
    },
  },
];
