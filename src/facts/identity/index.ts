import type { Fact } from "../fact.ts";
import { assignedClinic } from "./assigned-clinic.ts";
import { assumedRoles } from "./assumed-roles.ts";
import { clinicUnit } from "./clinic-unit.ts";
import { clinics } from "./clinics.ts";
import { grants } from "./grants.ts";
import { identityStatements } from "./identity-statements.ts";
import { localPasswords } from "./local-passwords.ts";
import { namespaceClinics } from "./namespace-clinics.ts";
import { ownPolicies } from "./own-policies.ts";
import { permissions } from "./permissions.ts";
import { replicaRegions } from "./replica-regions.ts";
import { serviceControls } from "./service-controls.ts";
import { sessionHours } from "./session-hours.ts";
import { sharedEmail } from "./shared-email.ts";
import { widePowers } from "./wide-powers.ts";

export const identityFacts: readonly Fact[] = [
  assignedClinic,
  assumedRoles,
  clinics,
  clinicUnit,
  grants,
  identityStatements,
  localPasswords,
  namespaceClinics,
  ownPolicies,
  permissions,
  replicaRegions,
  serviceControls,
  sessionHours,
  sharedEmail,
  widePowers,
];
