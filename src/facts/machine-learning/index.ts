import type { Fact } from "../fact.ts";

export const machineLearningFacts: readonly Fact[] = [];
