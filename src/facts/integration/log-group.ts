import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isThereWith } from "../../model/shared-doubt.ts";
import { Reference, Unknown, UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import type { Fact, FactContext } from "../fact.ts";
import { resourceBehind } from "../storage/resource-behind.ts";
import { PREFIX, isGroupOf } from "./is-group-of.ts";

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
  const { byName, byFunction, open, ofLambda } = logGroups(graph);
  const name = propertyAt(lambda, "/FunctionName");
  const known = plain(name);
  const named = typeof known === "string" ? byName.get(`${PREFIX}${known}`) : undefined;
  const certain = named ?? byFunction.get(lambda.id);
  // of a function whose name is not known, what is written may be the group
  const maybe = [...open, ...(typeof known === "string" ? [] : ofLambda)];
  const compared = maybe.slice(0, MOST_COMPARED);
  const found = certain ?? compared.find((group) => isGroupOf(group, lambda, graph) === true);
  if (found !== undefined && isThereWith(found, lambda)) return new Reference(found.id);
  const left = found ?? (maybe.length > MOST_COMPARED ? maybe[0] : undefined);
  const possible = left ?? compared.find((group) => isGroupOf(group, lambda, graph) === "unknown");
  if (possible === undefined) return undefined;
  return new Unknown(
    `whether ${possible.address} is the log group of ${lambda.address} is known after apply`,
  );
}

/** The log groups that the input declares. */
interface LogGroups {
  readonly byName: ReadonlyMap<string, Resource>;
  /** By the id of the function that the name of the group is taken from. */
  readonly byFunction: ReadonlyMap<string, Resource>;
  /** Their names are not known, and may be those of functions' log groups. */
  readonly open: readonly Resource[];
  /** Their names are those of functions' log groups. */
  readonly ofLambda: readonly Resource[];
}

/** Beyond this many groups of either kind the first stands for all of them: the time stays linear. */
const MOST_COMPARED = 300;

const INDEXES = new WeakMap<ResourceGraph, LogGroups>();

function logGroups(graph: ResourceGraph): LogGroups {
  const known = INDEXES.get(graph);
  if (known !== undefined) return known;
  const index = {
    byName: new Map<string, Resource>(),
    byFunction: new Map<string, Resource>(),
    open: [] as Resource[],
    ofLambda: [] as Resource[],
  };
  for (const group of graph.ofType("AWS::Logs::LogGroup")) {
    if (group.declared !== "here") continue;
    const name = plain(propertyAt(group, "/LogGroupName"));
    const lambda = functionInName(name);
    if (lambda !== undefined) {
      if (!index.byFunction.has(lambda)) index.byFunction.set(lambda, group);
    } else if (typeof name === "string") {
      if (name.startsWith(PREFIX)) index.ofLambda.push(group);
      if (!index.byName.has(name)) index.byName.set(name, group);
    } else if (name instanceof Unknown && mayBeOfLambda(name)) index.open.push(group);
  }
  INDEXES.set(graph, index);
  return index;
}

/** The function of `/aws/lambda/${Import}`: its name is what Ref gives. */
function functionInName(name: Value | undefined): string | undefined {
  if (!(name instanceof UnknownText)) return undefined;
  const [prefix, piece, ...more] = name.pieces;
  const isName = piece instanceof Reference && NAMES.has(piece.attribute ?? "");
  return prefix === PREFIX && isName && more.length === 0 ? piece.target : undefined;
}

const NAMES: ReadonlySet<string> = new Set(["Ref", "function_name", "id"]);

/** Not one whose beginning is known and another, nor one with a slash, which no name of a function has. */
function mayBeOfLambda(name: Unknown): boolean {
  const start = writtenText(name)?.start ?? "";
  if (!start.startsWith(PREFIX)) return PREFIX.startsWith(start);
  const written = name instanceof UnknownText ? name.pieces.filter((piece) => typeof piece === "string") : [];
  return !written.join("").slice(PREFIX.length).includes("/");
}
