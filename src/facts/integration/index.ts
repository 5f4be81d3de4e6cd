import type { Fact } from "../fact.ts";
import { alarmActions } from "./alarm-actions.ts";
import { failureAlarms } from "./failure-alarms.ts";
import { failureDestination } from "./failure-destination.ts";
import { hostReach } from "./host-reach.ts";
import { logGroup } from "./log-group.ts";
import { isRowRules } from "./is-row-rules.ts";
import { openOperations } from "./open-operations.ts";
import { startedRuns } from "./started-runs.ts";
import { temporaryBucket } from "./temporary-bucket.ts";
import { undelivered } from "./undelivered.ts";
import { webAcls } from "./web-acls.ts";

export const integrationFacts: readonly Fact[] = [
  alarmActions,
  failureAlarms,
  failureDestination,
  hostReach,
  logGroup,
  isRowRules,
  openOperations,
  startedRuns,
  temporaryBucket,
  undelivered,
  webAcls,
];
