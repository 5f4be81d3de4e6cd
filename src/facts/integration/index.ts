import type { Fact } from "../fact.ts";
import { alarmActions } from "./alarm-actions.ts";
import { failureDestination } from "./failure-destination.ts";
import { logGroup } from "./log-group.ts";
import { isRowRules } from "./is-row-rules.ts";

export const integrationFacts: readonly Fact[] = [alarmActions, failureDestination, logGroup, isRowRules];
