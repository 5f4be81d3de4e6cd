import { analyticsLinks } from "./analytics.ts";
import { identityLinks } from "./identity.ts";
import { integrationLinks } from "./integration.ts";
import type { Hop, Link } from "./link.ts";
import { machineLearningLinks } from "./machine-learning.ts";
import { networkLinks } from "./network.ts";
import { storageLinks } from "./storage.ts";

/** Every property that names another resource. */
export const LINKS: readonly Link[] = [
  ...analyticsLinks,
  ...identityLinks,
  ...integrationLinks,
  ...machineLearningLinks,
  ...networkLinks,
  ...storageLinks,
];

export const HOPS: readonly Hop[] = [
  { type: "AWS::KMS::Alias", through: "/TargetKeyId" },
  { type: "AWS::Lambda::Alias", through: "/FunctionName" },
  { type: "AWS::Lambda::Version", through: "/FunctionName" },
];
