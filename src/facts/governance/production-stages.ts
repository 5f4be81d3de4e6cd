import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const productionStages: Fact = {
  name: "ProductionStages",
  types: ["AWS::CodePipeline::Pipeline"],
  description:
    "The stages of the pipeline that are called after production, each with whether a person approves before it: in an earlier stage, or in the stage itself before anything else.",
  fields: { Approved: true, Name: true },
  compute(pipeline) {
    const stages = plain(propertyAt(pipeline, "/Stages"));
    if (stages === undefined) return [];
    if (!isValueList(stages)) return stages instanceof Unknown ? stages : [];
    return stages.flatMap((item, index) => describeStage(item, stages.slice(0, index)));
  },
};

/** `Prod`, `DeployProduction`, `prod-eu`; not `NonProd`, `pre-prod` or `Products`. */
const PRODUCTION = /(?<!non[-_ ]?)(?<!pre[-_ ]?)prod(?:uction)?(?![a-z])/i;

function describeStage(item: Value, earlier: readonly Value[]): readonly Value[] {
  const stage = plain(item);
  if (!isValueMap(stage)) return [stage instanceof Unknown ? stage : new Unknown("a stage is no object")];
  const name = plain(stage["Name"]);
  if (typeof name !== "string") return [new Unknown("the name of a stage is not known")];
  if (!PRODUCTION.test(name)) return [];
  return [{ Name: name, Approved: approvedBefore(stage, earlier) }];
}

function approvedBefore(stage: ValueMap, earlier: readonly Value[]): Value {
  const before = earlier.flatMap((item) => {
    const other = plain(item);
    return isValueMap(other) ? actionsOf(other) : [other];
  });
  const first = firstActions(actionsOf(stage));
  const categories = [...before, ...first].map(categoryOf);
  if (categories.includes("Approval")) return true;
  return categories.find((category) => category instanceof Unknown) ?? false;
}

function actionsOf(stage: ValueMap): readonly (Value | undefined)[] {
  const actions = plain(stage["Actions"]);
  return isValueList(actions) ? actions.map((action) => plain(action)) : [actions];
}

/** Those of the lowest number in the order, when they are approvals and nothing else runs beside them. */
function firstActions(actions: readonly (Value | undefined)[]): readonly (Value | undefined)[] {
  const orders = actions.map((action) => (isValueMap(action) ? plain(action["RunOrder"] ?? 1) : action));
  const open = orders.find((order) => typeof order !== "number");
  if (open !== undefined) return [open instanceof Unknown ? open : undefined];
  const lowest = Math.min(...orders.filter((order) => typeof order === "number"));
  const first = actions.filter((_, index) => orders[index] === lowest);
  return first.every((action) => categoryOf(action) === "Approval")
    ? first
    : first.filter((action) => categoryOf(action) instanceof Unknown);
}

function categoryOf(action: Value | undefined): string | Unknown | undefined {
  if (action instanceof Unknown) return action;
  if (!isValueMap(action)) return undefined;
  const type = plain(action["ActionTypeId"]);
  if (type instanceof Unknown) return type;
  const category = isValueMap(type) ? plain(type["Category"]) : undefined;
  return typeof category === "string" || category instanceof Unknown ? category : undefined;
}
