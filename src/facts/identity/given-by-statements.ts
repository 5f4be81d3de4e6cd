import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { conceal } from "../conceal.ts";
import { append } from "../append.ts";
import { writtenAt } from "../written-at.ts";
import { isOnlyBoundary } from "./only-boundary.ts";
import { ownStatements } from "./own-statements.ts";
import { hasEffect } from "./policy-truth.ts";

/**
 * What the statements that allow give, of the policies that are written in the resource, each item with the place of its
 * statement. A policy that is only a permissions boundary gives nothing.
 */
export function givenByStatements(
  resource: Resource,
  graph: ResourceGraph,
  describe: (allowing: ValueMap) => readonly Value[],
): readonly Value[] {
  const onlyBoundary = isOnlyBoundary(resource, graph);
  if (onlyBoundary === true) return [];
  if (onlyBoundary === "unknown") {
    return [new Unknown(`whether ${resource.address} is only a permissions boundary is not known`)];
  }
  let items: readonly Value[] = [];
  for (const { item, pointer, isHidden } of ownStatements(resource)) {
    for (const given of givenBy(item, describe)) {
      items = append(items, writtenAt(isHidden ? conceal(given) : given, resource, pointer));
    }
  }
  return items;
}

function givenBy(item: Value, describe: (allowing: ValueMap) => readonly Value[]): readonly Value[] {
  const statement = plain(item);
  if (!isValueMap(statement)) {
    return [statement instanceof Unknown ? statement : new Unknown("a statement is no object")];
  }
  const allows = hasEffect(statement, "Allow");
  if (allows === false) return [];
  return allows === "unknown" ? [new Unknown("the effect of a statement is not known")] : describe(statement);
}
