import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const TYPE = "AWS::QuickSight::DataSet";

describe("IsRowRules", () => {
  it.each([
    ["another data set takes it for its rows", { $reference: "rules" }, true],
    ["another data set takes others", "arn:aws:quicksight:us-east-1:111111111111:dataset/others", false],
    ["nobody knows which one another data set takes", { $unknown: "variable" }, "unknown"],
  ])("%s", (_, Arn, expected) => {
    const resources = [
      { address: "rules", type: TYPE },
      { address: "variants", type: TYPE, properties: { RowLevelPermissionDataSet: { Arn } } },
    ];
    expect(factOf({ resources }, "rules", "IsRowRules")).toBe(expected);
  });
});
