import type { Fact } from "../fact.ts";
import { activation } from "./activation.ts";
import { addressReach } from "./address-reach.ts";
import { auditing } from "./auditing.ts";
import { authorityOrigin } from "./authority-origin.ts";
import { assignedClinics } from "./assigned-clinics.ts";
import { blobService } from "./blob-service.ts";
import { broadRules } from "./broad-rules.ts";
import { dataPlaces } from "./data-places.ts";
import { defaultRoute } from "./default-route.ts";
import { diagnosticSettings } from "./diagnostic-settings.ts";
import { entraOnly } from "./entra-only.ts";
import { guestEncryption } from "./guest-encryption.ts";
import { immutability } from "./immutability.ts";
import { internetInbound } from "./internet-inbound.ts";
import { internetOutbound } from "./internet-outbound.ts";
import { literalSecrets } from "./literal-secrets.ts";
import { loggedCredentials } from "./logged-credentials.ts";
import { namespaceAccess } from "./namespace-access.ts";
import { peeredClinics } from "./peered-clinics.ts";
import { policyDefinition } from "./policy-definition.ts";
import { privateEndpoints } from "./private-endpoints.ts";
import { role } from "./role.ts";
import { rotationDays } from "./rotation-days.ts";
import { serverParameters } from "./server-parameters.ts";
import { siteNetwork } from "./site-network.ts";
import { siteSettings } from "./site-settings.ts";
import { sqlDefence } from "./sql-defence.ts";
import { subnets } from "./subnets.ts";
import { threatProtection } from "./threat-protection.ts";
import { transparentEncryption } from "./transparent-encryption.ts";
import { vaultProtection } from "./vault-protection.ts";

export const azureFacts: readonly Fact[] = [
  activation,
  addressReach,
  auditing,
  authorityOrigin,
  assignedClinics,
  blobService,
  broadRules,
  dataPlaces,
  defaultRoute,
  diagnosticSettings,
  entraOnly,
  guestEncryption,
  immutability,
  internetInbound,
  internetOutbound,
  literalSecrets,
  loggedCredentials,
  namespaceAccess,
  peeredClinics,
  policyDefinition,
  privateEndpoints,
  role,
  rotationDays,
  serverParameters,
  siteNetwork,
  siteSettings,
  sqlDefence,
  subnets,
  threatProtection,
  transparentEncryption,
  vaultProtection,
];
