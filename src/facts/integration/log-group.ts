import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown, UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
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
  const { byName, byFunction, unnamed, ofLambda } = logGroups(graph);
  const named = typeof name === "string" ? byName.get(`${PREFIX}${name}`) : undefined;
  const group = named ?? byFunction.get(lambda.id);
  if (group !== undefined) return new Reference(group.id);
  // Lambda names a function that has no name, so its name is not known either
  const maybe = typeof name === "string" ? unnamed : ofLambda;
  if (maybe === undefined) return undefined;
  return new Unknown(`whether ${maybe.address} is the log group of ${lambda.address} is known after apply`);
}

/** The log groups that the input declares; of those that may be anybody's the first speaks for all. */
interface LogGroups {
  readonly byName: ReadonlyMap<string, Resource>;
  /** By the id of the function that the name of the group is taken from. */
  readonly byFunction: ReadonlyMap<string, Resource>;
  /** Its name is not known, and may be one of a function's log group. */
  readonly unnamed: Resource | undefined;
  /** Its name is not known, or is one of a function's log group. */
  readonly ofLambda: Resource | undefined;
}

const PREFIX = "/aws/lambda/";

/** The function of `/aws/lambda/${Import}`: its name is what Ref gives. */
function functionInName(name: Value | undefined): string | undefined {
  if (!(name instanceof UnknownText)) return undefined;
  const [prefix, piece, ...more] = name.pieces;
  const isName = piece instanceof Reference && NAMES.has(piece.attribute ?? "");
  return prefix === PREFIX && isName && more.length === 0 ? piece.target : undefined;
}

const NAMES: ReadonlySet<string> = new Set(["Ref", "function_name", "id"]);

/** Not one whose beginning is known and another. */
function mayBeOfLambda(name: Unknown): boolean {
  const start = writtenText(name)?.start ?? "";
  return start.startsWith(PREFIX) || PREFIX.startsWith(start);
}

const INDEXES = new WeakMap<ResourceGraph, LogGroups>();

function logGroups(graph: ResourceGraph): LogGroups {
  const known = INDEXES.get(graph);
  if (known !== undefined) return known;
  const byName = new Map<string, Resource>();
  const byFunction = new Map<string, Resource>();
  let unnamed: Resource | undefined;
  let ofLambda: Resource | undefined;
  for (const group of graph.ofType("AWS::Logs::LogGroup")) {
    if (group.declared !== "here") continue;
    const name = plain(propertyAt(group, "/LogGroupName"));
    const lambda = functionInName(name);
    if (lambda !== undefined) {
      if (!byFunction.has(lambda)) byFunction.set(lambda, group);
      continue;
    }
    const isOpen = name instanceof Unknown && mayBeOfLambda(name);
    if (isOpen) unnamed ??= group;
    if (isOpen || (typeof name === "string" && name.startsWith(PREFIX))) ofLambda ??= group;
    if (typeof name === "string" && !byName.has(name)) byName.set(name, group);
  }
  const index = { byName, byFunction, unnamed, ofLambda };
  INDEXES.set(graph, index);
  return index;
}
