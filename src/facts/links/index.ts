import { analyticsLinks } from "./analytics.ts";
import { azureNetworkLinks } from "./azure-network.ts";
import { azureStorageLinks } from "./azure-storage.ts";
import { azureServiceLinks } from "./azure-services.ts";
import { governanceLinks } from "./governance.ts";
import { databaseLinks } from "./databases.ts";
import { identityLinks } from "./identity.ts";
import { integrationLinks } from "./integration.ts";
import type { Hop, Link } from "./link.ts";
import { loadBalancingLinks } from "./load-balancing.ts";
import { machineLearningLinks } from "./machine-learning.ts";
import { networkLinks } from "./network.ts";
import { signInLinks } from "./sign-in.ts";
import { storageLinks } from "./storage.ts";

/** Every property that names another resource. */
export const LINKS: readonly Link[] = [
  ...analyticsLinks,
  ...azureNetworkLinks,
  ...azureStorageLinks,
  ...azureServiceLinks,
  ...governanceLinks,
  ...databaseLinks,
  ...identityLinks,
  ...integrationLinks,
  ...loadBalancingLinks,
  ...machineLearningLinks,
  ...networkLinks,
  ...signInLinks,
  ...storageLinks,
];

export const HOPS: readonly Hop[] = [
  { type: "AWS::KMS::Alias", through: "/TargetKeyId" },
  { type: "AWS::Lambda::Alias", through: "/FunctionName" },
  // a certificate that is known to be issued; it names the one that was asked for
  { type: "aws_acm_certificate_validation", through: "/certificate_arn" },
  { type: "AWS::Lambda::Version", through: "/FunctionName" },
];
