import type { Fact } from "../fact.ts";
import { failureDestination } from "./failure-destination.ts";
import { logGroup } from "./log-group.ts";
import { isRowRules } from "./is-row-rules.ts";

export const integrationFacts: readonly Fact[] = [failureDestination, logGroup, isRowRules];
