import type { Fact } from "../fact.ts";
import { blobService } from "./blob-service.ts";
import { broadRules } from "./broad-rules.ts";
import { defaultRoute } from "./default-route.ts";
import { diagnosticSettings } from "./diagnostic-settings.ts";
import { immutability } from "./immutability.ts";
import { internetInbound } from "./internet-inbound.ts";
import { internetOutbound } from "./internet-outbound.ts";
import { literalSecrets } from "./literal-secrets.ts";
import { peeredClinics } from "./peered-clinics.ts";
import { privateEndpoints } from "./private-endpoints.ts";
import { rotationDays } from "./rotation-days.ts";
import { subnets } from "./subnets.ts";

export const azureFacts: readonly Fact[] = [
  blobService,
  broadRules,
  defaultRoute,
  diagnosticSettings,
  immutability,
  internetInbound,
  internetOutbound,
  literalSecrets,
  peeredClinics,
  privateEndpoints,
  rotationDays,
  subnets,
];
