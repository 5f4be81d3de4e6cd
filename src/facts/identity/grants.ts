import type { Fact } from "../fact.ts";
import { GRANTS_FROM, GRANT_TYPES, policiesOf } from "./grant-carriers.ts";
import { grantsOf } from "./policy-grants.ts";

export const grants: Fact = {
  name: "Grants",
  types: GRANT_TYPES,
  readFrom: GRANTS_FROM,
  needs: ["Account", "Clinics"],
  description:
    "Whom the policy of a resource lets in: an item for each principal of each statement that allows. Relation says what its account is to the account of the resource: own, clinic (another clinic of genoscan.yaml, named in Clinic), trusted (listed under trustedAccounts), foreign, organization (every account of one), anyone, service or federated. Two parts of that are known more often: OfClinic (whether it is another clinic's) and Scope (account, organization, everyone, service or federation, whosever it is). Listed says whether the account stands under trustedAccounts. WholeAccount says whether the principal is an account itself, which leaves it to that account who may. Bounds names what the conditions limit: account, principal, organization, service, source-account, source-arn, source-organization, network, endpoint, external-id, subject, audience.",
  fields: {
    Account: true,
    Actions: true,
    Bounds: true,
    Clinic: true,
    ConditionKeys: true,
    Kind: true,
    Listed: true,
    NotActions: true,
    OfClinic: true,
    Principal: true,
    Relation: true,
    Resources: true,
    Scope: true,
    Sid: true,
    WholeAccount: true,
  },
  compute(resource, context) {
    const [policy, ...more] = policiesOf(resource);
    if (policy === undefined) return [];
    const grants = grantsOf(policy, resource, context);
    return more.length === 0
      ? grants
      : [...grants, ...more.flatMap((other) => grantsOf(other, resource, context))];
  },
};
