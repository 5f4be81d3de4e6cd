import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import { SUBJECT_OPENINGS, admitsAll, coverEveryAddress } from "./admits-all.ts";
import type { ConditionTest } from "./admits-all.ts";
import { accountInArn, accountInPieces } from "./normalize-principals.ts";
import { isOwnMailDomain, onlyMail } from "./mail-endpoints.ts";
import { textOf } from "./policy-part.ts";

/** How the conditions of a statement limit who may use it. */
export interface Bounds {
  /** The names of what limits it; an unknown stands for any number of them. */
  readonly names: readonly Value[];
  /** The accounts that the caller, or the endpoint that it subscribes, must belong to, when the conditions name them. */
  readonly accounts: readonly Value[] | undefined;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const NAMES: Readonly<Record<string, string>> = {
  "aws:principalaccount": "account",
  "kms:calleraccount": "account",
  "s3:dataaccesspointaccount": "account",
  "s3:dataaccesspointarn": "account",
  "aws:principalarn": "principal",
  "aws:userid": "principal",
  "aws:principalorgid": "organization",
  "aws:principalorgpaths": "organization",
  "aws:principalisawsservice": "service",
  "aws:principalservicename": "service",
  "aws:sourceaccount": "source-account",
  "aws:sourceowner": "source-account",
  "aws:sourcearn": "source-arn",
  "aws:sourceorgid": "source-organization",
  "aws:sourceorgpaths": "source-organization",
  "aws:sourceip": "network",
  "aws:sourcevpc": "network",
  "aws:sourcevpcarn": "network",
  "aws:sourcevpce": "network",
  "aws:vpceaccount": "network",
  "aws:vpceorgid": "network",
  "aws:vpceorgpaths": "network",
  "sns:endpoint": "endpoint",
  "sts:externalid": "external-id",
};

/** What names whole accounts, or what lies in one. */
const OF_ACCOUNTS: ReadonlySet<string | undefined> = new Set(["account", "principal", "endpoint"]);

/** Unlike the other keys of a source, a topic has this one for every caller: the account that it is of. */
const OF_CALLER = "aws:sourceowner";

/** Stands among accounts for that of the resource whose policy it is. */
export const ACCOUNT_OF_RESOURCE = "${aws:ResourceAccount}";

const EXACT = ["stringequals", "stringequalsignorecase", "arnequals", "bool", "ipaddress"];
/** Whatever the value turns out to be, it is one; to the others it may be a pattern, the whole network or false. */
const AS_IT_IS = ["stringequals", "stringequalsignorecase"];
const PATTERNS = ["stringlike", "arnlike"];

const UNBOUND: Bounds = { names: [], accounts: undefined };

export function boundsOf(statement: ValueMap): Bounds {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return UNBOUND;
  if (!isValueList(conditions)) {
    return { names: [new Unknown("the conditions are not known")], accounts: undefined };
  }
  const names: Value[] = [];
  let accounts: readonly Value[] | undefined;
  const byMail = onlyMail(conditions);
  for (const item of conditions) {
    const condition = plain(item);
    if (!isValueMap(condition)) {
      names.push(condition instanceof Unknown ? condition : new Unknown("a condition is not known"));
      continue;
    }
    const name = nameOf(condition);
    const bound =
      name === undefined ? undefined : (mailBound(condition, name, byMail) ?? restricts(condition, name));
    if (bound === undefined) continue;
    names.push(bound);
    const namesAccounts = OF_ACCOUNTS.has(name) || textOf(condition["Key"]) === OF_CALLER;
    accounts ??= namesAccounts ? accountsOf(condition) : undefined;
  }
  return { names, accounts };
}

function nameOf(condition: ValueMap): string | undefined {
  const key = textOf(condition["Key"]) ?? "";
  if (key.endsWith(":sub")) return "subject";
  if (key.endsWith(":aud")) return "audience";
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

/** `*@clinic.org` is the addresses of one organization, and with another protocol every URL that ends with it. */
function mailBound(condition: ValueMap, name: string, byMail: Truth): Value | undefined {
  const values = plain(condition["Values"]);
  const operator = textOf(condition["Operator"]) ?? "";
  if (name !== "endpoint" || byMail === false || !PATTERNS.includes(operator) || !isValueList(values)) {
    return undefined;
  }
  if (!isStrict(condition) || values.length === 0) return undefined;
  const texts = values.map((value) => textOf(value));
  const isOwn = (text: string | undefined): boolean =>
    text !== undefined && (isOwnMailDomain(text) || !admitsAll(text, testOf(condition)));
  if (!texts.every(isOwn)) return undefined;
  return byMail === true ? name : new Unknown("by which protocol one may subscribe is not known");
}

/** A qualifier that lets a missing key pass keeps nobody out. */
function isStrict(condition: ValueMap): boolean {
  return condition["IfExists"] !== true && condition["ForAllValues"] !== true;
}

/** The name, when the condition keeps anybody out. */
function restricts(condition: ValueMap, name: string): Value | undefined {
  const test = testOf(condition);
  const { operator } = test;
  if (!PATTERNS.includes(operator) && !EXACT.includes(operator)) return undefined;
  if (!isStrict(condition)) return undefined;
  const values = plain(condition["Values"]);
  if (!isValueList(values)) return new Unknown("the values of a condition are not known");
  const texts = values.map(textOf).filter((text) => text !== undefined);
  if (texts.some((text) => admitsAll(text, test))) return undefined;
  if (operator === "ipaddress" && coverEveryAddress(texts)) return undefined;
  const open = values.find((value) => value instanceof Unknown && !isNarrow(value, test));
  if (open instanceof Unknown && !AS_IT_IS.includes(operator)) return open;
  return name;
}

function testOf(condition: ValueMap): ConditionTest {
  return { key: textOf(condition["Key"]) ?? "", operator: textOf(condition["Operator"]) ?? "" };
}

/** Whether what is written of a text that is not known as a whole keeps somebody out, whatever the rest is. */
function isNarrow(value: Unknown, test: ConditionTest): boolean {
  const written = writtenText(value);
  if (written === undefined) return false;
  const { start, isWhole } = written;
  if (isWhole) return !admitsAll(start, test);
  // the rest may be a star
  return !OPENINGS.some((opening) => opening.startsWith(start)) && !admitsAll(`${start}*`, test);
}

/** After these a star is still for everybody. */
const OPENINGS = ["arn:", "o-", "vpc-", "vpce-", ...SUBJECT_OPENINGS];

/** Accounts of account ids or ARNs; `undefined` when one of them is a pattern or holds none. */
function accountsOf(condition: ValueMap): readonly Value[] | undefined {
  const values = plain(condition["Values"]);
  if (!isValueList(values)) return undefined;
  const accounts: Value[] = [];
  for (const value of values) {
    const text = textOf(value);
    const account = text === undefined ? accountAfterApply(value) : accountInText(text);
    if (account === undefined) return undefined;
    accounts.push(account);
  }
  return accounts;
}

function accountInText(text: string): string | undefined {
  return text.toLowerCase() === ACCOUNT_OF_RESOURCE.toLowerCase() ? ACCOUNT_OF_RESOURCE : accountInArn(text);
}

function accountAfterApply(value: Value): Value {
  if (value instanceof Reference) return value;
  const known = plain(value);
  if (!(known instanceof Unknown)) return value;
  return accountInPieces(known) ?? new Unknown(known.reason, referencesOf(value));
}
