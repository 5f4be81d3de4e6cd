import { valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, emptyMap, isSensitive, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { findModel } from "./find-model.ts";
import { imagePin } from "./image-pin.ts";
import { allHaveLocalStorage, hasLocalStorage } from "./local-storage.ts";
import { mapKnown } from "./map-known.ts";
import { describeContainers } from "./model-containers.ts";
import { settleArguments, stepRead } from "./runtime-values.ts";

/** What a step is described in: the pipeline, and all its steps by name. */
export interface StepContext {
  readonly pipeline: Resource;
  readonly steps: ReadonlyMap<string, Value>;
  readonly facts: FactContext;
}

type Described = Readonly<Record<string, Value | undefined>>;

/** What rules ask of a step, whatever its type calls it. A tuning step gives one description for each training job. */
export function describeStep(step: Value, context: StepContext): readonly Value[] {
  const type = plain(valueAt(step, ["Type"]));
  if (type instanceof Unknown) return [new Unknown(type.reason)];
  if (typeof type !== "string") return [new Unknown("the step has no type")];
  const common = { Name: valueAt(step, ["Name"]), Type: type };
  const settled = settleArguments(valueAt(step, ["Arguments"]) ?? {});
  return describeJobs(type, step, settled, context).map((job) => withoutAbsent({ ...common, ...job }));
}

function describeJobs(type: string, step: Value, settled: Value, context: StepContext): readonly Described[] {
  switch (type) {
    case "Processing":
      return [{ ...processing(settled), Pin: pin(at(settled, "AppSpecification/ImageUri"), context) }];
    case "QualityCheck":
    case "ClarifyCheck":
      return [processing(settled)]; // their images are chosen by the service
    case "Training":
      return [training(settled, context)];
    case "Tuning":
      return trainingJobs(settled).map((job) => training(job, context));
    case "Transform":
      return [transform(step, settled, context)];
    case "Model":
      return [ofContainers(settled, context)];
    case "AutoML":
      return [autoMl(settled)];
    default:
      return [{}];
  }
}

function processing(settled: Value): Described {
  const cluster = at(settled, "ProcessingResources/ClusterConfig");
  return {
    VolumeKmsKeyId: keyAt(cluster, "VolumeKmsKeyId"),
    LocalStorage: localStorage(cluster),
    OutputKmsKeyId: keyAt(settled, "ProcessingOutputConfig/KmsKeyId"),
    WritesToS3: writesToS3(at(settled, "ProcessingOutputConfig/Outputs")),
    NetworkIsolation: at(settled, "NetworkConfig/EnableNetworkIsolation"),
    VpcConfig: at(settled, "NetworkConfig/VpcConfig"),
  };
}

function training(settled: Value, context: StepContext): Described {
  const tuned = at(settled, "HyperParameterTuningResourceConfig");
  const resources = tuned ?? at(settled, "ResourceConfig");
  const algorithm = at(settled, "AlgorithmSpecification/AlgorithmName");
  return {
    Pin:
      algorithm === undefined
        ? pin(at(settled, "AlgorithmSpecification/TrainingImage"), context)
        : algorithmPin(algorithm),
    VolumeKmsKeyId: keyAt(resources, "VolumeKmsKeyId"),
    LocalStorage: localStorage(resources),
    OutputKmsKeyId: keyAt(settled, "OutputDataConfig/KmsKeyId"),
    WritesToS3: true,
    NetworkIsolation: at(settled, "EnableNetworkIsolation"),
    VpcConfig: at(settled, "VpcConfig"),
  };
}

function algorithmPin(name: Value): Value {
  return mapKnown(name, () => new Unknown("whether an algorithm stays the same is not told by its name"));
}

function trainingJobs(settled: Value): readonly Value[] {
  const one = at(settled, "TrainingJobDefinition");
  const several = at(settled, "TrainingJobDefinitions");
  const list = plain(several);
  const items = isValueList(list)
    ? list.map((item) => (isSensitive(several) ? new Sensitive(item) : item))
    : several;
  return [
    ...(one === undefined ? [] : [one]),
    ...(items === undefined ? [] : isValueList(items) ? items : [items]),
  ];
}

function transform(step: Value, settled: Value, context: StepContext): Described {
  const resources = at(settled, "TransformResources");
  return {
    ...ofModel(step, settled, context),
    VolumeKmsKeyId: keyAt(resources, "VolumeKmsKeyId"),
    LocalStorage: localStorage(resources),
    OutputKmsKeyId: keyAt(settled, "TransformOutput/KmsKeyId"),
    WritesToS3: true,
  };
}

/** Pin and network of the model that a transform runs: one that the pipeline makes, or one of the graph. */
function ofModel(step: Value, settled: Value, context: StepContext): Described {
  const read = stepRead(valueAt(step, ["Arguments", "ModelName"]));
  const maker = read?.property === "ModelName" ? context.steps.get(read.step) : undefined;
  if (maker !== undefined && plain(valueAt(maker, ["Type"])) === "Model") {
    return ofContainers(settleArguments(valueAt(maker, ["Arguments"]) ?? {}), context);
  }
  const model = findModel(at(settled, "ModelName"), context.pipeline, context.facts);
  if (model instanceof Unknown) return { Pin: model, NetworkIsolation: model, VpcConfig: model };
  const containers = plain(propertyAt(model, "/Facts/Containers"));
  return {
    Pin: weakestPin(isValueList(containers) ? containers : []),
    NetworkIsolation: propertyAt(model, "/EnableNetworkIsolation"),
    VpcConfig: propertyAt(model, "/VpcConfig"),
  };
}

function ofContainers(settled: Value, context: StepContext): Described {
  const containers = describeContainers(
    at(settled, "PrimaryContainer"),
    at(settled, "Containers"),
    context.facts,
  );
  return {
    Pin: weakestPin(containers),
    NetworkIsolation: at(settled, "EnableNetworkIsolation"),
    VpcConfig: at(settled, "VpcConfig"),
  };
}

const PINNED: readonly unknown[] = ["digest", "package-version", "immutable-tag"];

/** One container that is not pinned decides; then one of which it is not known. */
function weakestPin(containers: readonly Value[]): Value {
  const pins = containers.map((container) => valueAt(container, ["Pin"]) ?? "none");
  const loose = pins.find((held) => !(plain(held) instanceof Unknown) && !PINNED.includes(plain(held)));
  return loose ?? pins.find((held) => plain(held) instanceof Unknown) ?? pins[0] ?? "none";
}

function autoMl(settled: Value): Described {
  const security = at(settled, "AutoMLJobConfig/SecurityConfig") ?? at(settled, "SecurityConfig");
  return {
    VolumeKmsKeyId: keyAt(security, "VolumeKmsKeyId"),
    OutputKmsKeyId: keyAt(settled, "OutputDataConfig/KmsKeyId"),
    WritesToS3: true,
    VpcConfig: at(security, "VpcConfig"),
  };
}

function pin(image: Value | undefined, { facts }: StepContext): Value {
  return image === undefined ? "none" : imagePin(image, facts);
}

function localStorage(resources: Value | undefined): Value | undefined {
  const types = at(resources, "InstanceType");
  if (types !== undefined) return hasLocalStorage(types);
  const groups = at(resources, "InstanceGroups") ?? at(resources, "InstanceConfigs");
  if (groups === undefined) return undefined;
  return allHaveLocalStorage(
    mapKnown(groups, (known) =>
      isValueList(known) ? known.map((group) => valueAt(group, ["InstanceType"]) ?? null) : [],
    ),
  );
}

/** True when an output goes to a bucket; one to a feature store has no key of its own. */
function writesToS3(outputs: Value | undefined): Value {
  if (outputs === undefined) return false;
  return mapKnown(outputs, (known) => {
    if (!isValueList(known)) return new Unknown("the outputs are not a list");
    const places = known.map((output) => valueAt(output, ["S3Output"]));
    if (places.some((place) => place !== undefined && !(plain(place) instanceof Unknown))) return true;
    return places.find((place) => place !== undefined) ?? false;
  });
}

/** The SDK writes an empty text for "no key". */
function keyAt(value: Value | undefined, path: string): Value | undefined {
  const key = at(value, path);
  return plain(key) === "" ? undefined : key;
}

function at(value: Value | undefined, path: string): Value | undefined {
  return valueAt(value, path.split("/"));
}

function withoutAbsent(described: Described): Value {
  const map = emptyMap();
  for (const [name, value] of Object.entries(described)) if (value !== undefined) map[name] = value;
  return map;
}
