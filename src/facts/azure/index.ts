import type { Fact } from "../fact.ts";
import { blobService } from "./blob-service.ts";
import { defaultRoute } from "./default-route.ts";
import { diagnosticSettings } from "./diagnostic-settings.ts";
import { immutability } from "./immutability.ts";
import { internetInbound } from "./internet-inbound.ts";
import { internetOutbound } from "./internet-outbound.ts";
import { privateEndpoints } from "./private-endpoints.ts";
import { subnets } from "./subnets.ts";

export const azureFacts: readonly Fact[] = [
  blobService,
  defaultRoute,
  diagnosticSettings,
  immutability,
  internetInbound,
  internetOutbound,
  privateEndpoints,
  subnets,
];
