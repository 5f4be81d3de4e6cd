import { valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, both, everyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { arnOf, isArnOf } from "../resource-arn.ts";

const TYPES = ["AWS::CloudWatch::Alarm", "AWS::Events::Rule"];

export const failureAlarms: Fact = {
  name: "FailureAlarms",
  types: ["AWS::StepFunctions::StateMachine"],
  description:
    "What of the input hears of an execution of the state machine that fails: alarms on its metric ExecutionsFailed, and rules of EventBridge with a target for its status FAILED. What may is an item that is not known: an alarm on a metric of somebody's own, one in another configuration.",
  compute(machine, context) {
    const found: Value[] = [];
    for (const { resource, hears } of listeners(context.graph)) {
      const truth = hears(machine);
      if (truth === true && resource.uncertain === undefined) found.push(new Reference(resource.id));
      else if (truth !== false) {
        found.push(new Unknown(`${resource.address} may tell of what fails in ${machine.address}`));
      }
    }
    return found.length > 0 ? found : elsewhere(machine, context);
  },
};

interface Listener {
  readonly resource: Resource;
  readonly hears: (machine: Resource) => Truth;
}

const LISTENERS = new WeakMap<ResourceGraph, readonly Listener[]>();

/** What may hear of a state machine at all; most alarms of an account are on other metrics. */
function listeners(graph: ResourceGraph): readonly Listener[] {
  const known = LISTENERS.get(graph);
  if (known !== undefined) return known;
  const found: Listener[] = [];
  for (const alarm of graph.ofType("AWS::CloudWatch::Alarm")) {
    const metrics = metricsOf(alarm).filter((metric) => countsFailures(metric) !== false);
    if (metrics.length > 0) found.push({ resource: alarm, hears: (machine) => watches(metrics, machine) });
  }
  for (const rule of graph.ofType("AWS::Events::Rule")) {
    if (forwards(rule) !== false) found.push({ resource: rule, hears: (machine) => receives(rule, machine) });
  }
  const here = found.filter(({ resource }) => resource.declared === "here");
  LISTENERS.set(graph, here);
  return here;
}

function elsewhere(machine: Resource, { graph }: FactContext): readonly Value[] {
  if (TYPES.every((type) => graph.isClosed(type))) return [];
  return [new Unknown(`an alarm on ${machine.address} may be declared in another configuration`)];
}

/** The metric of the alarm itself, and those that it calculates with. */
function metricsOf(alarm: Resource): readonly Value[] {
  const own: ValueMap = {
    Namespace: propertyAt(alarm, "/Namespace") ?? null,
    MetricName: propertyAt(alarm, "/MetricName") ?? null,
    Dimensions: propertyAt(alarm, "/Dimensions") ?? [],
  };
  const metrics = plain(propertyAt(alarm, "/Metrics"));
  if (metrics instanceof Unknown) return [own, metrics];
  const others = (isValueList(metrics) ? metrics : []).map((item) => valueAt(item, ["MetricStat", "Metric"]));
  return [own, ...others.filter((metric) => metric !== undefined)];
}

/** What a metric of somebody's own counts is not told by its name. */
function countsFailures(metric: Value): Truth {
  const namespace = plain(valueAt(metric, ["Namespace"]));
  if (namespace instanceof Unknown) return "unknown";
  if (typeof namespace !== "string") return false;
  if (!namespace.startsWith("AWS/")) return "unknown";
  return both(namespace === "AWS/States", isText(valueAt(metric, ["MetricName"]), "ExecutionsFailed"));
}

function watches(metrics: readonly Value[], machine: Resource): Truth {
  return anyTruth(
    metrics.map((metric) => {
      const counts = countsFailures(metric);
      const own = counts === "unknown" && typeof plain(valueAt(metric, ["Namespace"])) === "string";
      return own ? "unknown" : both(counts, namesInDimensions(valueAt(metric, ["Dimensions"]), machine));
    }),
  );
}

function namesInDimensions(value: Value | undefined, machine: Resource): Truth {
  const dimensions = plain(value);
  if (dimensions instanceof Unknown) return means(value, machine);
  if (!isValueList(dimensions)) return false;
  return anyTruth(
    dimensions.map((item) =>
      both(isText(valueAt(item, ["Name"]), "StateMachineArn"), means(valueAt(item, ["Value"]), machine)),
    ),
  );
}

/** Whether the rule is switched on, has a target, and may be about state machines. */
function forwards(rule: Resource): Truth {
  const pattern = propertyAt(rule, "/EventPattern");
  if (pattern === undefined) return false;
  const targets = plain(propertyAt(rule, "/Targets"));
  return everyTruth([
    isText(propertyAt(rule, "/State") ?? "ENABLED", "ENABLED"),
    targets instanceof Unknown ? "unknown" : isValueList(targets) && targets.length > 0,
    someOf(valueAt(pattern, ["source"]), (item) => isText(item, "aws.states"), "unknown"),
  ]);
}

/**
 * Standard state machines send an event for an execution that fails, express ones none.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
function receives(rule: Resource, machine: Resource): Truth {
  const pattern = propertyAt(rule, "/EventPattern");
  const kind = plain(propertyAt(machine, "/StateMachineType"));
  return everyTruth([
    forwards(rule),
    kind instanceof Unknown ? "unknown" : kind !== "EXPRESS",
    someOf(valueAt(pattern, ["detail", "status"]), (item) => isText(item, "FAILED"), true),
    someOf(valueAt(pattern, ["detail", "stateMachineArn"]), (item) => means(item, machine), true),
  ]);
}

/** Whether an item of a part of an event pattern fits; a part that is left out fits as it is told to. */
function someOf(value: Value | undefined, test: (item: Value) => Truth, leftOut: Truth): Truth {
  const items = plain(value);
  if (items === undefined) return leftOut;
  if (!isValueList(items)) return "unknown";
  // {"prefix": …} and the like may fit
  return anyTruth(items.map((item) => (isValueMap(plain(item)) ? "unknown" : test(item))));
}

function isText(value: Value | undefined, text: string): Truth {
  const known = plain(value);
  return known instanceof Unknown ? "unknown" : known === text;
}

function means(value: Value | undefined, machine: Resource): Truth {
  const named = referencesOf(value);
  const own = named.filter(
    ({ target }) => target === machine.id || (machine.absorbed ?? []).includes(target),
  );
  // a plan tells of dimensions that are not known which resources they are made from; executions have this one alone
  if (own.length > 0) return own.length === named.length ? true : "unknown";
  if (named.length === 1 && !(value instanceof Unknown)) return false;
  const known = plain(value);
  if (known instanceof Unknown) return "unknown";
  if (typeof known !== "string") return false;
  if (machine.identifiers.includes(known)) return true;
  const parts = arnOf(machine);
  return parts === undefined ? "unknown" : isArnOf(known, parts);
}
