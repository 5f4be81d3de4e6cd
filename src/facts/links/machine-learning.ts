import type { Link } from "./link.ts";

export const machineLearningLinks: readonly Link[] = [];
