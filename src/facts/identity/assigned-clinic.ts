import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";

export const assignedClinic: Fact = {
  name: "AssignsClinic",
  types: ["AWS::SSO::Assignment"],
  needs: ["Clinics", "Roles"],
  description:
    "Whether the account in which an assignment of Identity Center lets somebody work is that of a clinic: by clinics in genoscan.yaml, or by the tag or role of an account that the input declares.",
  compute(assignment, context) {
    const target = propertyAt(assignment, "/TargetId");
    const [named] = referencesOf(target);
    const account = named === undefined ? undefined : context.graph.get(named.target);
    if (account?.declared === "here") return isClinics(account, context);
    const id = plain(target) instanceof Unknown ? account?.identifiers[0] : plain(target);
    return byId(id, context);
  },
};

function isClinics(account: Parameters<typeof propertyAt>[0], context: FactContext): Value {
  const roles = plain(propertyAt(account, "/Facts/Roles"));
  if (isValueList(roles) && roles.some((role) => plain(role) === "clinic")) return true;
  const clinics = plain(propertyAt(account, "/Facts/Clinics"));
  if (!isValueList(clinics)) return byId(account.identifiers[0], context);
  if (clinics.some((clinic) => typeof plain(clinic) === "string")) return true;
  const open = [...clinics, ...(isValueList(roles) ? roles : [])]
    .map((item) => plain(item))
    .find((item) => item instanceof Unknown);
  return open instanceof Unknown ? new Unknown(open.reason) : false;
}

function byId(id: Value | undefined, { settings }: FactContext): Value {
  const { clinics, trustedAccounts } = settings;
  if (typeof id !== "string") return new Unknown("the account of the assignment is known after apply");
  const ids = Object.values(clinics);
  if (ids.includes(id)) return true;
  if (ids.length > 0 || trustedAccounts.includes(id)) return false;
  return new Unknown(
    `whether ${id} is the account of a clinic is not told; list the clinics in genoscan.yaml`,
  );
}
