import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

function storageOf(variants: unknown, shadows?: unknown): unknown {
  const properties = {
    ProductionVariants: variants,
    ...(shadows === undefined ? {} : { ShadowProductionVariants: shadows }),
  };
  return factOf(
    { resources: [{ address: "prs", type: "AWS::SageMaker::EndpointConfig", properties }] },
    "prs",
    "LocalStorage",
  );
}

describe("LocalStorage", () => {
  it.each([
    ["volumes only", [{ InstanceType: "ml.m5.large" }], undefined, false],
    ["disks of its own", [{ InstanceType: "ml.g5.xlarge" }], undefined, true],
    [
      "disks of one of two",
      [{ InstanceType: "ml.m5.large" }, { InstanceType: "ml.m5d.large" }],
      undefined,
      true,
    ],
    ["disks of a shadow", [{ InstanceType: "ml.m5.large" }], [{ InstanceType: "ml.g5.xlarge" }], true],
    ["no instance at all", [{ ServerlessConfig: { MemorySizeInMB: 2048 } }], undefined, false],
    ["an instance that nobody knows", [{ InstanceType: { $unknown: "variable" } }], undefined, "unknown"],
  ])("%s", (_, variants, shadows, expected) => {
    expect(storageOf(variants, shadows)).toBe(expected);
  });
});
