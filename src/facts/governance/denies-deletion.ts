import { Unknown } from "../../model/value.ts";
import type { ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { NEGATIVE, deniesDespiteExceptions } from "../identity/denies-despite-exceptions.ts";
import { itemsOf, placeOfDenial, placeOfFirst, placedStatements } from "../identity/placed-statements.ts";
import { hasCondition, isForEveryone, someStatement } from "../identity/policy-truth.ts";
import { both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { factWrittenAt } from "../written-at.ts";

const DELETE = "backup:DeleteRecoveryPoint";
const POLICY = "/AccessPolicy";

export const deniesDeletion: Fact = {
  name: "DeniesDeletion",
  types: ["AWS::Backup::BackupVault"],
  description:
    "Whether the vault's policy denies everyone, named principals excepted, to delete recovery points; false for a vault without a policy.",
  readFrom: { "AWS::Backup::BackupVault": POLICY },
  compute(vault) {
    const statements = placedStatements(vault, POLICY);
    const place = placeOfFirst(statements, denies) ?? placeOfDenial(statements, [DELETE]);
    if (place !== undefined) factWrittenAt(vault, "DeniesDeletion", place);
    const truth = someStatement(itemsOf(statements), denies);
    return truth === "unknown" ? new Unknown("what the vault's policy denies is not known") : truth;
  },
};

function denies(statement: ValueMap): Truth {
  // those of an account are no principals that somebody named
  const exceptsAccount = hasCondition(statement, { operators: NEGATIVE, keys: ["aws:principalaccount"] });
  const denial = both(deniesDespiteExceptions(statement, DELETE), isForEveryone(statement));
  return both(denial, negate(exceptsAccount));
}
