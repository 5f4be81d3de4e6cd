import type { Fact } from "../fact.ts";
import { modelContainers } from "./model-containers.ts";
import { pipelineSteps } from "./pipeline-steps.ts";

export const machineLearningFacts: readonly Fact[] = [modelContainers, pipelineSteps];
