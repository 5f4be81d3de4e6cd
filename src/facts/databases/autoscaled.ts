import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

const TARGET = "AWS::ApplicationAutoScaling::ScalableTarget";

const DIMENSIONS = {
  Read: "dynamodb:table:ReadCapacityUnits",
  Write: "dynamodb:table:WriteCapacityUnits",
} as const;

export const autoscaled: Fact = {
  name: "Autoscaled",
  types: ["AWS::DynamoDB::Table"],
  description:
    "Whether Application Auto Scaling changes the read and the write capacity of the table, by the scalable targets of the input. Not known when none is found: one may be declared elsewhere.",
  fields: { Read: true, Write: true },
  compute(table, { graph }) {
    if (table.declared === "elsewhere") return undefined;
    return {
      Read: scaled(table, DIMENSIONS.Read, graph),
      Write: scaled(table, DIMENSIONS.Write, graph),
    };
  },
};

function scaled(table: Resource, dimension: string, graph: ResourceGraph): Value {
  let truth: Truth = false;
  for (const target of graph.ofType(TARGET)) {
    if (target.declared === "elsewhere") continue;
    truth = either(truth, both(is(target, "/ScalableDimension", dimension), isFor(target, table, graph)));
  }
  if (truth === true || (truth === false && graph.isClosed(TARGET))) return truth;
  return new Unknown(
    `no scalable target in this input is certainly for the ${dimension} of ${table.address}`,
  );
}

function is(target: Resource, pointer: string, text: string): Truth {
  const value = plain(propertyAt(target, pointer));
  return value instanceof Unknown ? "unknown" : value === text;
}

/** `table/NAME`, with the name written out or taken from the table. */
function isFor(target: Resource, table: Resource, graph: ResourceGraph): Truth {
  const value = propertyAt(target, "/ResourceId");
  const text = plain(value);
  if (typeof text === "string") {
    const name = plain(propertyAt(table, "/TableName")) ?? table.name;
    return typeof name === "string" ? text === `table/${name}` : "unknown";
  }
  const references = referencesOf(value);
  if (references.length === 0) return text instanceof Unknown ? "unknown" : false;
  const named = references.some((reference) => graph.get(reference.target)?.id === table.id);
  if (!named) return false;
  return references.length === 1 ? true : "unknown";
}
