import type { Lens } from "../lens.ts";

export const machineLearningLenses: readonly Lens[] = [];
