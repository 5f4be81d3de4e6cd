import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const TOPIC = "arn:aws:sns:us-east-1:111111111111:alarms";

describe("Actions", () => {
  it.each([
    ["no action", {}, false],
    ["an empty list", { AlarmActions: [] }, false],
    ["an action", { AlarmActions: [TOPIC] }, true],
    ["an action of another state", { OKActions: [TOPIC] }, false],
    ["actions that are switched off", { ActionsEnabled: false, AlarmActions: [TOPIC] }, false],
    [
      "a set that is known after apply and comes from a topic",
      { AlarmActions: { $unknown: "known after apply", references: ["alarms"] } },
      true,
    ],
    ["a set of which nothing is known", { AlarmActions: { $unknown: "variable" } }, "unknown"],
    [
      "a switch that is not known",
      { ActionsEnabled: { $unknown: "variable" }, AlarmActions: [TOPIC] },
      "unknown",
    ],
    [
      "a switch that is not known, and nothing to switch",
      { ActionsEnabled: { $unknown: "variable" } },
      false,
    ],
  ])("%s", (_, properties, expected) => {
    const resources = [
      { address: "failures", type: "AWS::CloudWatch::Alarm", properties },
      { address: "alarms", type: "AWS::SNS::Topic" },
    ];
    expect(factOf({ resources }, "failures", "Actions")).toMatchObject({ Alarm: expected });
  });

  it("tells of missing data apart from the alarm", () => {
    const properties = { InsufficientDataActions: [TOPIC] };
    const resources = [{ address: "failures", type: "AWS::CloudWatch::Alarm", properties }];
    expect(factOf({ resources }, "failures", "Actions")).toEqual({ Alarm: false, InsufficientData: true });
  });
});
