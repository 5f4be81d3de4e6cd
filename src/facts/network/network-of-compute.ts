import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { ComputeNetwork } from "./compute-network.ts";
import { batchNetwork, instanceNetwork, launchTemplateNetwork } from "./launch-networks.ts";
import {
  domainNetwork,
  functionNetwork,
  modelNetwork,
  notebookNetwork,
  omicsNetwork,
  serviceNetwork,
} from "./managed-networks.ts";

/** The types of which it can be told where they run. */
export const COMPUTE_TYPES: readonly string[] = [
  "AWS::Batch::ComputeEnvironment",
  "AWS::EC2::Instance",
  "AWS::EC2::LaunchTemplate",
  "AWS::ECS::Service",
  "AWS::Lambda::Function",
  "AWS::Omics::Configuration",
  "AWS::SageMaker::Domain",
  "AWS::SageMaker::Model",
  "AWS::SageMaker::NotebookInstance",
];

/** What the configuration of compute says of its network; `undefined` where nothing tells it. */
export function networkOfCompute(graph: ResourceGraph, compute: Resource): ComputeNetwork | undefined {
  switch (compute.type) {
    case "AWS::Batch::ComputeEnvironment":
      return batchNetwork(graph, compute);
    case "AWS::EC2::Instance":
      return instanceNetwork(graph, compute);
    case "AWS::EC2::LaunchTemplate":
      return launchTemplateNetwork(graph, compute);
    case "AWS::ECS::Service":
      return serviceNetwork(compute);
    case "AWS::Lambda::Function":
      return functionNetwork(compute);
    case "AWS::Omics::Configuration":
      return omicsNetwork(compute);
    case "AWS::SageMaker::Domain":
      return domainNetwork(graph, compute);
    case "AWS::SageMaker::Model":
      return modelNetwork(compute);
    case "AWS::SageMaker::NotebookInstance":
      return notebookNetwork(compute);
    default:
      return undefined;
  }
}
