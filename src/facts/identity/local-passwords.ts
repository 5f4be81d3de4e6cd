import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

const CLIENT = "AWS::Cognito::UserPoolClient";

export const localPasswords: Fact = {
  name: "LocalPasswords",
  types: ["AWS::Cognito::UserPool"],
  description:
    "Whether people sign in to the user pool with a password that the pool itself keeps. False when every client that the input declares for it is a machine (the flow client_credentials alone), or sends people to another identity provider.",
  compute(pool, { graph }) {
    const { certain, possible } = findReferrers(graph, CLIENT, "/UserPoolId", pool);
    const only = certain.length === 0 && possible.every((client) => takesPasswords(client) === true);
    if (only) return true;
    const truth = anyTruth([
      ...certain.map(takesPasswords),
      ...possible.map((client) => mayTakePasswords(client, certain.length > 0)),
    ]);
    return truth === "unknown"
      ? new Unknown(`how clients of ${pool.address} sign people in is known after apply`)
      : truth;
  },
};

/** A client that may belong to the pool settles nothing, but where others are known and this one takes none. */
function mayTakePasswords(client: Resource, hasOthers: boolean): Truth {
  return hasOthers && takesPasswords(client) === false ? false : "unknown";
}

function takesPasswords(client: Resource): Truth {
  const isMachine = holdsOnly(client, "/AllowedOAuthFlows", (flow) => flow === "client_credentials");
  const isFederated = holdsOnly(client, "/SupportedIdentityProviders", (name) => name !== "COGNITO");
  if (isMachine === true || isFederated === true) return false;
  return isMachine === false && isFederated === false ? true : "unknown";
}

/** Whether the list is there, and every item satisfies the test. */
function holdsOnly(client: Resource, pointer: string, test: (text: string) => boolean): Truth {
  const list = plain(propertyAt(client, pointer));
  if (list === undefined) return false;
  if (!isValueList(list)) return list instanceof Unknown ? "unknown" : false;
  if (list.length === 0) return false;
  const texts = list.map((item) => plain(item));
  if (texts.some((text) => typeof text === "string" && !test(text))) return false;
  return texts.every((text) => typeof text === "string") ? true : "unknown";
}
