import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { coversAction, hasEffect } from "../identity/policy-truth.ts";
import { coversTable } from "./covers-table.ts";
import { ledgersOf } from "./ledgers.ts";
import { resourceBehind } from "./signing-keys.ts";

export const ledgersRead: Fact = {
  name: "LedgersRead",
  types: ["AWS::Lambda::Function"],
  needs: ["Account", "IdentityStatements", "Region", "Roles"],
  description: "The consent ledgers of the input whose items the role of the function may read.",
  compute(lambda, { graph }) {
    const ledgers = ledgersOf(graph);
    if (ledgers.length === 0) return [];
    const role = resourceBehind(propertyAt(lambda, "/Role"), graph);
    const statements = role?.declared === "here" ? plain(propertyAt(role, "/Facts/IdentityStatements")) : undefined;
    if (!isValueList(statements)) return [new Unknown(`what the role of ${lambda.address} may do is not in this input`)];
    return ledgers.flatMap((ledger) => readOf(ledger, statements));
  },
};

const READING = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"];

function readOf(ledger: Resource, statements: readonly Value[]): readonly Value[] {
  let reads: Truth = false;
  let reason = `whether it may read ${ledger.address} is known after apply`;
  for (const item of statements) {
    const statement = plain(item);
    if (!isValueMap(statement)) {
      reads = either(reads, "unknown");
      if (statement instanceof Unknown) reason = statement.reason;
      continue;
    }
    let reading: Truth = false;
    for (const action of READING) reading = either(reading, coversAction(statement, action));
    reads = either(reads, both(both(hasEffect(statement, "Allow"), reading), coversTable(statement, ledger)));
  }
  if (reads === false) return [];
  return [reads === true ? new Reference(ledger.id) : new Unknown(reason, [new Reference(ledger.id)])];
}
