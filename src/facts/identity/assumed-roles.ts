import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { conceal } from "../conceal.ts";
import type { Fact, FactContext } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { isOfClinic, relationOfAccount } from "./account-relation.ts";
import { accountInArn, accountInPieces } from "./normalize-principals.ts";
import { POLICY_HOLDERS, ownStatements } from "./own-statements.ts";
import { coversAction, hasEffect } from "./policy-truth.ts";
import { textOf } from "./policy-part.ts";

export const assumedRoles: Fact = {
  name: "AssumedRoles",
  types: POLICY_HOLDERS,
  needs: ["Account", "Clinics"],
  description:
    "The roles that the policies written in this resource let somebody assume, with what their account is to that of the resource, as in Grants. Roles of any account are left out, and so is what the input does not tell while no clinic is known.",
  fields: { Clinic: true, Listed: true, OfClinic: true, Relation: true, Role: true, Scope: true },
  compute(resource, context) {
    const items: Value[] = [];
    for (const { item, pointer, isHidden } of ownStatements(resource)) {
      for (const role of rolesOf(item, resource, context)) {
        items.push(writtenAt(isHidden ? conceal(role) : role, resource, pointer));
      }
    }
    return items;
  },
};

function rolesOf(item: Value, resource: Resource, context: FactContext): readonly Value[] {
  const statement = plain(item);
  if (!isValueMap(statement)) return openRole(statement, context);
  if (hasEffect(statement, "Allow") === false || statement["Actions"] === undefined) return [];
  const assumes = coversAction(statement, "sts:AssumeRole");
  if (assumes === false) return [];
  const resources = plain(statement["Resources"]);
  if (!isValueList(resources)) return openRole(resources, context);
  const roles = resources.flatMap((role) => describeRole(role, resource, context));
  if (assumes === true && hasEffect(statement, "Allow") === true) return roles;
  return roles.length === 0 ? [] : openRole(plain(statement["Actions"]), context);
}

function describeRole(role: Value, resource: Resource, context: FactContext): readonly Value[] {
  const account = accountOfRole(role);
  if (account === undefined) return [];
  const relation = relationOfAccount(account, resource, context);
  if (relation.Relation instanceof Unknown && !knowsClinics(context)) return [];
  return [{ Role: role, ...relation, OfClinic: isOfClinic(relation) }];
}

/** Absent where the pattern is for every account. */
function accountOfRole(role: Value): Value | undefined {
  const text = textOf(role);
  if (text !== undefined) return accountInArn(text);
  const known = plain(role);
  if (!(known instanceof Unknown)) return undefined;
  return accountInPieces(known) ?? new Unknown(known.reason, referencesOf(role));
}

function openRole(value: Value | ValueMap | undefined, context: FactContext): readonly Value[] {
  if (!knowsClinics(context)) return [];
  return [new Unknown(value instanceof Unknown ? value.reason : "a part of a statement is not known")];
}

/** Without clinics no account is another clinic's. */
function knowsClinics({ graph, settings }: FactContext): boolean {
  return Object.keys(settings.clinics).length > 0 || graph.ofType("AWS::Organizations::Account").length > 0;
}
