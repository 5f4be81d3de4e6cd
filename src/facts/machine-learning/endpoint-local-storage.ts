import { propertyAt } from "../../model/resource.ts";
import { anyTruth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { hasLocalStorage } from "./local-storage.ts";

export const endpointLocalStorage: Fact = {
  name: "LocalStorage",
  types: ["AWS::SageMaker::EndpointConfig"],
  description:
    "Whether an instance of the endpoint keeps its data on disks of its own, which its hardware encrypts: SageMaker then takes no key for the volumes. False for an endpoint without instances.",
  compute(config) {
    const truth = anyTruth(
      ["/ProductionVariants", "/ShadowProductionVariants"]
        .flatMap((at) => typesOf(propertyAt(config, at)))
        .map(truthOf),
    );
    return truth === "unknown"
      ? new Unknown(`which instances ${config.address} runs on is not known`)
      : truth;
  },
};

function typesOf(variants: Value | undefined): readonly Value[] {
  const list = plain(variants);
  if (list instanceof Unknown) return [list];
  if (!isValueList(list)) return [];
  return list.flatMap((item) => {
    const variant = plain(item);
    if (variant instanceof Unknown) return [variant];
    const type = isValueMap(variant) ? variant["InstanceType"] : undefined;
    return type === undefined ? [] : [type];
  });
}

function truthOf(instanceType: Value): boolean | "unknown" {
  const local = plain(hasLocalStorage(instanceType));
  return typeof local === "boolean" ? local : "unknown";
}
