import { DOCUMENT_OF_POLICY } from "./document-of-policy.ts";
import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { givenByStatements } from "./given-by-statements.ts";
import { isNarrowing } from "./narrowing-condition.ts";
import { POLICY_HOLDERS } from "./own-statements.ts";
import { coversAction } from "./policy-truth.ts";
import { unboundServices, wholeServices } from "./whole-services.ts";
import { reachesEvery } from "./reaches-every.ts";
import { truthOfPart } from "./truth-of-part.ts";

export const permissions: Fact = {
  name: "Permissions",
  types: POLICY_HOLDERS,
  readFrom: DOCUMENT_OF_POLICY,
  description:
    "What each statement that allows gives, in the policies that are written in this resource, of a permission set in its inline policy (those that are attached to it are told where they are written): WholeServices names the services of which it gives every action, * for all of them; UnboundServices those of them that it gives on all resources of the service, and *; AllBut says that it gives every action but some; EveryResource, EveryRole, EveryKey say how far it reaches; PassesRoles and Decrypts whether it gives iam:PassRole, and kms:Decrypt or kms:ReEncryptFrom; ConditionKeys the keys, in small letters, of the conditions that leave something out. Empty for a policy that is only a permissions boundary: it gives nothing.",
  fields: {
    AllBut: true,
    ConditionKeys: true,
    Decrypts: true,
    EveryKey: true,
    EveryResource: true,
    EveryRole: true,
    PassesRoles: true,
    Sid: true,
    UnboundServices: true,
    WholeServices: true,
  },
  compute: (resource, { graph }) => givenByStatements(resource, graph, permissionOf),
};

function permissionOf(statement: ValueMap): readonly Value[] {
  const services = wholeServices(statement["Actions"]);
  return [
    {
      WholeServices: services,
      UnboundServices: unboundServices(services, statement),
      AllBut: statement["NotActions"] !== undefined,
      EveryResource: truthOfPart(reachesEvery(statement, "resource"), statement["Resources"]),
      EveryRole: truthOfPart(reachesEvery(statement, "role"), statement["Resources"]),
      EveryKey: truthOfPart(reachesEvery(statement, "key"), statement["Resources"]),
      PassesRoles: truthOfPart(coversAction(statement, "iam:PassRole"), statement["Actions"]),
      Decrypts: truthOfPart(decrypts(statement), statement["Actions"]),
      ConditionKeys: conditionKeys(statement),
      ...(statement["Sid"] === undefined ? {} : { Sid: statement["Sid"] }),
    },
  ];
}

function decrypts(statement: ValueMap): Truth {
  return either(coversAction(statement, "kms:Decrypt"), coversAction(statement, "kms:ReEncryptFrom"));
}

function conditionKeys(statement: ValueMap): Value {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return [];
  if (!isValueList(conditions)) return new Unknown("the conditions of a statement are not known");
  return conditions.flatMap((item): readonly Value[] => {
    const condition = plain(item);
    if (!isValueMap(condition)) {
      return [condition instanceof Unknown ? condition : new Unknown("a condition is no object")];
    }
    const narrows = isNarrowing(condition);
    if (narrows === "unknown") return [new Unknown("the values of a condition are not known")];
    return narrows ? [condition["Key"] ?? ""] : [];
  });
}
