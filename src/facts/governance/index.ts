import type { Fact } from "../fact.ts";
import { accountBaseline } from "./account-baseline.ts";
import { managesOrganization } from "./manages-organization.ts";
import { recordedEvents } from "./recorded-events.ts";

export const governanceFacts: readonly Fact[] = [accountBaseline, managesOrganization, recordedEvents];
