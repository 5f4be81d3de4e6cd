import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import {
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import { normalizePolicy } from "../identity/normalize-policy.ts";
import { isOwnAccount } from "../identity/own-account.ts";
import { coversAction, hasEffect, isUnconditional } from "../identity/policy-truth.ts";

/** The name of whom a statement for the principal *, or for all but some, allows. */
export const EVERYONE = "*";

/** One whom a key's own policy allows an action. */
export interface KeyPrincipal {
  /** What tells it from others: its text, or the resource that it is. */
  readonly name: string;
  readonly value: Value;
  /** The account itself: whom IAM of the account allows. */
  readonly isAccount: boolean;
  /** Which of the statements of the policy allows it; none does in a key without a policy. */
  readonly statement?: number;
}

/** Those whom the key's policy allows the action, each once, and the reasons why there may be more. */
export interface KeyPrincipals {
  readonly principals: readonly KeyPrincipal[];
  readonly open: readonly Unknown[];
}

/** A key without a policy has that of KMS: everything for the account. */
const DEFAULT_POLICY: KeyPrincipals = {
  principals: [{ name: "the account", value: "the account, by the default policy of KMS", isAccount: true }],
  open: [],
};

/** Whom the policy of the key allows an action. A key policy has no resource but its key. */
export function principalsAllowed(key: Resource, action: string): KeyPrincipals {
  const document = propertyAt(key, "/KeyPolicy");
  if (document === undefined) return DEFAULT_POLICY;
  const statements = plain(normalizePolicy(document));
  if (!isValueList(statements)) {
    return { principals: [], open: statements instanceof Unknown ? [statements] : [] };
  }
  const principals = new Map<string, KeyPrincipal>();
  const open: Unknown[] = [];
  for (const [index, item] of statements.entries()) {
    const statement = plain(item);
    if (!isValueMap(statement)) {
      open.push(statement instanceof Unknown ? statement : new Unknown("a statement is no object"));
      continue;
    }
    for (const found of allowedBy(statement, action)) {
      if (found instanceof Unknown) open.push(found);
      else if (!principals.has(found.name)) principals.set(found.name, { ...found, statement: index });
    }
  }
  return { principals: [...principals.values()], open };
}

function allowedBy(statement: ValueMap, action: string): readonly (KeyPrincipal | Unknown)[] {
  const allows: Truth = both(hasEffect(statement, "Allow"), coversAction(statement, action));
  if (allows === false) return [];
  if (allows === "unknown") {
    return [new Unknown(`whether a statement of the key policy allows ${action} is known after apply`)];
  }
  const list = plain(statement["Principals"]);
  const allowed =
    statement["NotPrincipals"] === undefined
      ? isValueList(list)
        ? list.map(principalOf)
        : []
      : [{ name: EVERYONE, value: EVERYONE, isAccount: false }];
  if (isUnconditional(statement) === true) return allowed;
  return allowed.map((found) =>
    found instanceof Unknown || found.name !== EVERYONE
      ? found
      : new Unknown("whom the conditions of a statement for everyone leave is not told"),
  );
}

function principalOf(item: Value): KeyPrincipal | Unknown {
  const known = plain(item);
  if (!isValueMap(known)) return known instanceof Unknown ? known : new Unknown("a principal is no text");
  const value = known["Value"] ?? "*";
  const text = plain(value);
  if (typeof text === "string") {
    const [, account] = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(text) ?? [];
    return account === undefined
      ? { name: text, value, isAccount: false }
      : { name: account, value, isAccount: true };
  }
  if (isOwnAccount(value)) return { name: "the account", value, isAccount: true };
  return principalAfterApply(value);
}

/** One whose text is not known before the deployment. */
function principalAfterApply(value: Value): KeyPrincipal | Unknown {
  const text = plain(value);
  // a role of the account of the key, whichever that is
  if (text instanceof UnknownText && text.pieces.every(isTextOrPlace)) {
    return { name: writtenText(text)?.start ?? "", value, isAccount: false };
  }
  const [only, ...more] = referencesOf(value);
  if (only !== undefined && more.length === 0 && !(value instanceof Unknown)) {
    return { name: `-> ${only.target}`, value, isAccount: false };
  }
  return new Unknown(text instanceof Unknown ? text.reason : "a principal is no text");
}

function isTextOrPlace(piece: Value): boolean {
  return typeof piece === "string" || piece instanceof UnknownPlace;
}
