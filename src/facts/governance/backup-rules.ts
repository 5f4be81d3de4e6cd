import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { scheduleInterval } from "../storage/schedule-interval.ts";

/** What AWS Backup takes when a rule has no schedule: every day at five. */
const DEFAULT_HOURS = 24;

export const backupRules: Fact = {
  name: "BackupRules",
  types: ["AWS::Backup::BackupPlan"],
  description:
    "The rules of a backup plan: IntervalHours is the longest time between two backups (24 without a schedule; absent for a schedule that ends), KeptDays how long a backup is kept, absent when it is kept for ever.",
  fields: { IntervalHours: true, KeptDays: true, Name: true },
  compute(plan) {
    const rules = plain(propertyAt(plan, "/BackupPlan/BackupPlanRule"));
    if (rules === undefined) return [];
    if (!isValueList(rules)) return rules instanceof Unknown ? rules : [];
    return rules.map(describeRule);
  },
};

function describeRule(item: Value): Value {
  const rule = plain(item);
  if (!isValueMap(rule)) {
    return rule instanceof Unknown ? rule : new Unknown("a rule of the plan is no object");
  }
  const lifecycle = plain(rule["Lifecycle"]);
  const kept =
    lifecycle instanceof Unknown
      ? lifecycle
      : isValueMap(lifecycle)
        ? lifecycle["DeleteAfterDays"]
        : undefined;
  const hours = hoursOf(rule["ScheduleExpression"]);
  return {
    Name: rule["RuleName"] ?? "",
    ...(hours === undefined ? {} : { IntervalHours: hours }),
    // the provider reads "for ever" as 0
    ...(kept === undefined || plain(kept) === 0 ? {} : { KeptDays: kept }),
  };
}

function hoursOf(value: Value | undefined): Value | undefined {
  const expression = plain(value);
  if (expression === undefined || expression === "") return DEFAULT_HOURS;
  if (typeof expression !== "string") return expression instanceof Unknown ? expression : undefined;
  const interval = scheduleInterval(expression);
  if (interval === "unreadable") {
    return new Unknown(`${expression} is not a schedule that AWS Backup describes`);
  }
  return typeof interval === "string" ? undefined : interval.hours;
}
