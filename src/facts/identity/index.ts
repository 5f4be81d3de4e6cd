import type { Fact } from "../fact.ts";
import { clinics } from "./clinics.ts";
import { grants } from "./grants.ts";

export const identityFacts: readonly Fact[] = [clinics, grants];
