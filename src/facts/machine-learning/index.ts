import type { Fact } from "../fact.ts";
import { endpointLocalStorage } from "./endpoint-local-storage.ts";
import { modelContainers } from "./model-containers.ts";
import { pipelineSteps } from "./pipeline-steps.ts";

export const machineLearningFacts: readonly Fact[] = [endpointLocalStorage, modelContainers, pipelineSteps];
