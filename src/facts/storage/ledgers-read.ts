import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { coversAction, hasEffect } from "../identity/policy-truth.ts";
import { coversTable } from "./covers-table.ts";
import { ledgersOf } from "./ledgers-of.ts";
import { resourceBehind } from "./resource-behind.ts";

export const ledgersRead: Fact = {
  name: "LedgersRead",
  types: ["AWS::Lambda::Function"],
  needs: ["Account", "IdentityStatements", "Region", "Roles"],
  description: "The consent ledgers of the input whose items the role of the function may read.",
  compute(lambda, { graph }) {
    const ledgers = ledgersOf(graph);
    if (ledgers.length === 0) return [];
    const role = resourceBehind(propertyAt(lambda, "/Role"), graph);
    const statements =
      role?.declared === "here" ? plain(propertyAt(role, "/Facts/IdentityStatements")) : undefined;
    if (!isValueList(statements)) {
      return [new Unknown(`what the role of ${lambda.address} may do is not in this input`)];
    }
    return readBy(statements, ledgers);
  },
};

const READING = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"];

/** A statement of which nothing is known may let any ledger be read, which one unknown item says for all of them. */
function readBy(statements: readonly Value[], ledgers: readonly Resource[]): readonly Value[] {
  const reading = statements
    .map((item) => plain(item))
    .filter((statement) => statement !== undefined && mayRead(statement));
  if (reading.length === 0) return [];
  const unknown = reading.find((statement) => !isValueMap(statement));
  const told = reading.filter((statement) => isValueMap(statement));
  const read = told.length === 0 ? [] : ledgers.flatMap((ledger) => readOf(ledger, told));
  if (unknown === undefined) return read;
  return [
    ...read,
    unknown instanceof Unknown
      ? new Unknown(unknown.reason)
      : new Unknown("a statement of the role is not known"),
  ];
}

function mayRead(statement: Value): boolean {
  return !isValueMap(statement) || readsItems(statement) !== false;
}

function readsItems(statement: ValueMap): Truth {
  let reading: Truth = false;
  for (const action of READING) reading = either(reading, coversAction(statement, action));
  return both(hasEffect(statement, "Allow"), reading);
}

function readOf(ledger: Resource, statements: readonly ValueMap[]): readonly Value[] {
  let reads: Truth = false;
  for (const statement of statements) {
    const covers = coversTable(statement, ledger);
    // of many ledgers a statement is about few
    if (covers !== false) reads = either(reads, both(readsItems(statement), covers));
  }
  if (reads === false) return [];
  const reference = new Reference(ledger.id);
  return [
    reads === true
      ? reference
      : new Unknown(`whether it may read ${ledger.address} is known after apply`, [reference]),
  ];
}
