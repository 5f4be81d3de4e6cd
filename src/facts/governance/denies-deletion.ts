import { propertyAt } from "../../model/resource.ts";
import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { deniesDespiteExceptions } from "../identity/denies-despite-exceptions.ts";
import { normalizePolicy } from "../identity/normalize-policy.ts";
import { isForEveryone, someStatement } from "../identity/policy-truth.ts";
import { both } from "../../model/truth.ts";

export const deniesDeletion: Fact = {
  name: "DeniesDeletion",
  types: ["AWS::Backup::BackupVault"],
  description:
    "Whether the vault's policy denies everyone, named principals excepted, to delete recovery points; false for a vault without a policy.",
  compute(vault) {
    const statements = normalizePolicy(propertyAt(vault, "/AccessPolicy"));
    const denies = someStatement(statements, (statement) =>
      both(deniesDespiteExceptions(statement, "backup:DeleteRecoveryPoint"), isForEveryone(statement)),
    );
    return denies === "unknown" ? new Unknown("what the vault's policy denies is not known") : denies;
  },
};
