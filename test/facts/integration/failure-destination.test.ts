import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const CONFIG = "AWS::Lambda::EventInvokeConfig";
const QUEUE = "arn:aws:sqs:us-east-1:111111111111:unhandled";

function destinationOf(properties: object, config?: object): unknown {
  const lambda = { address: "import", type: "AWS::Lambda::Function", properties };
  const configs = config === undefined ? [] : [{ address: "config", type: CONFIG, properties: config }];
  return factOf({ resources: [lambda, ...configs] }, "import", "FailureDestination");
}

describe("FailureDestination", () => {
  it.each([
    ["nothing is set", {}, undefined, false],
    ["a dead-letter queue", { DeadLetterConfig: { TargetArn: QUEUE } }, undefined, true],
    [
      "a queue whose ARN is known after apply",
      { DeadLetterConfig: { TargetArn: { $reference: "q" } } },
      undefined,
      true,
    ],
    ["nobody knows", { DeadLetterConfig: { TargetArn: { $unknown: "variable" } } }, undefined, "unknown"],
    [
      "a destination on failure",
      {},
      { FunctionName: { $reference: "import" }, DestinationConfig: { OnFailure: { Destination: QUEUE } } },
      true,
    ],
    [
      "a destination on success alone",
      {},
      { FunctionName: { $reference: "import" }, DestinationConfig: { OnSuccess: { Destination: QUEUE } } },
      false,
    ],
    [
      "a destination of another function",
      {},
      { FunctionName: "other", DestinationConfig: { OnFailure: { Destination: QUEUE } } },
      false,
    ],
    [
      "a destination of which function is not known",
      {},
      { FunctionName: { $unknown: "variable" }, DestinationConfig: { OnFailure: { Destination: QUEUE } } },
      "unknown",
    ],
  ])("%s", (_, properties, config, expected) => {
    expect(destinationOf(properties, config)).toBe(expected);
  });
});
