import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { matchesGlob } from "../identity/matches-glob.ts";
import { arnOf, parseArn } from "../resource-arn.ts";
import type { ArnParts } from "../resource-arn.ts";

/** Whether Resource and NotResource of a statement cover the table itself (not an index or a stream of it). */
export function coversTable(statement: ValueMap, table: Resource): Truth {
  const named = someNames(statement["Resources"], table);
  const excluded = someNames(statement["NotResources"], table);
  if (named === undefined && excluded === undefined) return true;
  return both(named ?? true, negate(excluded ?? false));
}

function someNames(list: Value | undefined, table: Resource): Truth | undefined {
  const patterns = plain(list);
  if (patterns === undefined) return undefined;
  if (!isValueList(patterns)) return "unknown";
  let truth: Truth = false;
  for (const pattern of patterns) truth = either(truth, namesTable(pattern, table));
  return truth;
}

function namesTable(pattern: Value, table: Resource): Truth {
  const text = plain(pattern);
  if (typeof text === "string") return matchesTable(text, table);
  const [only, ...more] = referencesOf(pattern);
  if (pattern instanceof Unknown || only === undefined || more.length > 0) return "unknown";
  if (only.attribute !== undefined && only.attribute.toLowerCase() !== "arn") {
    return /^stream_?arn$/i.test(only.attribute) ? false : "unknown";
  }
  return only.target === table.id || (table.absorbed ?? []).includes(only.target);
}

function matchesTable(pattern: string, table: Resource): Truth {
  if (pattern === "*") return true;
  if (table.identifiers.some((text) => text.startsWith("arn:") && matchesGlob(text, pattern))) return true;
  const written = parseArn(pattern);
  if (written === undefined) return pattern.startsWith("arn") ? "unknown" : false;
  if (!matchesGlob("dynamodb", written.service)) return false;
  const own = ownArn(table);
  if (own === undefined) return "unknown";
  return both(
    matchesGlob(own.resource, written.resource),
    both(matchesPart(own.region, written.region), matchesPart(own.account, written.account)),
  );
}

function ownArn(table: Resource): ArnParts | undefined {
  return arnOf(table, factText(table, "Account"));
}

function factText(table: Resource, fact: string): string | undefined {
  const known = plain(propertyAt(table, `/Facts/${fact}`));
  return typeof known === "string" ? known : undefined;
}

function matchesPart(own: string | undefined, pattern: string): Truth {
  if (pattern === "*") return true;
  return own === undefined ? "unknown" : matchesGlob(own, pattern);
}
