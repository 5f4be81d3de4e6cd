import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, UnknownPlace, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import {
  clinicsOfResource,
  clinicsOfSubscription,
  distinctClinics,
  subscriptionIn,
} from "./clinics-of-resource.ts";
import { scopesOf } from "./scope-of.ts";

export const assignedClinics: Fact = {
  name: "AssignedClinics",
  types: ["Microsoft.Authorization/roleAssignments"],
  needs: ["Account", "Tags"],
  description:
    "The clinics that a role assignment connects: that of what the role is for, and that of the identity which gets it, when the input declares the identity. Empty when the role is for nothing of a clinic.",
  compute(assignment, context) {
    const principal = clinicsOfPrincipal(assignment, context);
    // whichever the subscription is that is deployed to, it is of one clinic at the most
    if (principal.length === 0 && isOwnSubscription(propertyAt(assignment, "/scope"))) return [];
    const scope = clinicsOfScope(assignment, context);
    if (scope.length === 0) return [];
    return distinctClinics([...scope, ...principal]);
  },
};

function clinicsOfScope(assignment: Resource, context: FactContext): readonly Value[] {
  const scopes = scopesOf(context.graph, assignment);
  if (scopes instanceof Unknown) return [scopes];
  if (scopes.length > 0) {
    return scopes.flatMap(({ target, certain }) => {
      const clinics = clinicsOfResource(target, context);
      return certain || clinics.length === 0
        ? clinics
        : [new Unknown(`the role may be for ${target.address}`)];
    });
  }
  const text = plain(propertyAt(assignment, "/scope"));
  const subscription = typeof text === "string" ? subscriptionIn(text) : undefined;
  return subscription === undefined ? [] : clinicsOfSubscription(subscription, context);
}

/** `/subscriptions/${subscription().subscriptionId}` */
function isOwnSubscription(scope: Value | undefined): boolean {
  if (!(scope instanceof UnknownText)) return false;
  const [start, id, ...more] = scope.pieces;
  return start === "/subscriptions/" && id instanceof UnknownPlace && more.length === 0;
}

/** An identity that is named by an id alone is nobody's in particular. */
function clinicsOfPrincipal(assignment: Resource, context: FactContext): readonly Value[] {
  const value = propertyAt(assignment, "/properties/principalId");
  const [only, ...more] = referencesOf(value);
  const identity = only === undefined || more.length > 0 ? undefined : context.graph.get(only.target);
  if (identity !== undefined && !(value instanceof Unknown)) return clinicsOfResource(identity, context);
  const known: Value | undefined = plain(value);
  return known instanceof Unknown ? [known] : [];
}
