import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Reference, Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { resourceBehind } from "../storage/resource-behind.ts";

export const logGroup: Fact = {
  name: "LogGroup",
  types: ["AWS::Lambda::Function"],
  description:
    "The log group of the input that the function writes to: the one that it names, else the one called /aws/lambda/ and the name of the function. Absent when Lambda makes the group by itself.",
  compute(lambda, context) {
    const named = propertyAt(lambda, "/LoggingConfig/LogGroup");
    return named === undefined ? groupByName(lambda, context) : groupNamed(named, lambda, context);
  },
};

function groupNamed(named: Value, lambda: Resource, { graph }: FactContext): Value {
  const group = resourceBehind(named, graph);
  if (group?.declared === "here") return new Reference(group.id);
  return new Unknown(`the log group that ${lambda.address} names is not declared in this input`);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html */
function groupByName(lambda: Resource, { graph }: FactContext): Value | undefined {
  const name = plain(propertyAt(lambda, "/FunctionName"));
  let maybe: Resource | undefined;
  for (const group of graph.ofType("AWS::Logs::LogGroup")) {
    if (group.declared !== "here") continue;
    const held = plain(propertyAt(group, "/LogGroupName"));
    if (typeof held === "string" && typeof name === "string" && held === `/aws/lambda/${name}`) {
      return new Reference(group.id);
    }
    if (couldBe(held, name)) maybe ??= group;
  }
  if (maybe === undefined) return undefined;
  return new Unknown(`whether ${maybe.address} is the log group of ${lambda.address} is known after apply`);
}

/** Lambda names a function that has no name, so its name is not known either. */
function couldBe(group: Value | undefined, name: Value | undefined): boolean {
  if (typeof group !== "string") return group instanceof Unknown;
  return typeof name !== "string" && group.startsWith("/aws/lambda/");
}
