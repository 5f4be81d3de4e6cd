import { valueAt } from "../../model/pointer.ts";
import { Unknown, isSensitive, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { describeStep } from "./describe-step.ts";
import { flattenSteps } from "./flatten-steps.ts";
import { conceal } from "../conceal.ts";
import { readDefinition } from "./read-definition.ts";

export const pipelineSteps: Fact = {
  name: "Steps",
  types: ["AWS::SageMaker::Pipeline"],
  readFrom: { "AWS::SageMaker::Pipeline": "/PipelineDefinition/PipelineDefinitionBody" },
  needs: ["Account", "Region", "Containers"],
  description:
    "The steps of the pipeline, those inside conditions included: Type as the definition has it, Pin as of a model's container, the keys of volume and output, LocalStorage when the instances have disks of their own and take no volume key, WritesToS3 when there is an output to encrypt, and network isolation and VPC, for a transform those of its model.",
  fields: {
    Name: true,
    Type: true,
    Pin: true,
    VolumeKmsKeyId: true,
    LocalStorage: true,
    OutputKmsKeyId: true,
    WritesToS3: true,
    NetworkIsolation: true,
    VpcConfig: true,
  },
  compute(pipeline, facts) {
    const definition = readDefinition(pipeline);
    const steps = valueAt(definition, ["Steps"]) ?? new Unknown("the pipeline definition has no steps");
    if (plain(steps) instanceof Unknown) return plain(steps);
    const all = flattenSteps(steps);
    const byName = indexByName(all);
    const described = all.flatMap((step) => describeStep(step, { pipeline, steps: byName, facts }));
    // each step of a sensitive definition is sensitive: rules look at them one by one
    return isSensitive(steps) ? described.map(conceal) : described;
  },
};

/** Names are unique in a pipeline; a step whose name is not known could be any. */
function indexByName(steps: readonly Value[]): ReadonlyMap<string, Value> {
  const byName = new Map<string, Value>();
  for (const step of steps) {
    const name = plain(valueAt(step, ["Name"]));
    if (typeof name === "string") byName.set(name, step);
  }
  return byName;
}
