import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

function groupOf(lambda: object, group?: object): unknown {
  const groups =
    group === undefined ? [] : [{ address: "logs", type: "AWS::Logs::LogGroup", properties: group }];
  return factOf(
    { resources: [{ address: "import", type: "AWS::Lambda::Function", properties: lambda }, ...groups] },
    "import",
    "LogGroup",
  );
}

describe("LogGroup", () => {
  it.each([
    [
      "the name that Lambda takes",
      { FunctionName: "import" },
      { LogGroupName: "/aws/lambda/import" },
      "-> logs",
    ],
    [
      "the name of another function",
      { FunctionName: "import" },
      { LogGroupName: "/aws/lambda/export" },
      undefined,
    ],
    ["no group", { FunctionName: "import" }, undefined, undefined],
    [
      "a group that the function names",
      { LoggingConfig: { LogGroup: { $reference: "logs" } } },
      { LogGroupName: "genomics" },
      "-> logs",
    ],
    [
      "a group that the function names, declared elsewhere",
      { FunctionName: "import", LoggingConfig: { LogGroup: "shared" } },
      { LogGroupName: "/aws/lambda/import" },
      "unknown",
    ],
    [
      "a name that is known after apply",
      { FunctionName: "import" },
      { LogGroupName: { $unknown: "known after apply" } },
      "unknown",
    ],
    ["a function that Lambda names", {}, { LogGroupName: "/aws/lambda/import" }, "unknown"],
    [
      "a function that Lambda names, and a group for something else",
      {},
      { LogGroupName: "/aws/batch/job" },
      undefined,
    ],
  ])("%s", (_, lambda, group, expected) => {
    expect(groupOf(lambda, group)).toBe(expected);
  });
});
