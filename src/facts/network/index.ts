import type { Fact } from "../fact.ts";

export const networkFacts: readonly Fact[] = [];
