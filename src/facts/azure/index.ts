import type { Fact } from "../fact.ts";
import { addressReach } from "./address-reach.ts";
import { auditing } from "./auditing.ts";
import { blobService } from "./blob-service.ts";
import { defaultRoute } from "./default-route.ts";
import { diagnosticSettings } from "./diagnostic-settings.ts";
import { entraOnly } from "./entra-only.ts";
import { immutability } from "./immutability.ts";
import { internetInbound } from "./internet-inbound.ts";
import { internetOutbound } from "./internet-outbound.ts";
import { policyDefinition } from "./policy-definition.ts";
import { privateEndpoints } from "./private-endpoints.ts";
import { role } from "./role.ts";
import { serverParameters } from "./server-parameters.ts";
import { subnets } from "./subnets.ts";
import { transparentEncryption } from "./transparent-encryption.ts";
import { vaultProtection } from "./vault-protection.ts";

export const azureFacts: readonly Fact[] = [
  addressReach,
  auditing,
  blobService,
  defaultRoute,
  diagnosticSettings,
  entraOnly,
  immutability,
  internetInbound,
  internetOutbound,
  policyDefinition,
  privateEndpoints,
  role,
  serverParameters,
  subnets,
  transparentEncryption,
  vaultProtection,
];
