import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain, isOfResources } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { coversTarget, targetOf } from "../identity/policy-target.ts";
import type { PolicyTarget } from "../identity/policy-target.ts";
import { coversAction, deniesAction, hasEffect, someStatement } from "../identity/policy-truth.ts";
import { placeOf, writtenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { resourceBehind } from "./resource-behind.ts";

const SIGN = "kms:Sign";

/**
 * On a role: the keys of the input for signing (SIGN_VERIFY) that its policies let it sign with. On a function: those
 * of its role.
 */
export const signingKeys: Fact = {
  name: "SigningKeys",
  types: ["AWS::IAM::Role", "AWS::Lambda::Function"],
  needs: ["IdentityStatements"],
  description:
    "The keys of the input with the usage SIGN_VERIFY that the role (or the role of the function) may call kms:Sign with. Named says whether the policy names the key, and not every key.",
  fields: { Key: true, Named: true },
  compute(resource, { graph }) {
    if (resource.type === "AWS::IAM::Role") return keysOfRole(resource, graph);
    const role = resourceBehind(propertyAt(resource, "/Role"), graph);
    if (role?.declared !== "here") return openUnlessNone(resource, graph);
    const keys = keysOfRole(role, graph);
    return keys.length > 0 ? keys : keysElsewhere(resource, role, graph);
  },
};

/** A key that may be for signing, with what every role is asked of it. */
interface SigningKey {
  readonly key: Resource;
  readonly target: PolicyTarget;
  readonly isForSigning: Truth;
}

const SIGNING_KEYS = new WeakMap<ResourceGraph, readonly SigningKey[]>();

function signingKeysOf(graph: ResourceGraph): readonly SigningKey[] {
  const known = SIGNING_KEYS.get(graph) ?? findSigningKeys(graph);
  SIGNING_KEYS.set(graph, known);
  return known;
}

/** Keys of which the usage is not known may be for signing, too. */
function findSigningKeys(graph: ResourceGraph): readonly SigningKey[] {
  return graph
    .ofType("AWS::KMS::Key")
    .filter((key) => key.declared === "here")
    .map((key) => ({ key, target: targetOf(key), isForSigning: isForSigning(key) }))
    .filter((found) => found.isForSigning !== false);
}

function isForSigning(key: Resource): Truth {
  const usage = plain(propertyAt(key, "/KeyUsage"));
  return usage instanceof Unknown ? "unknown" : usage === "SIGN_VERIFY";
}

function openUnlessNone(resource: Resource, graph: ResourceGraph): readonly Value[] {
  if (signingKeysOf(graph).length === 0) return [];
  return [new Unknown(`what the role of ${resource.address} may do is not in this input`)];
}

/** A function whose role may sign, but with no key of the input. */
function keysElsewhere(resource: Resource, role: Resource, graph: ResourceGraph): readonly Value[] {
  const statements = propertyAt(role, "/Facts/IdentityStatements") ?? [];
  const signs = someStatement(statements, (statement) =>
    both(hasEffect(statement, "Allow"), coversAction(statement, SIGN)),
  );
  if (signs === false || graph.isClosed("AWS::KMS::Key")) return [];
  return [new Unknown(`${resource.address} may sign with a key that is not in this input`)];
}

function keysOfRole(role: Resource, graph: ResourceGraph): readonly Value[] {
  const keys = signingKeysOf(graph);
  if (keys.length === 0 || role.declared === "elsewhere") return [];
  const statements = plain(propertyAt(role, "/Facts/IdentityStatements"));
  if (!isValueList(statements)) return statements instanceof Unknown ? [statements] : [];
  const signing = statements.filter(mayBeAboutSigning);
  // most roles may sign with none of what may be as many keys as there are roles
  return signing.length === 0 ? [] : keys.flatMap((key) => itemOf(key, signing));
}

/** One that is not known may be about anything. */
function mayBeAboutSigning(item: Value): boolean {
  const statement = plain(item);
  return !isValueMap(statement) || coversAction(statement, SIGN) !== false;
}

function itemOf(
  { key, target, isForSigning: usage }: SigningKey,
  statements: readonly Value[],
): readonly Value[] {
  let allowed: Truth = false;
  let named: Truth = true;
  let place: Place | undefined;
  let reason = `whether it may sign with ${key.address} is known after apply`;
  for (const item of statements) {
    const statement = plain(item);
    if (!isValueMap(statement)) {
      allowed = either(allowed, "unknown");
      if (statement instanceof Unknown) reason = statement.reason;
      continue;
    }
    const allows = both(
      both(hasEffect(statement, "Allow"), coversAction(statement, SIGN)),
      coversTarget(statement, target),
    );
    allowed = either(allowed, allows);
    if (allows !== true) continue;
    const names = namesResources(statement);
    // the one that names every key, if there is one
    const isFirst = place === undefined || (named === true && names !== true);
    if (isFirst) place = placeOf(item) ?? placeOf(statement);
    named = both(named, names);
  }
  const denied = deniesAction(statements, SIGN, target);
  const may = both(both(allowed, negate(denied)), usage);
  if (may === false) return [];
  if (may === "unknown") return [new Unknown(reason)];
  const signing = { Key: new Reference(key.id), Named: named === "unknown" ? new Unknown(reason) : named };
  return [place === undefined ? signing : writtenAt(signing, place.resource, place.pointer)];
}

/** Whether every resource of the statement is named in full. */
function namesResources(statement: ValueMap): Truth {
  const resources = plain(statement["Resources"]);
  if (!isValueList(resources)) return resources === undefined ? false : "unknown";
  let truth: Truth = true;
  for (const item of resources) {
    const text = plain(item);
    if (typeof text === "string") truth = both(truth, !/[*?]/.test(text));
    else if (!isOfResources(item)) truth = both(truth, "unknown");
  }
  return truth;
}
