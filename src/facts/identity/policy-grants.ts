import type { Resource } from "../../model/resource.ts";
import { holdsSensitive } from "../../model/resource.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { FILLED_IN, writtenText } from "../../model/written-text.ts";
import { conceal } from "../conceal.ts";
import { append } from "../append.ts";
import type { FactContext } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { isOfClinic, relationOfAccount } from "./account-relation.ts";
import type { AccountRelation } from "./account-relation.ts";
import { ACCOUNT_OF_RESOURCE, boundsOf } from "./condition-bounds.ts";
import type { HeldPolicy } from "./grant-carriers.ts";
import type { Bounds } from "./condition-bounds.ts";
import { withGuards } from "./policy-guards.ts";
import { statementPointer } from "./statement-pointer.ts";

/**
 * Whom the statements (as normalizePolicy gives them) of a resource's policy admit: one item for each principal of
 * each statement that allows. A statement or principal that is not known is an item that is not known.
 */
export function grantsOf(
  { statements, pointer }: HeldPolicy,
  resource: Resource,
  context: FactContext,
): readonly Value[] {
  const list = plain(statements);
  if (!isValueList(list)) return list instanceof Unknown ? [list] : [];
  const hidden = statements instanceof Sensitive;
  let found: readonly Value[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index] as Value;
    const grants = grantsOfStatement(item, list, resource, context);
    const isHidden = grants.length > 0 && (hidden || holdsSensitive(item));
    const at = pointer === undefined ? undefined : statementPointer(pointer, index);
    for (const grant of grants) {
      const shown = isHidden ? conceal(grant) : grant;
      found = append(found, at === undefined ? shown : writtenAt(shown, resource, at));
    }
  }
  return found;
}

function grantsOfStatement(
  item: Value,
  statements: readonly Value[],
  resource: Resource,
  context: FactContext,
): readonly Value[] {
  const statement = plain(item);
  if (!isValueMap(statement)) {
    return [statement instanceof Unknown ? statement : new Unknown("a statement is no object")];
  }
  const effect = plain(statement["Effect"]);
  if (effect === "Deny") return [];
  if (effect instanceof Unknown) return [effect];
  const bounds = boundsOf(withGuards(statement, statements));
  let grants: readonly Value[] = [];
  for (const principal of principalsOf(statement)) {
    const known = plain(principal);
    if (!isValueMap(known)) {
      grants = append(grants, known instanceof Unknown ? known : new Unknown("a principal is no text"));
      continue;
    }
    const held = plain(known["Value"]);
    // a principal of which nothing is told may be any number of them, and none at all
    const isTold = isOne(known["Account"]) || isOneText(known["Kind"], held);
    if (held instanceof Unknown && mayBeSomethingElse(held) && !isTold) {
      grants = append(grants, held);
      continue;
    }
    for (const relation of relationsOf(known, bounds, resource, context)) {
      const grant: Record<string, Value> = {
        Principal: known["Value"] ?? "*",
        Kind: known["Kind"] ?? "AWS",
        ...relation,
        Scope: scopeOf(relation),
        OfClinic: isOfClinic(relation),
        WholeAccount: isWholeAccount(known["Value"]),
        Bounds: bounds.names,
        ConditionKeys: conditionKeys(statement),
      };
      addParts(grant, statement);
      grants = append(grants, grant);
    }
  }
  return grants;
}

/** `111122223333` or `arn:aws:iam::111122223333:root`, whichever the account is. */
function isWholeAccount(principal: Value | undefined): Value {
  const written = writtenText(principal);
  if (written?.isWhole === true) return ACCOUNT.test(written.start);
  const attribute = principal instanceof Reference ? (principal.attribute ?? "") : "";
  // a role or user, and an account that the input makes
  if (/arn$/i.test(attribute)) return false;
  if (/^(?:ref|id|account_?id)$/i.test(attribute)) return true;
  const known = plain(principal);
  if (known instanceof UnknownText) {
    const text = known.pieces.map((piece) => (typeof piece === "string" ? piece : FILLED_IN)).join("");
    // nothing but an account makes an ARN of that
    if (ROOT.test(text)) return true;
  }
  return known instanceof Unknown ? new Unknown(known.reason) : false;
}

const ACCOUNT = new RegExp(`^(?:arn:[^:]*:iam::)?(?:\\d{12}|${FILLED_IN})(?::root)?$`);

const ROOT = new RegExp(`^arn:[^:]*:iam::${FILLED_IN}:root$`);

/** A principal of which the account is told, if only as that of the deployment, is one. */
function isOne(account: Value | undefined): boolean {
  const known = plain(account);
  return typeof known === "string" || known instanceof UnknownPlace;
}

/**
 * The ARN of something, or the name of a service, of which a part is not known. IAM takes a star in place of a whole
 * principal, and not in an ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function isOneText(kind: Value | undefined, value: Value | undefined): boolean {
  if (!(value instanceof UnknownText)) return false;
  const [first, last] = [value.pieces[0], value.pieces.at(-1)];
  if (kind === "AWS") return typeof first === "string" && /^arn:[^*?]*:iam::/u.test(first);
  return kind === "Service" && typeof last === "string" && /\.amazonaws\.com(?:\.cn)?$/u.test(last);
}

/** An account or something in one, whosever it is: an origin access identity of CloudFront, too. */
function isOneIdentity(value: Value | undefined): boolean {
  return typeof value === "string" ? !/[*?]/.test(value) : isOneText("AWS", value);
}

/** Everybody but those of NotPrincipal is, for what a grant may be used for, everybody. */
function principalsOf(statement: ValueMap): readonly Value[] {
  if (statement["NotPrincipals"] !== undefined) return [{ Kind: "Anyone", Value: "*" }];
  const principals = plain(statement["Principals"]);
  return isValueList(principals) ? principals : [];
}

const GRANTED_PARTS = ["Sid", "Actions", "NotActions", "Resources"];

function addParts(grant: Record<string, Value>, statement: ValueMap): void {
  for (const name of GRANTED_PARTS) {
    const part = statement[name];
    if (part !== undefined) grant[name] = part;
  }
}

function conditionKeys(statement: ValueMap): readonly Value[] {
  const conditions = plain(statement["Conditions"]);
  if (!isValueList(conditions)) return [];
  return conditions.map((item) => {
    const condition = plain(item);
    if (isValueMap(condition)) return condition["Key"] ?? "";
    return condition instanceof Unknown ? condition : new Unknown("a condition is not known");
  });
}

const SCOPES: Readonly<Record<string, string>> = {
  anyone: "everyone",
  federated: "federation",
  organization: "organization",
  service: "service",
};

function scopeOf({ Relation, Scope }: AccountRelation): Value {
  if (Scope !== undefined) return Scope;
  return typeof Relation === "string" ? (SCOPES[Relation] ?? "account") : Relation;
}

interface GrantRelation extends AccountRelation {
  readonly Account?: Value;
}

function relationsOf(
  principal: ValueMap,
  bounds: Bounds,
  resource: Resource,
  context: FactContext,
): readonly GrantRelation[] {
  switch (principal["Kind"]) {
    case "Service":
      return [{ Relation: "service" }];
    case "Federated":
      return [{ Relation: "federated", ...accountPart(principal["Account"]) }];
    case "Organization":
      return [{ Relation: "organization" }];
    case "IAMAllowedPrincipals":
      return [{ Relation: "own" }];
    case "CanonicalUser":
      return [{ Scope: "account", Relation: new Unknown("a canonical user id does not tell its account") }];
    case "Anyone":
      return relationsOfAnyone(bounds, resource, context);
    default:
      return [
        {
          ...(isOneIdentity(plain(principal["Value"])) && { Scope: "account" as const }),
          ...relationOfAccount(principal["Account"], resource, context),
          ...accountPart(principal["Account"]),
        },
      ];
  }
}

function accountPart(account: Value | undefined): { readonly Account?: Value } {
  return account === undefined ? {} : { Account: account };
}

/** Everyone, as far as the conditions let them in. */
function relationsOfAnyone(
  { names, accounts }: Bounds,
  resource: Resource,
  context: FactContext,
): readonly GrantRelation[] {
  if (accounts !== undefined) {
    return accounts.map((account) =>
      account === ACCOUNT_OF_RESOURCE
        ? { Relation: "own" }
        : { ...relationOfAccount(account, resource, context), Account: account },
    );
  }
  // these keys are there only when a service calls
  if (names.some((name) => typeof name === "string" && /^(?:service$|source-)/.test(name))) {
    return [{ Relation: "service" }];
  }
  const open = names.find((name) => name instanceof Unknown);
  if (open instanceof Unknown) return [{ Relation: new Unknown(open.reason) }];
  if (names.includes("endpoint")) {
    const Relation = new Unknown("whose the endpoints are that may be subscribed is not told");
    return [{ Scope: "account", Relation }];
  }
  if (names.includes("principal")) {
    const Relation = new Unknown("of which account the principal is that a condition names is not told");
    return [{ Scope: "account", Relation }];
  }
  if (names.includes("organization")) return [{ Relation: "organization" }];
  if (names.includes("network")) {
    return [
      {
        Relation: new Unknown(
          "every principal of a network is admitted; of which accounts they are is not told",
        ),
      },
    ];
  }
  return [{ Relation: "anyone" }];
}
