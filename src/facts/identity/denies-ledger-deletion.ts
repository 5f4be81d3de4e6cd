import { propertyAt } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { isValueList, plain } from "../../model/value.ts";
import type { ValueMap } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { ledgersOf } from "../storage/ledgers-of.ts";
import { deniesDespiteExceptions, onlyExceptsPrincipals } from "./denies-despite-exceptions.ts";
import { matchesGlob } from "./matches-glob.ts";
import { textOf } from "./policy-part.ts";
import { allOf, coversAction, hasEffect } from "./policy-truth.ts";

export const DELETE_TABLE = "dynamodb:DeleteTable";

/** Whether a statement denies to delete tables: all of them, or those whose name is that of a consent ledger. */
export function deniesLedgerDeletion(statement: ValueMap, context: FactContext): Truth {
  const everything = deniesDespiteExceptions(statement, DELETE_TABLE);
  if (everything === true || statement["NotResources"] !== undefined) return everything;
  const denies = allOf(
    hasEffect(statement, "Deny"),
    coversAction(statement, DELETE_TABLE),
    onlyExceptsPrincipals(statement),
  );
  // few statements do, and to look at the names of all ledgers for each of the others would take longest of all
  return denies === false ? everything : either(everything, both(denies, namesLedgers(statement, context)));
}

function namesLedgers(statement: ValueMap, context: FactContext): Truth {
  const resources = plain(statement["Resources"]);
  if (!isValueList(resources)) return resources === undefined ? false : "unknown";
  const words = context.settings.roles["ledger"]?.words ?? [];
  const patterns: string[] = [];
  let truth: Truth = false;
  for (const resource of resources) {
    const text = textOf(resource);
    const name = text === undefined ? undefined : tablePattern(text);
    if (text === undefined) truth = "unknown";
    else if (name !== undefined) patterns.push(name);
  }
  if (patterns.some((pattern) => words.some((word) => pattern.toLowerCase().includes(word)))) truth = true;
  return both(truth, matchesAllLedgers(patterns, context));
}

/** The name in arn:aws:dynamodb:*:*:table/NAME, when the ARN is that of every account. */
function tablePattern(arn: string): string | undefined {
  return /^arn:[^:]*:dynamodb:[^:]*:\*:table\/([^/]+)$/.exec(arn)?.[1];
}

const MATCHED = new WeakMap<ResourceGraph, Map<string, Truth>>();

/** Whether each ledger has a name that one of the patterns fits. Accounts share their controls, so it is found once. */
function matchesAllLedgers(patterns: readonly string[], { graph }: FactContext): Truth {
  const matched = MATCHED.get(graph) ?? new Map<string, Truth>();
  MATCHED.set(graph, matched);
  const key = patterns.join("\n");
  const truth = matched.get(key) ?? fitAllLedgers(patterns, graph);
  matched.set(key, truth);
  return truth;
}

function fitAllLedgers(patterns: readonly string[], graph: ResourceGraph): Truth {
  let truth: Truth = true;
  for (const table of ledgersOf(graph)) {
    const name = textOf(propertyAt(table, "/TableName"));
    truth = both(
      truth,
      name === undefined ? "unknown" : patterns.some((pattern) => matchesGlob(name, pattern)),
    );
  }
  return truth;
}
