import type { Feed, Feeds, Lens } from "../lens.ts";

const MASKS: Feeds = { mode: "mode", value: "value" };

/** What of a request or an answer is written down; nothing, unless it is asked for. */
function message(block: string): Feed {
  return {
    block,
    properties: {
      body: { object: { bytes: { attribute: "body_bytes", unset: 0 } } },
      dataMasking: {
        block: "data_masking",
        properties: {
          headers: { blocks: "headers", properties: MASKS },
          queryParams: { blocks: "query_params", properties: MASKS },
        },
      },
      headers: "headers_to_log",
    },
    unset: {},
  };
}

function diagnostic(type: string, canonical: string): Lens {
  return {
    type,
    canonical,
    name: "identifier",
    properties: {
      name: "identifier",
      properties: {
        object: {
          backend: {
            object: { request: message("backend_request"), response: message("backend_response") },
          },
          frontend: {
            object: { request: message("frontend_request"), response: message("frontend_response") },
          },
          logClientIp: { attribute: "log_client_ip", unset: false },
          loggerId: "api_management_logger_id",
          verbosity: { attribute: "verbosity", unset: "information" },
        },
      },
    },
  };
}

export const azureApiManagementLenses: readonly Lens[] = [
  diagnostic("azurerm_api_management_diagnostic", "Microsoft.ApiManagement/service/diagnostics"),
  diagnostic("azurerm_api_management_api_diagnostic", "Microsoft.ApiManagement/service/apis/diagnostics"),
];
