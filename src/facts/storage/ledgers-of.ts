import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isValueList, plain } from "../../model/value.ts";

const FOUND = new WeakMap<ResourceGraph, readonly Resource[]>();

/** The tables that the input declares and that genoscan.yaml (or its defaults) takes for consent ledgers. */
export function ledgersOf(graph: ResourceGraph): readonly Resource[] {
  const known = FOUND.get(graph);
  if (known !== undefined) return known;
  const tables = [...graph.ofType("AWS::DynamoDB::Table"), ...graph.ofType("AWS::DynamoDB::GlobalTable")];
  const ledgers = tables.filter(isLedger);
  FOUND.set(graph, ledgers);
  return ledgers;
}

/** Of a table. */
export function isLedger(table: Resource): boolean {
  return table.declared === "here" && hasRole(table, "ledger");
}

export function hasRole(resource: Resource, role: string): boolean {
  const roles = plain(propertyAt(resource, "/Facts/Roles"));
  return isValueList(roles) && roles.includes(role);
}
