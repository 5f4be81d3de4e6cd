import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";

const SCHEDULES = ["AWS::Events::Rule", "AWS::Scheduler::Schedule"];

export const scheduleIntervals: Fact = {
  name: "ScheduleIntervals",
  types: ["AWS::Lambda::Function"],
  needs: ["IntervalHours", "Invokes"],
  description:
    "The longest time between two runs, in hours, of each schedule of the input that is switched on and invokes the function. A schedule that may be one is an item that is not known.",
  compute: (lambda, { graph }) => intervalsOf(lambda, graph),
};

function intervalsOf(lambda: Resource, graph: ResourceGraph): readonly Value[] {
  const intervals: Value[] = [];
  for (const type of SCHEDULES) {
    const { certain, possible } = findReferrers(graph, type, "/Facts/Invokes", lambda);
    for (const schedule of certain) intervals.push(...intervalOf(schedule));
    for (const schedule of possible) {
      if (propertyAt(schedule, "/Facts/IntervalHours") !== undefined) {
        intervals.push(new Unknown(`${schedule.address} may invoke ${lambda.address}`));
      }
    }
  }
  return intervals;
}

function intervalOf(schedule: Resource): readonly Value[] {
  const hours = propertyAt(schedule, "/Facts/IntervalHours");
  const state = plain(propertyAt(schedule, "/State"));
  if (hours === undefined || state === "DISABLED") return [];
  return [
    state instanceof Unknown ? new Unknown(`whether ${schedule.address} is switched on is not known`) : hours,
  ];
}
