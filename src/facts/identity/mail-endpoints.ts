import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { textOf } from "./policy-part.ts";

const MAIL: ReadonlySet<string> = new Set(["email", "email-json"]);

/** Anybody has an address there; a domain that is not listed is taken for one of an organization. */
const OF_ANYBODY: ReadonlySet<string> = new Set([
  "aol.com",
  "gmail.com",
  "gmx.com",
  "gmx.net",
  "googlemail.com",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mail.com",
  "msn.com",
  "outlook.com",
  "proton.me",
  "protonmail.com",
  "yahoo.com",
  "zoho.com",
]);

/**
 * Whether conditions let one subscribe by mail alone: `sns:Protocol` says how, and `sns:Endpoint` is the address, URL or
 * ARN that the request names. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 */
export function onlyMail(conditions: readonly Value[]): Truth {
  return anyTruth(conditions.map(isMailOnly));
}

function isMailOnly(item: Value): Truth {
  const condition = plain(item);
  if (!isValueMap(condition) || textOf(condition["Key"]) !== "sns:protocol") return false;
  const isExact = /^string(?:equals(?:ignorecase)?|like)$/u.test(textOf(condition["Operator"]) ?? "");
  if (!isExact || condition["IfExists"] === true || condition["ForAllValues"] === true) return false;
  const values = plain(condition["Values"]);
  if (!isValueList(values)) return values instanceof Unknown ? "unknown" : false;
  if (values.some((value) => isNoMail(value))) return false;
  return values.every((value) => textOf(value) !== undefined) ? values.length > 0 : "unknown";
}

function isNoMail(value: Value): boolean {
  const text = textOf(value);
  return text !== undefined && !MAIL.has(text.toLowerCase());
}

/** Addresses of one written domain, or below one: `*@clinic.org`, `*@*.clinic.org`. */
export function isOwnMailDomain(pattern: string): boolean {
  const [, below, domain] = /^[^@]*@(\*\.)?([^@*?/:\s]+\.[^@*?/:.\s]+)$/u.exec(pattern.toLowerCase()) ?? [];
  if (domain === undefined) return false;
  return !OF_ANYBODY.has(domain) && !(below !== undefined && OF_COUNTRY.test(domain));
}

/** Below these everybody of a country has a domain: co.uk, com.au. */
const OF_COUNTRY = /^[^.]{1,3}\.[^.]{2}$/u;
