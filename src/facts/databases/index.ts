import type { Fact } from "../fact.ts";
import { allowsPublic } from "./allows-public.ts";
import { autoscaled } from "./autoscaled.ts";
import { clusterInstances } from "./cluster-instances.ts";
import { instanceEncryption } from "./instance-encryption.ts";
import { instanceEngine } from "./instance-engine.ts";
import { readReplica } from "./read-replica.ts";
import { requireSsl } from "./require-ssl.ts";

export const databaseFacts: readonly Fact[] = [
  allowsPublic,
  autoscaled,
  clusterInstances,
  instanceEncryption,
  instanceEngine,
  readReplica,
  requireSsl,
];
