import {
  Sensitive,
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { append } from "../append.ts";
import { listOf, mapText, textOf } from "./policy-part.ts";
import { servicePrincipal } from "./service-principal.ts";

export type PrincipalKind = "AWS" | "Service" | "Federated" | "CanonicalUser" | "Anyone";

const KINDS: Readonly<Record<string, PrincipalKind>> = {
  aws: "AWS",
  service: "Service",
  federated: "Federated",
  canonicaluser: "CanonicalUser",
};

/**
 * Principal or NotPrincipal as a list of {Kind, Value, Account}. Account is the account id that the text holds, an
 * unknown (with the resources that it comes from) where only the apply tells it, and absent for a service.
 */
export function normalizePrincipals(value: Value): readonly Value[] {
  const known = plain(value);
  if (known instanceof Unknown) return [value];
  if (typeof known === "string") return [principal("AWS", value)];
  if (!isValueMap(known)) return [new Unknown("the principal is neither text nor an object")];
  const hidden = value instanceof Sensitive;
  let principals: readonly Value[] = [];
  for (const key of Object.keys(known)) {
    const kind = KINDS[key.toLowerCase()];
    if (kind === undefined) principals = append(principals, new Unknown(`${key} is no kind of principal`));
    else {
      for (const item of listOf(known[key] as Value)) {
        principals = append(principals, principal(kind, hidden ? new Sensitive(item) : item));
      }
    }
  }
  return principals;
}

function principal(kind: PrincipalKind, value: Value): Value {
  const text = textOf(value);
  if (kind === "AWS" && text === "*") return { Kind: "Anyone", Value: value };
  if (kind === "Service") return { Kind: kind, Value: servicePrincipal(value) };
  const account = accountOf(kind, value);
  return account === undefined
    ? { Kind: kind, Value: value }
    : { Kind: kind, Value: value, Account: account };
}

function accountOf(kind: Exclude<PrincipalKind, "Service">, value: Value): Value | undefined {
  const known = plain(value);
  if (known instanceof Unknown) {
    if (kind === "CanonicalUser") return undefined;
    return accountInPieces(known) ?? new Unknown(known.reason, referencesOf(value));
  }
  const text = textOf(value);
  if (text === undefined) return new Unknown("the principal is no text");
  const account = accountInArn(text);
  if (account !== undefined) return mapText(value, () => account);
  // a federation such as accounts.google.com or a canonical user has no account in its name
  return kind === "AWS"
    ? new Unknown(`${value instanceof Sensitive ? "the principal" : text} does not name its account`)
    : undefined;
}

/** The account of the deployment itself: alone, or in an ARN of which the rest may not be known. */
export function accountInPieces(value: Unknown): Value | undefined {
  if (value instanceof UnknownPlace) return value.part === "account" ? value : undefined;
  if (!(value instanceof UnknownText)) return undefined;
  const own = value.pieces.findIndex((piece) => piece instanceof UnknownPlace && piece.part === "account");
  const ahead = value.pieces[own - 1];
  // who deploys: nothing is known of the ARN but its account
  if (own > 1 && typeof ahead === "string" && ahead.endsWith("::")) return value.pieces[own];
  const before = value.pieces.findIndex((piece) => typeof piece !== "string");
  const [first, place] = [value.pieces[0], value.pieces[before]];
  if (typeof first !== "string") return undefined;
  const isAccount = place instanceof UnknownPlace && place.part === "account";
  return before === 1 && isAccount && /^arn:[^:]*:[^:]*:[^:]*:$/.test(first) ? place : accountInArn(first);
}

/** `111122223333` of that text itself or of an ARN such as arn:aws:iam::111122223333:role/reader. */
export function accountInArn(text: string): string | undefined {
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(text)?.[1];
}
