import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { scheduleInterval } from "./schedule-interval.ts";

export const intervalHours: Fact = {
  name: "IntervalHours",
  types: ["AWS::Events::Rule", "AWS::Scheduler::Schedule"],
  description:
    "The longest time between two runs, in hours; absent when the rule has no schedule or runs once.",
  compute: (schedule) => hoursOf(propertyAt(schedule, "/ScheduleExpression")),
};

function hoursOf(value: Value | undefined): Value | undefined {
  const expression = plain(value);
  if (expression === undefined || expression instanceof Unknown) return expression;
  if (typeof expression !== "string" || expression === "") return undefined;
  const interval = scheduleInterval(expression);
  if (interval === "once") return undefined;
  if (interval === "ends") return new Unknown(`${expression} comes to an end`);
  if (interval === "unreadable") {
    return new Unknown(`${expression} is not a schedule that EventBridge describes`);
  }
  return interval.hours;
}
