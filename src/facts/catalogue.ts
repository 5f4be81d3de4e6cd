import { azureFacts } from "./azure/index.ts";
import { databaseFacts } from "./databases/index.ts";
import { generalFacts } from "./general/index.ts";
import type { Fact } from "./fact.ts";
import { governanceFacts } from "./governance/index.ts";
import { identityFacts } from "./identity/index.ts";
import { integrationFacts } from "./integration/index.ts";
import { kubernetesFacts } from "./kubernetes/index.ts";
import { machineLearningFacts } from "./machine-learning/index.ts";
import { networkFacts } from "./network/index.ts";
import { storageFacts } from "./storage/index.ts";

/** Every fact, in an order in which each finds what it needs. */
export const FACTS: readonly Fact[] = orderFacts([
  ...azureFacts,
  ...databaseFacts,
  ...generalFacts,
  ...governanceFacts,
  ...identityFacts,
  ...integrationFacts,
  ...kubernetesFacts,
  ...machineLearningFacts,
  ...networkFacts,
  ...storageFacts,
]);

/** Throws when facts need each other in a circle or need one that does not exist: a mistake in this folder. */
function orderFacts(facts: readonly Fact[]): readonly Fact[] {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) byName.set(fact.name, [...(byName.get(fact.name) ?? []), fact]);
  const ordered = new Set<Fact>();
  const visit = (fact: Fact, path: readonly string[]): void => {
    if (ordered.has(fact)) return;
    if (path.includes(fact.name)) {
      throw new Error(`facts need each other: ${[...path, fact.name].join(", ")}`);
    }
    for (const name of fact.needs ?? []) {
      const needed = byName.get(name);
      if (needed === undefined) throw new Error(`the fact ${fact.name} needs ${name}, which does not exist`);
      for (const other of needed) visit(other, [...path, fact.name]);
    }
    ordered.add(fact);
  };
  for (const fact of facts) visit(fact, []);
  return [...ordered];
}
