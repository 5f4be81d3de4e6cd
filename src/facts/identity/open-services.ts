import { anyTruth, both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { ACTIONS_OF_UNLISTED } from "../governance/service-of-type.ts";
import { coversEverything } from "./covers-everything.ts";
import { onlyExceptsPrincipals } from "./denies-despite-exceptions.ts";
import { actionMatches, matchesGlob } from "./matches-glob.ts";
import { allOf, hasEffect, someStatement } from "./policy-truth.ts";

/**
 * The services that AWS does not list as HIPAA eligible, and that the statements of service control policies leave
 * open. A list of what is allowed limits nothing while FullAWSAccess is attached beside it, which AWS does by itself and
 * no code takes back: a service that such a list leaves out is an item that is not known.
 */
export function openServices(statements: readonly Value[]): readonly Value[] {
  const open: string[] = [];
  const doubts = new Set<string>();
  for (const [service, prefixes] of ACTIONS_OF_UNLISTED) {
    for (const prefix of prefixes) {
      const denied = someStatement(statements, (statement) => deniesService(statement, prefix));
      if (denied === true) continue;
      const doubt = doubtOf(denied, statements, prefix);
      if (doubt !== undefined) doubts.add(doubt);
      else if (!open.includes(service)) open.push(service);
    }
  }
  return [...open, ...[...doubts].map((doubt) => new Unknown(doubt))];
}

function doubtOf(denied: Truth, statements: readonly Value[], prefix: string): string | undefined {
  if (denied === "unknown") return "a part of the service control policies is known after apply";
  return isLeftOut(statements, prefix) ? "whether FullAWSAccess is still attached is not known" : undefined;
}

/** Whether a statement denies every action of a service to everybody, named principals excepted. */
function deniesService(statement: ValueMap, prefix: string): Truth {
  return allOf(
    hasEffect(statement, "Deny"),
    coversEverything(statement, `${prefix}:*`),
    onlyExceptsPrincipals(statement),
    coversService(statement, prefix),
  );
}

function coversService(statement: ValueMap, prefix: string): Truth {
  const named = statement["Actions"];
  const excepted = statement["NotActions"];
  if (named === undefined && excepted === undefined) return false;
  const all = named === undefined ? true : someText(named, (text) => actionMatches(text, `${prefix}:*`));
  // an exception for one action of the service leaves the service open
  const some = excepted === undefined ? false : someText(excepted, (text) => isOfService(text, prefix));
  return both(all, negate(some));
}

function isOfService(pattern: string, prefix: string): boolean {
  const [service = ""] = pattern.toLowerCase().split(":");
  return matchesGlob(prefix, service);
}

/** Whether there is a list of allowed actions, other than everything, and no action of the service in it. */
function isLeftOut(statements: readonly Value[], prefix: string): boolean {
  const lists = statements
    .map((item) => plain(item))
    .filter((item) => isValueMap(item))
    .filter((statement) => hasEffect(statement, "Allow") === true && statement["Actions"] !== undefined)
    .map((statement) => statement["Actions"] ?? []);
  return (
    lists.length > 0 && !lists.some((list) => someText(list, (text) => isOfService(text, prefix)) !== false)
  );
}

function someText(list: Value, test: (text: string) => boolean): Truth {
  const items = plain(list);
  if (!isValueList(items)) return "unknown";
  return anyTruth(
    items.map((item) => {
      const text = plain(item);
      return typeof text === "string" ? test(text) : "unknown";
    }),
  );
}
