import type { Fact } from "../fact.ts";

export const identityFacts: readonly Fact[] = [];
