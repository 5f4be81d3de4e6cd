import type { Lens } from "../lens.ts";
import { cognitoLenses } from "./cognito.ts";
import { directoryLenses } from "./directories.ts";
import { ecrLenses } from "./ecr.ts";
import { iamLenses } from "./iam.ts";
import { identityCenterLenses } from "./identity-center.ts";
import { lakeFormationLenses } from "./lake-formation.ts";
import { organizationsLenses } from "./organizations.ts";
import { ramLenses } from "./ram.ts";

export const identityLenses: readonly Lens[] = [
  ...organizationsLenses,
  ...cognitoLenses,
  ...iamLenses,
  ...identityCenterLenses,
  ...ramLenses,
  ...directoryLenses,
  ...ecrLenses,
  ...lakeFormationLenses,
];
