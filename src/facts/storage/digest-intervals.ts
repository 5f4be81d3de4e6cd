import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";

export const digestIntervals: Fact = {
  name: "DigestIntervals",
  types: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
  needs: ["LedgersRead", "ScheduleIntervals", "SigningKeys"],
  description:
    "The longest time between two runs, in hours, of each scheduled function that may read the consent ledger and sign with a key for signing: what can seal the ledger with a digest. A function outside of the input is an item that is not known.",
  compute: (ledger, { graph }) => intervalsOf(ledger, graph),
};

function intervalsOf(ledger: Resource, graph: ResourceGraph): readonly Value[] {
  const { certain, possible } = findReferrers(graph, "AWS::Lambda::Function", "/Facts/LedgersRead", ledger);
  const intervals: Value[] = [];
  for (const lambda of certain) intervals.push(...ofFunction(lambda, signs(lambda)));
  for (const lambda of possible) {
    if (signs(lambda) !== false) intervals.push(...ofFunction(lambda, "unknown"));
  }
  if (OUTSIDE.some((type) => !graph.isClosed(type))) {
    intervals.push(
      new Unknown(`a function or a schedule that is not in this input may seal ${ledger.address}`),
    );
  }
  return intervals;
}

/** What another configuration may hold: the function, or what invokes it. */
const OUTSIDE = ["AWS::Lambda::Function", "AWS::Events::Rule", "AWS::Scheduler::Schedule"];

function ofFunction(lambda: Resource, signing: boolean | "unknown"): readonly Value[] {
  if (signing === false) return [];
  const intervals = plain(propertyAt(lambda, "/Facts/ScheduleIntervals"));
  if (!isValueList(intervals) || intervals.length === 0) return [];
  return signing === true
    ? intervals
    : [new Unknown(`whether ${lambda.address} reads the ledger and signs is not known`)];
}

function signs(lambda: Resource): boolean | "unknown" {
  const keys = plain(propertyAt(lambda, "/Facts/SigningKeys"));
  if (!isValueList(keys)) return "unknown";
  if (keys.some((key) => isValueMap(plain(key)))) return true;
  return keys.length > 0 ? "unknown" : false;
}
