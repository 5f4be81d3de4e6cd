import type { Fact } from "../fact.ts";

export const storageFacts: readonly Fact[] = [];
